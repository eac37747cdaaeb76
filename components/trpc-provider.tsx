'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import {
  createTRPCClient,
  httpBatchLink,
  httpSubscriptionLink,
  splitLink,
  type TRPCClientErrorLike,
} from '@trpc/client'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import { createTRPCContext } from '@trpc/tanstack-react-query'
import { type ReactNode, useState } from 'react'
import superjson from 'superjson'
import type { AppRouter } from '@/server/trpc/router'

export type Inputs = inferRouterInputs<AppRouter>
export type Outputs = inferRouterOutputs<AppRouter>
export type TRPCError = TRPCClientErrorLike<AppRouter>

const { TRPCProvider, useTRPC } = createTRPCContext<AppRouter>()

export { useTRPC }

/** What the screens ask with. Queries come from the server with the page, so a few seconds pass before they are asked again. */
export function TRPCReactProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(createQueryClient)
  const [trpcClient] = useState(createClient)
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  )
}

function createQueryClient() {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 5_000, retry: mayHelp },
      // The other half of what the server writes into the page.
      hydrate: { deserializeData: superjson.deserialize },
    },
  })
}

/** What was refused would be refused again; a lost line or a fault of the server may pass. */
function mayHelp(failures: number, error: unknown): boolean {
  const status = (error as TRPCError).data?.httpStatus
  return failures < 2 && (status === undefined || status >= 500)
}

function createClient() {
  const door = { url: '/api/trpc', transformer: superjson }
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: ({ type }) => type === 'subscription',
        true: httpSubscriptionLink(door),
        false: httpBatchLink(door),
      }),
    ],
  })
}

'use client'

import {
  type DehydratedState,
  HydrationBoundary,
  MutationCache,
  QueryCache,
  QueryClient,
  QueryClientProvider,
} from '@tanstack/react-query'
import type { TRPCClientErrorLike } from '@trpc/client'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import { createTRPCContext } from '@trpc/tanstack-react-query'
import { type ComponentType, type ReactNode, useState } from 'react'
import superjson from 'superjson'
import type { AppRouter } from '@/server/trpc/router'
import { trpcClient } from './trpc-client'

export type Inputs = inferRouterInputs<AppRouter>
export type Outputs = inferRouterOutputs<AppRouter>
export type TRPCError = TRPCClientErrorLike<AppRouter>

const { TRPCProvider, useTRPC } = createTRPCContext<AppRouter>()

export { useTRPC }

/** What the screens ask with. Queries come from the server with the page, so a few seconds pass before they are asked again. */
export function TRPCReactProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(queryClientHere)
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  )
}

/** A screen together with what it asks with and what its page has asked already, so that all of it can come late. */
export function asking<Props extends object>(Screen: ComponentType<Props>) {
  return function AskingScreen({ asked, ...props }: Props & { asked?: DehydratedState }) {
    return (
      <TRPCReactProvider>
        <HydrationBoundary state={asked}>
          <Screen {...(props as unknown as Props)} />
        </HydrationBoundary>
      </TRPCReactProvider>
    )
  }
}

let ofThisBrowser: QueryClient | undefined

/** One for all that a browser looks at, and one for each page that the server draws. */
function queryClientHere(): QueryClient {
  if (typeof window === 'undefined') return createQueryClient()
  ofThisBrowser ??= createQueryClient()
  return ofThisBrowser
}

function createQueryClient() {
  return new QueryClient({
    queryCache: new QueryCache({ onError: signInAgain }),
    mutationCache: new MutationCache({ onError: signInAgain }),
    defaultOptions: {
      queries: { staleTime: 5_000, retry: mayHelp },
      // The other half of what the server writes into the page.
      hydrate: { deserializeData: superjson.deserialize },
    },
  })
}

/** The session is over: whoever signs in again comes back to where they were. */
function signInAgain(error: unknown) {
  if (typeof window === 'undefined' || (error as TRPCError).data?.code !== 'UNAUTHORIZED') return
  location.assign(`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`)
}

const mayHelp = (failures: number, error: unknown) => failures < 2 && !isRefusal(error)

/** What was refused would be refused again; a lost line or a fault of the server may pass. */
function isRefusal(error: unknown): boolean {
  const status = (error as TRPCError | null)?.data?.httpStatus
  return status !== undefined && status < 500
}

/** For `refetchInterval`: asks again and again, unless it was refused. */
export const every =
  (ms: number) =>
  ({ state }: { state: { error: unknown } }) =>
    isRefusal(state.error) ? (false as const) : ms

import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from '@trpc/client'
import superjson from 'superjson'
import type { AppRouter } from '@/server/trpc/router'

const door = { url: '/api/trpc', transformer: superjson }

/** What every screen asks through. The shop loads it after the first paint: see `store/screens`. */
export const trpcClient = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: ({ type }) => type === 'subscription',
      true: httpSubscriptionLink(door),
      false: httpBatchLink(door),
    }),
  ],
})

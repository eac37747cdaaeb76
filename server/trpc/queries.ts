import 'server-only'
import { dehydrate, QueryClient } from '@tanstack/react-query'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import { cache } from 'react'
import superjson from 'superjson'
import { visit } from '@/server/access/visitor'
import { appRouter } from './router'

export const getQueryClient = cache(
  () =>
    new QueryClient({
      defaultOptions: {
        dehydrate: { serializeData: superjson.serialize },
        hydrate: { deserializeData: superjson.deserialize },
      },
    }),
)

export const trpc = createTRPCOptionsProxy({ ctx: visit, router: appRouter, queryClient: getQueryClient })

/** What the page has asked so far, for a screen of the shop, which is handed it as a whole. */
export const asked = () => dehydrate(getQueryClient())

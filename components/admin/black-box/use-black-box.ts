import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSubscription } from '@trpc/tanstack-react-query'
import { useMemo } from 'react'
import { useTRPC } from '@/components/trpc-provider'
import { storyOf as storyAsked } from '../questions'
import { useLost } from '../use-lost'
import { storyOf } from './story'

/**
 * Everything that happened to an order, live: whenever anything does, failed tries included, all that is known of it is
 * asked again; while the stream is lost, every second.
 */
export function useBlackBox(orderId: string) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const stream = useSubscription(
    trpc.events.watch.subscriptionOptions(
      { orderId },
      {
        onData: () => {
          queries.invalidateQueries(trpc.orders.pathFilter())
          queries.invalidateQueries(trpc.events.pathFilter())
          queries.invalidateQueries(trpc.whatIf.pathFilter())
        },
      },
    ),
  )
  const lost = useLost(stream.status)
  const refetchInterval = lost ? 1_000 : (false as const)
  const order = useQuery(trpc.orders.byId.queryOptions({ orderId }, { refetchInterval }))
  const payment = useQuery(trpc.orders.payment.queryOptions({ orderId }, { refetchInterval }))
  const events = useQuery(trpc.events.list.queryOptions(storyAsked(orderId), { refetchInterval }))
  const receipts = useQuery(trpc.events.receipts.queryOptions({ orderId }, { refetchInterval }))
  const steps = useMemo(
    () => events.data && storyOf(events.data.items, receipts.data ?? []),
    [events.data, receipts.data],
  )
  return { order: order.data, payment, steps, query: events.error ? events : receipts, lost }
}

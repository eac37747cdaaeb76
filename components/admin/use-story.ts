import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSubscription } from '@trpc/tanstack-react-query'
import { useMemo, useState } from 'react'
import { useTRPC } from '@/components/trpc-provider'
import type { StoreEvent } from './desk-types'
import { storyOf } from './questions'
import { useLost } from './use-lost'

/**
 * An order's whole story in the order in which it happened, live. A new event asks for the order again; while the
 * stream is lost, both are asked every second.
 */
export function useStory(orderId: string) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [arrived, setArrived] = useState<StoreEvent[]>([])
  const order = trpc.orders.byId.queryKey({ orderId })

  const follow = useSubscription(
    trpc.events.follow.subscriptionOptions(
      { orderId },
      {
        onData: ({ data: event }) => {
          setArrived((events) => merge(events, [event]))
          const isKnown = told.data?.items.some(({ eventId }) => eventId === event.eventId)
          if (!isKnown) queries.invalidateQueries({ queryKey: order })
        },
      },
    ),
  )
  const lost = useLost(follow.status)
  const told = useQuery(
    trpc.events.list.queryOptions(storyOf(orderId), { refetchInterval: lost ? 1000 : false }),
  )
  const events = useMemo(
    () => (told.data || arrived.length ? merge(told.data?.items ?? [], arrived) : undefined),
    [told.data, arrived],
  )
  return { events, lost, query: told }
}

function merge(events: StoreEvent[], more: StoreEvent[]): StoreEvent[] {
  const byId = new Map([...events, ...more].map((event) => [event.eventId, event]))
  return [...byId.values()].sort((a, b) => a.sequence - b.sequence)
}

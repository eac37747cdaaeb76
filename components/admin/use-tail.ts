import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSubscription } from '@trpc/tanstack-react-query'
import { useMemo, useState } from 'react'
import { useTRPC } from '@/components/trpc-provider'
import type { StoreEvent } from './desk-types'
import { type eventFilters, eventsAsked } from './questions'
import { useHeld } from './use-held'
import { useLost } from './use-lost'

/** Enough to read; who wants to go further back has the older pages. */
const KEPT = 500

type EventFilters = ReturnType<typeof eventFilters>

/**
 * A page of the log and, on the newest page, what is said since. New events wait until they are asked for, or come in
 * by themselves while they are followed. Whenever the stream (re)starts the page is read again, so nothing falls between.
 */
export function useTail(filters: EventFilters) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [arrived, setArrived] = useState<StoreEvent[]>([])
  const [following, setFollowing] = useState(false)
  const live = !filters.cursor
  const question = eventsAsked(filters)

  const stream = useSubscription(
    trpc.events.follow.subscriptionOptions(
      {},
      {
        enabled: live,
        onStarted: () => queries.invalidateQueries({ queryKey: trpc.events.list.queryKey(question) }),
        onData: ({ data: event }) => {
          if (fits(event, filters)) setArrived((events) => [event, ...events].slice(0, KEPT))
        },
      },
    ),
  )
  const lost = useLost(stream.status)
  const page = useQuery(trpc.events.list.queryOptions(question, { refetchInterval: lost ? 1000 : false }))
  const rows = useMemo(() => page.data && newestFirst([...page.data.items, ...arrived]), [page.data, arrived])
  const { shown, held, release } = useHeld(rows, ({ eventId }) => eventId)
  return {
    page,
    rows: following ? rows : shown,
    held: following ? 0 : held,
    release,
    live,
    lost,
    following,
    toggle: () => {
      release()
      setFollowing(!following)
    },
  }
}

const fits = (event: StoreEvent, { eventType, orderId, aggregateId }: EventFilters) =>
  (!eventType || event.eventType === eventType) &&
  (!orderId || event.lane === orderId) &&
  (!aggregateId || event.aggregateId === aggregateId)

function newestFirst(events: StoreEvent[]): StoreEvent[] {
  const byId = new Map(events.map((event) => [event.eventId, event]))
  return [...byId.values()].sort((a, b) => b.position - a.position)
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSubscription } from '@trpc/tanstack-react-query'
import { useMemo, useState } from 'react'
import { useTRPC } from '@/components/trpc-provider'
import type { StoreEvent } from './desk-types'
import { type EventFilters, eventsAsked, isOver, newEventsAsked } from './event-questions'
import { useHeld } from './use-held'
import { useLost } from './use-lost'

/** Enough to read; who wants to go further back has the older pages. */
const KEPT = 200

const nothing = { events: [] as StoreEvent[], untold: 0 }

/**
 * A page of the log and, on the newest page, what is said since. New events wait until they are asked for, or come in
 * by themselves while they are followed. Whenever the stream (re)starts the page is read again, so nothing falls between.
 * A busy log tells only the last events whole and counts the rest: then, too, the page is read again when it is asked for.
 */
export function useTail(filters: EventFilters) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [arrived, setArrived] = useState(nothing)
  const [following, setFollowing] = useState(false)
  const live = !isOver(filters)
  const question = eventsAsked(filters)
  const readAgain = () => queries.invalidateQueries({ queryKey: trpc.events.list.queryKey(question) })

  const stream = useSubscription(
    trpc.events.tail.subscriptionOptions(newEventsAsked(filters), {
      enabled: live,
      onStarted: readAgain,
      onData: ({ data: { events, count } }) => {
        const gap = following && count > events.length
        if (gap) readAgain()
        setArrived((before) => (gap ? { events, untold: 0 } : add(before, events, count)))
      },
    }),
  )
  const lost = useLost(stream.status)
  const page = useQuery(trpc.events.list.queryOptions(question, { refetchInterval: lost ? 1000 : false }))
  const rows = useMemo(
    () => page.data && newestFirst([...page.data.items, ...arrived.events]),
    [page.data, arrived.events],
  )
  const { shown, held, release } = useHeld(rows, ({ eventId }) => eventId)
  return {
    page,
    rows: following ? rows : shown,
    held: following ? 0 : held + arrived.untold,
    release: () => {
      release()
      if (arrived.untold > 0) {
        setArrived(nothing)
        readAgain()
      }
    },
    live,
    lost,
    following,
    toggle: () => {
      release()
      setFollowing(!following)
    },
  }
}

function add({ events, untold }: typeof nothing, more: StoreEvent[], count: number) {
  const all = [...events, ...more]
  const kept = all.slice(-KEPT)
  return { events: kept, untold: untold + count - more.length + all.length - kept.length }
}

function newestFirst(events: StoreEvent[]): StoreEvent[] {
  const byId = new Map(events.map((event) => [event.eventId, event]))
  return [...byId.values()].sort((a, b) => b.position - a.position)
}

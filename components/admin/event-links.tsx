'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTRPC } from '@/components/trpc-provider'
import { Skeleton } from '@/components/ui/skeleton'
import { Failed } from './list-states'
import { ModuleSquare, moduleOf } from './modules'
import { Moment } from './moment'

/** What was said of a thing, oldest first; each leads to its place in the log. */
export function EventLinks({ aggregateId }: { aggregateId: string }) {
  const trpc = useTRPC()
  const events = useQuery(
    trpc.events.list.queryOptions({ aggregateId, order: 'asc', limit: 50 }, { refetchInterval: 2000 }),
  )
  if (events.error && !events.data) return <Failed title="Its events did not arrive" query={events} />
  return (
    <ol aria-busy={!events.data} className="px-5 pb-3 max-md:px-4">
      {!events.data && <Skeleton className="my-2 h-3 w-40" />}
      {events.data?.items.map((event) => (
        <li key={event.eventId} className="flex items-center gap-2 py-1">
          <ModuleSquare module={moduleOf(event)} className="size-2" />
          <Link href={`/admin/events?event=${event.eventId}`} prefetch={false} className="text-link">
            {event.eventType}
          </Link>
          <span className="ml-auto text-12 text-ink-3">
            <Moment at={event.occurredAt} precise />
          </span>
        </li>
      ))}
    </ol>
  )
}

import type { Metadata } from 'next'
import { connection } from 'next/server'
import { Suspense } from 'react'
import { EventLog, EventLogSkeleton } from '@/components/admin/event-log'
import { PageBody } from '@/components/admin/page-body'
import { eventFilters, eventsAsked } from '@/components/admin/questions'
import { TitleBar } from '@/components/admin/title-bar'
import type { SearchParams } from '@/components/admin/url'
import { getQueryClient, Hydrate, trpc } from '@/server/trpc/server'

type Props = { searchParams: Promise<SearchParams> }

export const metadata: Metadata = { title: 'Event log' }

export default function EventsPage({ searchParams }: Props) {
  return (
    <>
      <TitleBar title="Event log" />
      <PageBody>
        <Suspense fallback={<EventLogSkeleton />}>
          <Events searchParams={searchParams} />
        </Suspense>
      </PageBody>
    </>
  )
}

async function Events({ searchParams }: Props) {
  await connection()
  const filters = eventFilters(await searchParams)
  await Promise.all([
    getQueryClient().prefetchQuery(trpc.events.list.queryOptions(eventsAsked(filters))),
    getQueryClient().prefetchQuery(trpc.events.types.queryOptions()),
  ])
  return (
    <Hydrate>
      <EventLog filters={filters} />
    </Hydrate>
  )
}

import type { Metadata } from 'next'
import { connection } from 'next/server'
import { Suspense } from 'react'
import { EventLog, EventLogSkeleton } from '@/components/admin/event-log'
import { eventsAsked } from '@/components/admin/event-questions'
import { PageBody } from '@/components/admin/page-body'
import { TitleBar } from '@/components/admin/title-bar'
import { IgnoredParams } from '@/components/ui/ignored-params'
import type { SearchParams } from '@/components/url-params'
import { visitor } from '@/server/access/visitor'
import { getQueryClient, Hydrate, trpc } from '@/server/trpc/server'
import { readEventFilters } from './read-filters'

type Props = { searchParams: Promise<SearchParams> }

export const metadata: Metadata = { title: 'Event log' }

export default async function EventsPage({ searchParams }: Props) {
  await visitor('events:read')
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
  const { filters, ignored } = readEventFilters(await searchParams)
  await Promise.all([
    getQueryClient().prefetchQuery(trpc.events.list.queryOptions(eventsAsked(filters))),
    getQueryClient().prefetchQuery(trpc.events.types.queryOptions()),
    getQueryClient().prefetchQuery(trpc.events.keys.queryOptions()),
  ])
  return (
    <Hydrate>
      <IgnoredParams names={ignored} />
      <EventLog filters={filters} />
    </Hydrate>
  )
}

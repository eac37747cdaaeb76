'use client'

import { useQuery } from '@tanstack/react-query'
import { Funnel, Inbox, Pause, Play } from 'lucide-react'
import { useState } from 'react'
import { count } from '@/components/format'
import { useTRPC } from '@/components/trpc-provider'
import { Button } from '@/components/ui/button'
import { DataTable } from './data-table'
import { eventColumns, type LogRow } from './event-columns'
import { EventJson } from './event-json'
import { FilterBar, FilterBarSpace, SelectFilter, TextFilter, useFilters } from './filters'
import { Empty, Failed, StaleLine } from './list-states'
import { NewRows } from './new-rows'
import { Pager } from './pager'
import { Panel } from './panel'
import type { eventFilters } from './questions'
import { useTail } from './use-tail'

type EventFilters = ReturnType<typeof eventFilters>

/** Everything that was ever said, newest first. */
export function EventLog({ filters }: { filters: EventFilters }) {
  const { pending, change, clear } = useFilters(filters)
  const { eventType, orderId, aggregateId } = filters
  return (
    <>
      <FilterBar
        label="Filter the events"
        active={Boolean(eventType ?? orderId ?? aggregateId)}
        clear={clear}
      >
        <TypeFilter value={eventType} onChange={(value) => change('eventType', value)} />
        <TextFilter label="Order id" value={orderId} onChange={(value) => change('orderId', value)} />
        <TextFilter
          label="Aggregate id"
          value={aggregateId}
          onChange={(value) => change('aggregateId', value)}
        />
      </FilterBar>
      <div aria-busy={pending}>
        <EventTable key={JSON.stringify(filters)} filters={filters} />
      </div>
    </>
  )
}

type TypeFilterProps = { value?: string; onChange: (value: string) => void }

function TypeFilter(props: TypeFilterProps) {
  const trpc = useTRPC()
  const { data = [] } = useQuery(
    trpc.events.types.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }),
  )
  const modules = [...new Set(data.map(({ module }) => module))]
  return (
    <SelectFilter label="Type" {...props}>
      {modules.map((module) => (
        <optgroup key={module} label={module}>
          {data
            .filter((each) => each.module === module)
            .map(({ eventType }) => (
              <option key={eventType}>{eventType}</option>
            ))}
        </optgroup>
      ))}
    </SelectFilter>
  )
}

/** The log in its final shape, before anything is known. */
export function EventLogSkeleton() {
  return (
    <>
      <FilterBarSpace />
      <Panel>
        <div className="h-11 border-line border-b max-md:h-13" />
        <Rows />
      </Panel>
    </>
  )
}

function Rows({ rows }: { rows?: LogRow[] }) {
  return (
    <DataTable
      label="Events"
      columns={eventColumns}
      rows={rows}
      rowKey={({ event }) => event.eventId}
      detail={({ event, open }) => open && <EventJson event={event} />}
      card={{ areas: '"e t" "o p"', columns: 'minmax(0,1fr) auto' }}
      skeletonRows={20}
      dense
    />
  )
}

function EventTable({ filters }: { filters: EventFilters }) {
  const { page, rows, held, release, live, lost, following, toggle } = useTail(filters)
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const byId = new Map(rows?.map((event) => [event.eventId, event]))
  const flip = (eventId: string) => setOpened((ids) => ids.symmetricDifference(new Set([eventId])))

  if (page.error && !page.data) {
    return (
      <Panel>
        <Failed title="The event log did not answer" query={page} />
      </Panel>
    )
  }
  return (
    <>
      {lost && <StaleLine>Live updates are interrupted. Asking every second instead.</StaleLine>}
      <Panel>
        {live && <TailBar following={following} toggle={toggle} />}
        {held > 0 && <NewRows said={`${count(held, 'new event')}, held while you read`} show={release} />}
        {rows?.length === 0 ? (
          <NoEvents narrowed={Boolean(filters.eventType ?? filters.orderId ?? filters.aggregateId)} />
        ) : (
          <Rows
            rows={rows?.map((event) => ({
              event,
              cause: event.causationId ? byId.get(event.causationId) : undefined,
              open: opened.has(event.eventId),
              toggle: () => flip(event.eventId),
            }))}
          />
        )}
        <Pager
          pathname="/admin/events"
          filters={filters}
          nextCursor={page.data?.nextCursor}
          said={rows ? count(rows.length, 'event') : ''}
        />
      </Panel>
    </>
  )
}

type TailBarProps = { following: boolean; toggle: () => void }

function TailBar({ following, toggle }: TailBarProps) {
  const Icon = following ? Pause : Play
  return (
    <div className="flex min-h-11 items-center justify-between gap-3 border-line border-b py-1 pr-2 pl-4 text-12 text-ink-3 max-md:pl-3.5">
      <span role="status">
        {following ? 'New events come in as they happen' : 'New events wait while you read'}
      </span>
      <Button onClick={toggle} className="max-md:h-11">
        <Icon aria-hidden className="size-3.5" strokeWidth={1.8} />
        {following ? 'Pause' : 'Follow'}
      </Button>
    </div>
  )
}

function NoEvents({ narrowed }: { narrowed: boolean }) {
  return narrowed ? (
    <Empty Icon={Funnel} title="No event fits">
      <p>Clear the filters to see the whole log.</p>
    </Empty>
  ) : (
    <Empty Icon={Inbox} title="Nothing has been said yet">
      <p>Events appear here as soon as something happens in the shop.</p>
    </Empty>
  )
}

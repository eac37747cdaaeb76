'use client'

import clsx from 'clsx'
import { Funnel, Inbox, Pause, Play, SquareTerminal } from 'lucide-react'
import { count } from '@/components/format'
import { Button } from '@/components/ui/button'
import { DataTable } from './data-table'
import { eventColumns, type LogRow } from './event-columns'
import { CopyButton, curl } from './event-copy'
import { EventExport } from './event-export'
import { EventFilters } from './event-filters'
import { EventInspector } from './event-inspector'
import { apiAddress, type EventFilters as Filters, isNarrowed } from './event-questions'
import { FilterBarSpace, useFilters } from './filters'
import { Empty, Failed, StaleLine } from './list-states'
import { NewRows } from './new-rows'
import { Pager } from './pager'
import { Panel } from './panel'
import { useOpenEvent } from './use-open-event'
import { useTail } from './use-tail'

/** Everything that was ever said, newest first. */
export function EventLog({ filters }: { filters: Filters }) {
  const { pending, wanted, ...changes } = useFilters(filters)
  return (
    <>
      <EventFilters filters={wanted} {...changes} />
      <div aria-busy={pending}>
        <EventTable key={JSON.stringify(filters)} filters={filters} />
      </div>
    </>
  )
}

/** The log in its final shape, before anything is known. */
export function EventLogSkeleton() {
  return (
    <>
      <div className="mb-2 h-7 max-md:h-10" />
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
      marked={({ isOpen }) => isOpen}
      card={{ areas: '"e t" "o p"', columns: 'minmax(0,1fr) auto' }}
      skeletonRows={20}
      dense
    />
  )
}

function EventTable({ filters }: { filters: Filters }) {
  const { page, rows, held, release, live, lost, following, toggle } = useTail(filters)
  const { eventId, hrefOf, open, close } = useOpenEvent(filters)
  const byId = new Map(rows?.map((event) => [event.eventId, event]))

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
      <div
        data-open={eventId ? '' : undefined}
        className={clsx(
          'group/log',
          eventId && 'max-md:pb-[52dvh] xl:grid xl:grid-cols-[minmax(0,1fr)_432px] xl:items-start xl:gap-3',
        )}
      >
        <Panel>
          <TailBar filters={filters} following={following} toggle={live ? toggle : undefined} held={held} />
          {held > 0 && <NewRows said={`${count(held, 'new event')}, held while you read`} show={release} />}
          {rows?.length === 0 ? (
            <NoEvents narrowed={isNarrowed(filters)} />
          ) : (
            <Rows
              rows={rows?.map((event) => ({
                event,
                cause: event.causationId ? byId.get(event.causationId) : undefined,
                href: hrefOf(event.eventId),
                isOpen: event.eventId === eventId,
                open: () => open(event.eventId),
                reach: () => eventId && open(event.eventId),
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
        {eventId && (
          <EventInspector
            key={eventId}
            eventId={eventId}
            event={byId.get(eventId)}
            hrefOf={hrefOf}
            open={open}
            close={close}
          />
        )}
      </div>
    </>
  )
}

type TailBarProps = { filters: Filters; following: boolean; held: number; toggle?: () => void }

/** How the list moves, and what can be done with all of it. */
function TailBar({ filters, following, held, toggle }: TailBarProps) {
  return (
    <div className="flex min-h-11 items-center gap-1 border-line border-b py-1 pr-2 pl-4 text-12 text-ink-3 max-md:pl-3.5">
      <span role="status" className="mr-auto">
        {toggle
          ? following
            ? 'New events come in as they happen'
            : 'New events wait while you read'
          : 'Nothing new comes in here'}
      </span>
      <CopyButton
        label="Copy the list as curl"
        Icon={SquareTerminal}
        text={() => curl(apiAddress(filters))}
      />
      <EventExport filters={filters} />
      {toggle && (
        <Button onClick={toggle} className="ml-1 max-md:h-11">
          {following ? <Pause {...icon} /> : <Play {...icon} />}
          {following ? 'Pause' : 'Follow'}
          {held > 0 && <span className="font-normal text-ink-3 tabular-nums max-md:hidden">{held} new</span>}
        </Button>
      )}
    </div>
  )
}

const icon = { 'aria-hidden': true, className: 'size-3.5', strokeWidth: 1.8 } as const

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

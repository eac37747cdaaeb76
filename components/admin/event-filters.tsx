'use client'

import { useQuery } from '@tanstack/react-query'
import type { Route } from 'next'
import Link from 'next/link'
import { useTRPC } from '@/components/trpc-provider'
import type { Module } from './desk-types'
import { type EventFilters as Filters, isNarrowed } from './event-questions'
import { chip, FilterBar, SelectFilter, TextFilter, type useFilters } from './filters'
import { TimeFilter } from './time-filter'
import { address } from './url'

type Changes = Pick<ReturnType<typeof useFilters>, 'change' | 'narrow' | 'clear'>

/** All that the log can be narrowed by; everything stands in the address. */
export function EventFilters({ filters, change, narrow, clear }: { filters: Filters } & Changes) {
  return (
    <>
      <EventViews filters={filters} />
      <FilterBar label="Filter the events" active={isNarrowed(filters)} clear={clear}>
        <TextFilter label="Order id" value={filters.orderId} onChange={(value) => change('orderId', value)} />
        <TextFilter
          label="Aggregate id"
          value={filters.aggregateId}
          onChange={(value) => change('aggregateId', value)}
        />
        <PayloadFilter value={filters.contains} onChange={(value) => change('contains', value)} />
        <TypeFilter value={filters.eventType} onChange={(value) => change('eventType', value)} />
        <SelectFilter label="Module" value={filters.module} onChange={(value) => change('module', value)}>
          {moduleNames.map((module) => (
            <option key={module}>{module}</option>
          ))}
        </SelectFilter>
        <TimeFilter filters={filters} narrow={narrow} />
      </FilterBar>
    </>
  )
}

const moduleNames = ['orders', 'inventory', 'payments', 'shipments'] as const satisfies Module[]

const views: { name: string; filters: Filters }[] = [
  { name: 'Everything', filters: {} },
  { name: 'Failures', filters: { view: 'failures' } },
  { name: 'Cancellations', filters: { view: 'cancellations' } },
  { name: 'Last hour', filters: { within: '1h' } },
]

/** What the log is most often asked for, one press away. */
function EventViews({ filters: { cursor, ...filters } }: { filters: Filters }) {
  return (
    <nav
      aria-label="Views"
      className="mb-2 flex gap-2 max-md:-mx-3 max-md:-mt-1 max-md:overflow-x-auto max-md:px-3 max-md:py-1 max-md:[scrollbar-width:none]"
    >
      {views.map((view) => {
        const isShown = address('', filters) === address('', view.filters)
        return (
          <Link
            key={view.name}
            href={address('/admin/events', view.filters) as Route}
            aria-current={isShown ? 'page' : undefined}
            className={chip(isShown)}
          >
            {view.name}
          </Link>
        )
      })}
    </nav>
  )
}

type FilterProps = { value?: string; onChange: (value: string) => void }

function PayloadFilter(props: FilterProps) {
  const trpc = useTRPC()
  const { data: keys = [] } = useQuery(trpc.events.keys.queryOptions(undefined, never))
  return (
    <>
      <TextFilter label="Payload contains" hint="sku: LAMP-PEBBLE-01" list="payload-keys" {...props} />
      <datalist id="payload-keys">
        {keys.map((key) => (
          <option key={key} value={`${key}: `} />
        ))}
      </datalist>
    </>
  )
}

/** What the server knows by heart does not change while a page is open. */
const never = { staleTime: Number.POSITIVE_INFINITY }

function TypeFilter(props: FilterProps) {
  const trpc = useTRPC()
  const { data = [] } = useQuery(trpc.events.types.queryOptions(undefined, never))
  return (
    <SelectFilter label="Type" {...props}>
      {moduleNames.map((module) => (
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

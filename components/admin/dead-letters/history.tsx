'use client'

import { useQuery } from '@tanstack/react-query'
import { History as HistoryIcon } from 'lucide-react'
import Link from 'next/link'
import { count } from '@/components/format'
import { useTRPC } from '@/components/trpc-provider'
import { type Column, DataTable } from '../data-table'
import type { Module } from '../desk-types'
import { ListPanel } from '../list-panel'
import { Empty } from '../list-states'
import { ModuleSquare } from '../modules'
import { Moment } from '../moment'
import { OrderLink } from '../order-link'
import { type DeadLetterFilters, type Decision, decisionsAsked } from './questions'
import { VerdictWord } from './verdict'

const came = {
  DONE: { kind: 'good', word: 'went on' },
  DEAD: { kind: 'bad', word: 'failed again' },
  PENDING: { kind: 'waiting', word: 'still waiting' },
  DISCARDED: { kind: 'idle', word: 'discarded' },
} as const

const columns: Column<Decision>[] = [
  {
    name: 'When',
    card: 't',
    cell: ({ at }) => (
      <span className="text-ink-2">
        <Moment at={at} />
      </span>
    ),
    bars: ['w-16'],
  },
  {
    name: 'Event',
    card: 'e',
    cell: ({ eventType, module, eventId }) => (
      <Link
        href={`/admin/dead-letters?event=${eventId}&module=${module}`}
        className="inline-flex items-center gap-2 font-medium hover:text-accent-text hover:underline"
      >
        <ModuleSquare module={module as Module} className="size-2" />
        {eventType} <span className="text-ink-3">to {module}</span>
      </Link>
    ),
    bars: ['w-44', 'w-40'],
  },
  {
    name: 'About',
    card: 'o',
    cell: ({ lane }) => (
      <OrderLink orderId={lane} className="text-ink-2 hover:text-accent-text hover:underline" />
    ),
    bars: ['w-20'],
  },
  {
    name: 'Who did what',
    card: 'w',
    cell: ({ by, kind }) => `${by} ${kind === 'REDRIVEN' ? 'redrove it' : 'discarded it'}`,
    bars: ['w-28'],
  },
  {
    name: 'Why',
    card: 'y',
    className: 'md:w-full md:min-w-32 md:max-w-0',
    cell: ({ reason, error }) => (
      <span title={reason ?? error ?? ''} className="block text-ink-3 max-md:whitespace-normal md:truncate">
        {reason ?? error}
      </span>
    ),
    bars: ['w-52'],
  },
  {
    name: 'What came of it',
    card: 'c',
    cell: ({ cameOfIt }) => <VerdictWord {...came[cameOfIt]} />,
    bars: ['w-20'],
  },
]

/** What was redriven or discarded, by whom and why. Nothing leaves this list. */
export function History({ filters }: { filters: DeadLetterFilters }) {
  const trpc = useTRPC()
  const decisions = useQuery(
    trpc.deadLetters.decisions.queryOptions(decisionsAsked(filters), { refetchInterval: 2_000 }),
  )
  const items = decisions.data?.items
  return (
    <ListPanel
      query={decisions}
      failed="The history did not arrive"
      pager={{
        pathname: '/admin/dead-letters',
        filters,
        said: items ? count(items.length, 'decision') : '',
      }}
    >
      {items?.length === 0 ? (
        <Empty Icon={HistoryIcon} title="Nothing was decided yet">
          <p>Every redrive and every discard is kept here, with who, when and why.</p>
        </Empty>
      ) : (
        <DataTable
          label="History"
          columns={columns}
          rows={items}
          rowKey={({ id }) => String(id)}
          card={{ areas: '"e t" "w o" "y y" "c c"', columns: 'minmax(0,1fr) auto' }}
        />
      )}
    </ListPanel>
  )
}

'use client'

import { useQuery } from '@tanstack/react-query'
import { History as HistoryIcon } from 'lucide-react'
import Link from 'next/link'
import { count, shortId } from '@/components/format'
import { useTRPC } from '@/components/trpc-provider'
import { type Column, DataTable } from '../data-table'
import type { Module } from '../desk-types'
import { Empty, Failed, StaleLine } from '../list-states'
import { ModuleSquare } from '../modules'
import { Moment } from '../moment'
import { Pager } from '../pager'
import { Panel } from '../panel'
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
      <Link
        href={`/admin/orders/${lane}`}
        aria-label={`Order ${lane}`}
        className="font-mono text-12 text-ink-2 hover:text-accent-text hover:underline"
      >
        {shortId(lane)}
      </Link>
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
  const { data, error } = decisions
  if (error && !data) {
    return (
      <Panel>
        <Failed title="The history did not arrive" query={decisions} />
      </Panel>
    )
  }
  return (
    <>
      {error && <StaleLine />}
      <Panel>
        {data?.items.length === 0 ? (
          <Empty Icon={HistoryIcon} title="Nothing was decided yet">
            <p>Every redrive and every discard is kept here, with who, when and why.</p>
          </Empty>
        ) : (
          <DataTable
            label="History"
            columns={columns}
            rows={data?.items}
            rowKey={({ id }) => String(id)}
            card={{ areas: '"e t" "w o" "y y" "c c"', columns: 'minmax(0,1fr) auto' }}
          />
        )}
        <Pager
          pathname="/admin/dead-letters"
          filters={filters}
          nextCursor={data?.nextCursor}
          said={data ? count(data.items.length, 'decision') : ''}
        />
      </Panel>
    </>
  )
}

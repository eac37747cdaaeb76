'use client'

import { useQuery } from '@tanstack/react-query'
import { FileText, Funnel } from 'lucide-react'
import { count } from '@/components/format'
import { useTRPC } from '@/components/trpc-provider'
import { besideDrawer } from '@/components/ui/drawer'
import { whole } from '@/components/url-params'
import { DataTable } from '../data-table'
import type { AuditEntry } from '../desk-types'
import { FilterBarSpace, useFilters } from '../filters'
import { ListPanel } from '../list-panel'
import { Empty } from '../list-states'
import { type OpenRow, useOpenRow } from '../open-row'
import { Panel } from '../panel'
import { useHeld } from '../use-held'
import { auditColumns } from './audit-columns'
import { AuditFilterBar } from './audit-filters'
import { type AuditFilters, auditAsked } from './audit-questions'
import { EntryDrawer } from './entry-drawer'
import { type Names, useNames } from './use-known'

/** Who of the staff, and which key, changed what; and who was turned away. Newest first. */
export function AuditTrail({ filters }: { filters: AuditFilters }) {
  const row = useOpenRow('entry', whole)
  const { pending, wanted, ...changes } = useFilters({ ...filters, entry: row.open })
  return (
    <div className={row.open && besideDrawer}>
      <AuditFilterBar filters={wanted} {...changes} />
      <div aria-busy={pending}>
        <AuditTable key={JSON.stringify(filters)} filters={filters} row={row} />
      </div>
      <EntryDrawer row={row} />
    </div>
  )
}

/** The trail in its final shape, before anything is known. */
export function AuditTrailSkeleton() {
  return (
    <>
      <FilterBarSpace />
      <Panel>
        <Rows />
      </Panel>
    </>
  )
}

type RowsProps = { entries?: AuditEntry[]; row?: OpenRow; names?: Names }

function Rows({ entries, row, names }: RowsProps) {
  return (
    <DataTable
      label="Audit trail"
      columns={auditColumns(row, names)}
      rows={entries}
      rowKey={({ position }) => String(position)}
      marked={({ position }) => String(position) === row?.open}
      card={{ areas: '"d t" "o o" "w w"', columns: 'minmax(0,1fr) auto' }}
      skeletonRows={20}
      dense
    />
  )
}

function AuditTable({ filters, row }: { filters: AuditFilters; row: OpenRow }) {
  const trpc = useTRPC()
  const trail = useQuery(trpc.audit.list.queryOptions(auditAsked(filters), { refetchInterval: 5_000 }))
  const names = useNames()
  const { shown, held, release } = useHeld(trail.data?.items, ({ position }) => String(position))
  return (
    <ListPanel
      query={trail}
      failed="The audit trail did not arrive"
      waiting={held > 0 ? count(held, 'new entry', 'new entries') : undefined}
      release={release}
      pager={{
        pathname: '/admin/audit',
        filters: { ...filters, entry: row.open },
        said: shown ? count(shown.length, 'entry', 'entries') : '',
      }}
    >
      {shown?.length === 0 ? (
        <NoEntries narrowed={Object.keys(filters).length > 0} />
      ) : (
        <Rows entries={shown} row={row} names={names} />
      )}
    </ListPanel>
  )
}

function NoEntries({ narrowed }: { narrowed: boolean }) {
  return narrowed ? (
    <Empty Icon={Funnel} title="No entry fits">
      <p>Names and targets are found by all of what they say. Clear the filters to see everything.</p>
    </Empty>
  ) : (
    <Empty Icon={FileText} title="Nothing yet">
      <p>Whatever staff and keys change is written here, and who was turned away.</p>
    </Empty>
  )
}

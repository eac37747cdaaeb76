'use client'

import { useQuery } from '@tanstack/react-query'
import { count } from '@/components/format'
import { useTRPC } from '@/components/trpc-provider'
import { besideDrawer } from '@/components/ui/drawer'
import { DataTable } from '../data-table'
import { Failed, StaleLine } from '../list-states'
import { type OpenRow, useOpenRow } from '../open-row'
import { Panel } from '../panel'
import { contractColumns } from './contract-columns'
import { EventDrawer } from './event-drawer'
import { type ContractMap, openEvent } from './questions'
import { Summary, SummarySkeleton } from './summary'

/** Every event as it is declared, beside what the log has of it. */
export function Contract() {
  const trpc = useTRPC()
  const row = useOpenRow('event', openEvent)
  const map = useQuery(trpc.contract.queryOptions(undefined, { refetchInterval: 10_000 }))
  if (map.error && !map.data) {
    return (
      <Panel>
        <Failed title="The contract did not arrive" query={map} />
      </Panel>
    )
  }
  return (
    <div className={row.open && besideDrawer}>
      {map.error && <StaleLine />}
      <div className="grid gap-3">
        {map.data ? <Summary map={map.data} row={row} /> : <SummarySkeleton />}
        <Panel>
          <Events map={map.data} row={row} />
        </Panel>
      </div>
      <EventDrawer row={row} map={map.data} />
    </div>
  )
}

function Events({ map, row }: { map?: ContractMap; row?: OpenRow }) {
  return (
    <DataTable
      label="Events"
      columns={contractColumns(map, row)}
      rows={map?.events}
      rowKey={({ eventType }) => eventType}
      marked={({ eventType }) => eventType === row?.open}
      card={{ areas: '"e m" "h n"', columns: 'minmax(0,1fr) auto' }}
      dense
      skeletonRows={23}
    />
  )
}

/** Beside the title. */
export function EventCount() {
  const trpc = useTRPC()
  const { data } = useQuery(trpc.contract.queryOptions())
  return data && count(data.events.length, 'event')
}

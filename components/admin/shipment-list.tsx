'use client'

import { useQuery } from '@tanstack/react-query'
import { Funnel, Truck } from 'lucide-react'
import { count } from '@/components/format'
import { useTRPC } from '@/components/trpc-provider'
import { besideDrawer } from '@/components/ui/drawer'
import { uuid } from '@/components/url-params'
import { DataTable } from './data-table'
import type { Shipment, ShipmentStatus } from './desk-types'
import { FilterBar, FilterBarSpace, SelectFilter, TextFilter, useFilters } from './filters'
import { ListPanel } from './list-panel'
import { Empty } from './list-states'
import { type OpenRow, useOpenRow } from './open-row'
import { Panel } from './panel'
import { shipmentStatusLook } from './shipment-badge'
import { shipmentColumns } from './shipment-columns'
import { ShipmentDrawer } from './shipment-drawer'
import { type ShipmentMoves, useShipmentMoves } from './shipment-moves'
import { type ShipmentFilters, shipmentStatuses, shipmentsAsked } from './shipment-questions'
import { ShipmentSelection } from './shipment-selection'
import { useStill } from './use-still'

/** All shipments; one or many of them can be moved a step on. */
export function ShipmentList({ filters }: { filters: ShipmentFilters }) {
  const row = useOpenRow('shipment', uuid)
  const { pending, wanted, change, clear } = useFilters({ ...filters, shipment: row.open })
  const { q, status, sort } = wanted
  return (
    <div className={row.open && besideDrawer}>
      <FilterBar label="Filter the shipments" active={Boolean(q ?? status ?? sort)} clear={clear}>
        <TextFilter label="Order or tracking number" value={q} onChange={(value) => change('q', value)} />
        <SelectFilter label="Status" value={status} onChange={(value) => change('status', value)}>
          {shipmentStatuses.map((each) => (
            <option key={each} value={each}>
              {shipmentStatusLook[each].word}
            </option>
          ))}
        </SelectFilter>
        <SelectFilter label="Sort" all="newest" value={sort} onChange={(value) => change('sort', value)}>
          <option value="oldest">oldest</option>
        </SelectFilter>
      </FilterBar>
      <div aria-busy={pending}>
        <ShipmentTable key={JSON.stringify(filters)} filters={filters} row={row} />
      </div>
    </div>
  )
}

/** The list in its final shape, before anything is known. */
export function ShipmentListSkeleton() {
  return (
    <>
      <FilterBarSpace />
      <Panel>
        <div className="h-12 border-line border-b max-md:hidden" />
        <Rows />
      </Panel>
    </>
  )
}

type RowsProps = { shipments?: Shipment[]; around?: { row: OpenRow; moves: ShipmentMoves } }

function Rows({ shipments, around }: RowsProps) {
  return (
    <DataTable
      label="Shipments"
      columns={shipmentColumns(around)}
      rows={shipments}
      rowKey={({ shipmentId }) => shipmentId}
      marked={({ shipmentId }) =>
        shipmentId === around?.row.open || Boolean(around?.moves.chosen.has(shipmentId))
      }
      card={{ areas: '"c o s" "c w t" ". r r"', columns: '28px minmax(0,1fr) auto' }}
      skeletonRows={12}
    />
  )
}

function ShipmentTable({ filters, row }: { filters: ShipmentFilters; row: OpenRow }) {
  const trpc = useTRPC()
  const shipments = useQuery(
    trpc.shipments.list.queryOptions(shipmentsAsked(filters), { refetchInterval: 2000 }),
  )
  const moves = useShipmentMoves()
  const { shown, fresh, release } = useStill(shipments.data?.items, ({ shipmentId }) => shipmentId, {
    // A step may take a shipment out of what is asked for; its row stays with its result.
    keeps: ({ shipmentId }) => moves.chosen.has(shipmentId) || moves.results.has(shipmentId),
  })
  const rows = shown?.map((shipment) => further(shipment, moves.results.get(shipment.shipmentId)?.shipment))
  const oldest = filters.sort === 'oldest'
  return (
    <>
      <ListPanel
        query={shipments}
        failed="The shipments did not arrive"
        waiting={fresh > 0 ? count(fresh, 'more shipment') : undefined}
        release={release}
        head={moves.may && <ShipmentSelection moves={moves} shown={rows ?? []} />}
        pager={{
          pathname: '/admin/shipments',
          filters: { ...filters, shipment: row.open },
          first: oldest ? 'Oldest' : 'Newest',
          next: oldest ? 'Newer' : 'Older',
          said: rows ? count(rows.length, 'shipment') : '',
        }}
      >
        {rows?.length === 0 ? (
          <NoShipments narrowed={Object.keys(filters).some((name) => name !== 'sort')} />
        ) : (
          <Rows shipments={rows} around={{ row, moves }} />
        )}
      </ListPanel>
      {/* On a phone the selection stands over the end of the list. */}
      {moves.chosen.size > 0 && <div className="h-16 md:hidden" />}
      <ShipmentDrawer row={row} moves={moves} />
    </>
  )
}

const ways: Record<ShipmentStatus, number> = { CREATED: 0, DISPATCHED: 1, DELIVERED: 2, VOIDED: 2 }

/** The answer to a step may know more than the list, and the list may learn more later. */
const further = (listed: Shipment, answered?: Shipment) =>
  answered && ways[answered.status] > ways[listed.status] ? answered : listed

function NoShipments({ narrowed }: { narrowed: boolean }) {
  return narrowed ? (
    <Empty Icon={Funnel} title="No shipment fits">
      <p>Clear the filters to see all of them.</p>
    </Empty>
  ) : (
    <Empty Icon={Truck} title="No shipment yet">
      <p>One is made as soon as an order is paid.</p>
    </Empty>
  )
}

'use client'

import { useQuery } from '@tanstack/react-query'
import { Funnel, Truck } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { count, shortId } from '@/components/format'
import { useTRPC } from '@/components/trpc-provider'
import { CopyId } from './copy-id'
import { type Column, DataTable } from './data-table'
import type { Shipment } from './desk-types'
import { FilterBar, FilterBarSpace, SelectFilter, useFilters } from './filters'
import { Empty, Failed, StaleLine } from './list-states'
import { Moment } from './moment'
import { NewRows } from './new-rows'
import { Pager } from './pager'
import { Panel } from './panel'
import { type shipmentFilters, shipmentStatuses, shipmentsAsked } from './questions'
import { ShipmentAction } from './shipment-action'
import { ShipmentBadge, shipmentStatusLook } from './shipment-badge'
import { useHeld } from './use-held'

type ShipmentFilters = ReturnType<typeof shipmentFilters>

const facts: Column<Shipment>[] = [
  {
    name: 'Order',
    card: 'o',
    cell: ({ orderId }) => (
      <Link
        href={`/admin/orders/${orderId}`}
        aria-label={`Order ${orderId}`}
        className="font-mono text-12 hover:text-accent-text hover:underline"
      >
        {shortId(orderId)}
      </Link>
    ),
    bars: ['w-20'],
  },
  {
    name: 'Shipment',
    card: 's',
    cell: ({ status }) => <ShipmentBadge status={status} />,
    bars: ['w-20', 'w-24'],
  },
  {
    name: 'Tracking number',
    card: 'n',
    cell: ({ trackingNumber }) => <CopyId id={trackingNumber} label="tracking number" whole />,
    bars: ['w-36'],
  },
  {
    name: 'Carrier',
    className: 'max-lg:hidden',
    cell: ({ carrier }) => <span className="text-ink-2">{carrier}</span>,
    bars: ['w-16'],
  },
  {
    name: 'Last moved',
    right: true,
    className: 'max-lg:hidden',
    cell: ({ deliveredAt, dispatchedAt }) => <When at={deliveredAt ?? dispatchedAt} />,
    bars: ['w-14'],
  },
  {
    name: 'Created',
    right: true,
    card: 't',
    className: 'max-lg:md:hidden',
    cell: ({ createdAt }) => <When at={createdAt} />,
    bars: ['w-14'],
  },
]

const nextStep = (onMoved: (shipment: Shipment) => void): Column<Shipment> => ({
  name: 'Next step',
  right: true,
  card: 'r',
  className: 'md:w-full',
  cell: (shipment) => <ShipmentAction shipment={shipment} onMoved={onMoved} />,
  bars: ['w-20'],
})

/** All shipments, newest first; each row can be moved one step on. */
export function ShipmentList({ filters }: { filters: ShipmentFilters }) {
  const { pending, change, clear } = useFilters(filters)
  return (
    <>
      <FilterBar label="Filter the shipments" active={Boolean(filters.status)} clear={clear}>
        <SelectFilter label="Status" value={filters.status} onChange={(value) => change('status', value)}>
          {shipmentStatuses.map((each) => (
            <option key={each} value={each}>
              {shipmentStatusLook[each].word}
            </option>
          ))}
        </SelectFilter>
      </FilterBar>
      <div aria-busy={pending}>
        <ShipmentTable key={JSON.stringify(filters)} filters={filters} />
      </div>
    </>
  )
}

/** The list in its final shape, before anything is known. */
export function ShipmentListSkeleton() {
  return (
    <>
      <FilterBarSpace />
      <Panel>
        <Rows />
      </Panel>
    </>
  )
}

type RowsProps = { shipments?: Shipment[]; onMoved?: (shipment: Shipment) => void }

function Rows({ shipments, onMoved = () => {} }: RowsProps) {
  return (
    <DataTable
      label="Shipments"
      columns={[...facts, nextStep(onMoved)]}
      rows={shipments}
      rowKey={({ shipmentId }) => shipmentId}
      card={{ areas: '"o s" "n t" "r r"', columns: 'minmax(0,1fr) auto' }}
      skeletonRows={12}
    />
  )
}

function ShipmentTable({ filters }: { filters: ShipmentFilters }) {
  const trpc = useTRPC()
  const shipments = useQuery(
    trpc.shipments.list.queryOptions(shipmentsAsked(filters), { refetchInterval: 2000 }),
  )
  const { data, error } = shipments
  const { rows, remember } = useMoved(data?.items)
  const { shown, held, release } = useHeld(rows, ({ shipmentId }) => shipmentId)
  if (error && !data) {
    return (
      <Panel>
        <Failed title="The shipments did not arrive" query={shipments} />
      </Panel>
    )
  }
  return (
    <>
      {error && <StaleLine />}
      <Panel>
        {held > 0 && <NewRows said={`${count(held, 'new shipment')}, held while you read`} show={release} />}
        {shown?.length === 0 ? (
          <NoShipments narrowed={Boolean(filters.status ?? filters.cursor)} />
        ) : (
          <Rows shipments={shown} onMoved={remember} />
        )}
        <Pager
          pathname="/admin/shipments"
          filters={filters}
          nextCursor={data?.nextCursor}
          said={shown ? count(shown.length, 'shipment') : ''}
        />
      </Panel>
    </>
  )
}

/** What was moved here stays with its answer, also when the filter no longer fits it. */
function useMoved(listed: Shipment[] | undefined) {
  const [moved, setMoved] = useState<Shipment[]>([])
  const gone = moved.filter(({ shipmentId }) => !listed?.some((each) => each.shipmentId === shipmentId))
  return {
    rows: listed && [...listed, ...gone].sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime()),
    remember: (shipment: Shipment) =>
      setMoved((all) => [...all.filter(({ shipmentId }) => shipmentId !== shipment.shipmentId), shipment]),
  }
}

function NoShipments({ narrowed }: { narrowed: boolean }) {
  return narrowed ? (
    <Empty Icon={Funnel} title="No shipment fits">
      <p>Clear the filter to see all of them.</p>
    </Empty>
  ) : (
    <Empty Icon={Truck} title="No shipment yet">
      <p>One is made as soon as an order is paid.</p>
    </Empty>
  )
}

const When = ({ at }: { at?: Date }) => <span className="text-ink-3">{at ? <Moment at={at} /> : '–'}</span>

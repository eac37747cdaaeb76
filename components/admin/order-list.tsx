'use client'

import { useQuery } from '@tanstack/react-query'
import { Funnel } from 'lucide-react'
import { count } from '@/components/format'
import { useTRPC } from '@/components/trpc-provider'
import { IgnoredParams } from '@/components/ui/ignored-params'
import { DataTable } from './data-table'
import type { Order } from './desk-types'
import { FilterBarSpace } from './filters'
import { ListPanel } from './list-panel'
import { Empty } from './list-states'
import { NoOrders } from './no-orders'
import { orderColumns } from './order-columns'
import { OrderFilterBar } from './order-filters'
import { Panel } from './panel'
import { type OrderFilters, ordersAsked } from './questions'
import { useHeld } from './use-held'

/** All orders, narrowed, sorted and paged by the address; what of that was not understood is named. */
export function OrderList({ filters, ignored }: { filters: OrderFilters; ignored: string[] }) {
  return (
    <>
      <OrderFilterBar filters={filters} />
      <IgnoredParams names={ignored} />
      <OrderTable key={JSON.stringify(filters)} filters={filters} />
    </>
  )
}

/** The list in its final shape, before anything is known. */
export function OrderListSkeleton() {
  return (
    <>
      <FilterBarSpace />
      <Panel>
        <Rows />
      </Panel>
    </>
  )
}

function Rows({ orders }: { orders?: Order[] }) {
  return (
    <DataTable
      label="Orders"
      columns={orderColumns}
      rows={orders}
      rowKey={({ orderId }) => orderId}
      card={{ areas: '"w w p" "s i t" "n n n"', columns: 'auto minmax(0,1fr) auto' }}
      skeletonRows={16}
    />
  )
}

function OrderTable({ filters }: { filters: OrderFilters }) {
  const trpc = useTRPC()
  const newest = !filters.cursor && (filters.sort ?? 'newest') === 'newest'
  const orders = useQuery(
    trpc.orders.find.queryOptions(ordersAsked(filters), { refetchInterval: newest ? 2_000 : 10_000 }),
  )
  const { shown, held, release } = useHeld(orders.data?.items, ({ orderId }) => orderId)
  const { sort: _, ...narrowing } = filters
  return (
    <ListPanel
      query={orders}
      failed="The orders did not arrive"
      waiting={held > 0 ? count(held, 'new order') : undefined}
      release={release}
      pager={{
        pathname: '/admin/orders',
        filters,
        ...pagerWords[filters.sort ?? 'newest'],
        said: shown ? count(shown.length, 'order') : '',
      }}
    >
      {shown?.length !== 0 ? (
        <Rows orders={shown} />
      ) : Object.keys(narrowing).length > 0 ? (
        <NoneOfThese />
      ) : (
        <NoOrders />
      )}
    </ListPanel>
  )
}

const pagerWords = {
  newest: { first: 'Newest', next: 'Older' },
  oldest: { first: 'Oldest', next: 'Newer' },
  largest: { first: 'Largest', next: 'Smaller' },
  smallest: { first: 'Smallest', next: 'Larger' },
}

function NoneOfThese() {
  return (
    <Empty Icon={Funnel} title="No order fits">
      <p>Try a part of an id, an e-mail address, a name or a SKU, or clear the filters to see all orders.</p>
    </Empty>
  )
}

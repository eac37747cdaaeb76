'use client'

import { useQuery } from '@tanstack/react-query'
import { Funnel } from 'lucide-react'
import { count } from '@/components/format'
import { useTRPC } from '@/components/trpc-provider'
import { orderStatusLook } from '@/components/ui/status-badge'
import { DataTable } from './data-table'
import type { Order } from './desk-types'
import { FilterBar, FilterBarSpace, SelectFilter, TextFilter, useFilters } from './filters'
import { Empty, Failed, StaleLine } from './list-states'
import { NewRows } from './new-rows'
import { NoOrders } from './no-orders'
import { orderColumns } from './order-columns'
import { Pager } from './pager'
import { Panel } from './panel'
import { type orderFilters, orderStatuses, ordersAsked } from './questions'
import { useHeld } from './use-held'

type OrderFilters = ReturnType<typeof orderFilters>

/** All orders, newest first, narrowed and paged by the address. */
export function OrderList({ filters }: { filters: OrderFilters }) {
  const { status, customerId } = filters
  const { pending, change, clear } = useFilters(filters)
  return (
    <>
      <FilterBar label="Filter the orders" active={Boolean(status ?? customerId)} clear={clear}>
        <TextFilter
          label="Customer id"
          value={customerId}
          onChange={(value) => change('customerId', value)}
        />
        <SelectFilter label="Status" value={status} onChange={(value) => change('status', value)}>
          {orderStatuses.map((each) => (
            <option key={each} value={each}>
              {orderStatusLook[each].word}
            </option>
          ))}
        </SelectFilter>
      </FilterBar>
      <div aria-busy={pending}>
        <OrderTable key={JSON.stringify(filters)} filters={filters} />
      </div>
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
  const orders = useQuery(trpc.orders.list.queryOptions(ordersAsked(filters), { refetchInterval: 2000 }))
  const { data, error } = orders
  const { shown, held, release } = useHeld(data?.items, ({ orderId }) => orderId)
  const narrowed = Boolean(filters.status ?? filters.customerId ?? filters.cursor)

  if (error && !data) {
    return (
      <Panel>
        <Failed title="The orders did not arrive" query={orders} />
      </Panel>
    )
  }
  return (
    <>
      {error && <StaleLine />}
      <Panel>
        {held > 0 && <NewRows said={`${count(held, 'new order')}, held while you read`} show={release} />}
        {shown?.length === 0 ? narrowed ? <NoneOfThese /> : <NoOrders /> : <Rows orders={shown} />}
        <Pager
          pathname="/admin/orders"
          filters={filters}
          nextCursor={data?.nextCursor}
          said={shown ? count(shown.length, 'order') : ''}
        />
      </Panel>
    </>
  )
}

function NoneOfThese() {
  return (
    <Empty Icon={Funnel} title="No order fits">
      <p>Orders are there, but none with this status and customer. Clear the filters to see all of them.</p>
    </Empty>
  )
}

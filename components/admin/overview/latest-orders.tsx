'use client'

import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/components/trpc-provider'
import { DataTable } from '../data-table'
import type { Order } from '../desk-types'
import { Failed } from '../list-states'
import { NoOrders } from '../no-orders'
import { orderColumns } from '../order-columns'
import { latestOrders } from '../questions'

const columns = orderColumns.filter(({ name }) =>
  ['Order', 'Status', 'What', 'Total', 'Placed'].includes(name),
)

export function LatestOrders() {
  const trpc = useTRPC()
  const orders = useQuery(trpc.orders.list.queryOptions(latestOrders, { refetchInterval: 2000 }))
  if (orders.error && !orders.data) return <Failed title="The orders did not arrive" query={orders} />
  return orders.data?.items.length === 0 ? <NoOrders /> : <LatestRows orders={orders.data?.items} />
}

/** Without orders it is its own skeleton. */
export function LatestRows({ orders }: { orders?: Order[] }) {
  return (
    <DataTable
      label="Latest orders"
      columns={columns}
      rows={orders}
      rowKey={({ orderId }) => orderId}
      card={{ areas: '"w w p" "s i t"', columns: 'auto minmax(0,1fr) auto' }}
      skeletonRows={latestOrders.limit}
      dense
    />
  )
}

import type { Metadata } from 'next'
import { connection } from 'next/server'
import { OrdersView } from '@/components/store/orders-view'
import { getQueryClient, Hydrate, trpc } from '@/server/trpc/server'

export const metadata: Metadata = { title: 'Your orders' }

export default async function OrdersPage() {
  await connection()
  await getQueryClient().prefetchQuery(trpc.catalogue.list.queryOptions())
  return (
    <Hydrate>
      <OrdersView />
    </Hydrate>
  )
}

import type { Metadata } from 'next'
import { connection } from 'next/server'
import { OrdersScreen } from '@/components/store/screens'
import { asked, getQueryClient, trpc } from '@/server/trpc/queries'

export const metadata: Metadata = { title: 'Your orders' }

export default async function OrdersPage() {
  await connection()
  await getQueryClient().prefetchQuery(trpc.catalogue.list.queryOptions())
  return <OrdersScreen asked={asked()} />
}

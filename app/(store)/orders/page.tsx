import type { Metadata } from 'next'
import { connection } from 'next/server'
import { mineAsked, nextPage } from '@/components/store/orders-asked'
import { OrdersScreen } from '@/components/store/screens'
import { asked, getQueryClient, trpc } from '@/server/trpc/queries'

export const metadata: Metadata = { title: 'Your orders' }

export default async function OrdersPage() {
  await connection()
  const queryClient = getQueryClient()
  await Promise.all([
    queryClient.prefetchQuery(trpc.catalogue.list.queryOptions()),
    queryClient.prefetchInfiniteQuery(trpc.orders.mine.infiniteQueryOptions(mineAsked, nextPage)),
  ])
  return <OrdersScreen asked={asked()} />
}

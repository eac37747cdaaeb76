import type { Metadata } from 'next'
import { connection } from 'next/server'
import { CartScreen } from '@/components/store/screens'
import { asked, getQueryClient, trpc } from '@/server/trpc/queries'

export const metadata: Metadata = { title: 'Your cart' }

export default async function CartPage() {
  await connection()
  await getQueryClient().prefetchQuery(trpc.catalogue.list.queryOptions())
  return <CartScreen asked={asked()} />
}

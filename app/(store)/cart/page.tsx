import type { Metadata } from 'next'
import { connection } from 'next/server'
import { CartView } from '@/components/store/cart/cart-view'
import { getQueryClient, Hydrate, trpc } from '@/server/trpc/server'

export const metadata: Metadata = { title: 'Your cart' }

export default async function CartPage() {
  await connection()
  await getQueryClient().prefetchQuery(trpc.catalogue.list.queryOptions())
  return (
    <Hydrate>
      <CartView />
    </Hydrate>
  )
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { OrderPanel } from '@/components/admin/order-panel'
import { storyOf } from '@/components/admin/questions'
import { getQueryClient, Hydrate, trpc } from '@/server/trpc/server'

type Props = { params: Promise<{ orderId: string }> }

export const metadata: Metadata = { title: 'Order' }

export default async function OrderPage({ params }: Props) {
  await connection()
  const { orderId } = await params
  const queries = getQueryClient()
  try {
    await queries.fetchQuery(trpc.orders.byId.queryOptions({ orderId }))
  } catch {
    notFound()
  }
  await queries.prefetchQuery(trpc.events.list.queryOptions(storyOf(orderId)))
  return (
    <Hydrate>
      <OrderPanel orderId={orderId} />
    </Hydrate>
  )
}

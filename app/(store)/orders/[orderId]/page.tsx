import type { Metadata } from 'next'
import { connection } from 'next/server'
import { orderNumber } from '@/components/format'
import { OrderScreen } from '@/components/store/screens'
import { asked, getQueryClient, trpc } from '@/server/trpc/queries'
import { orNotFound } from '../../or-not-found'

type Props = { params: Promise<{ orderId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Order ${orderNumber((await params).orderId)}` }
}

export default async function OrderPage({ params }: Props) {
  await connection()
  const { orderId } = await params
  const queryClient = getQueryClient()
  await orNotFound(queryClient.fetchQuery(trpc.orders.story.queryOptions({ orderId })))
  await queryClient.prefetchQuery(trpc.catalogue.list.queryOptions())
  return <OrderScreen orderId={orderId} asked={asked()} />
}

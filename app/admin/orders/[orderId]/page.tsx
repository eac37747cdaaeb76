import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { alternativeNames } from '@/components/admin/black-box/what-if-words'
import { OrderPanel } from '@/components/admin/order-panel'
import { storyOf } from '@/components/admin/questions'
import { oneOf, readParams, type SearchParams, whole } from '@/components/url-params'
import { visitor } from '@/server/access/visitor'
import { getQueryClient, Hydrate, trpc } from '@/server/trpc/server'

type Props = { params: Promise<{ orderId: string }>; searchParams: Promise<SearchParams> }

export const metadata: Metadata = { title: 'Order' }

export default async function OrderPage({ params, searchParams }: Props) {
  await visitor('orders:read')
  const { orderId } = await params
  const { filters, ignored } = readParams(await searchParams, { at: whole, whatif: oneOf(alternativeNames) })
  const queries = getQueryClient()
  try {
    await queries.fetchQuery(trpc.orders.byId.queryOptions({ orderId }))
  } catch {
    notFound()
  }
  await Promise.all([
    queries.prefetchQuery(trpc.events.list.queryOptions(storyOf(orderId))),
    queries.prefetchQuery(trpc.events.receipts.queryOptions({ orderId })),
    queries.prefetchQuery(trpc.orders.payment.queryOptions({ orderId })),
  ])
  return (
    <Hydrate>
      <OrderPanel
        orderId={orderId}
        at={filters.at ? Number(filters.at) : undefined}
        whatIf={filters.whatif}
        ignored={ignored}
      />
    </Hydrate>
  )
}

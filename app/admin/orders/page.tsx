import type { Metadata } from 'next'
import { connection } from 'next/server'
import { Suspense } from 'react'
import { OrderList, OrderListSkeleton } from '@/components/admin/order-list'
import { PageBody } from '@/components/admin/page-body'
import { orderFilters, ordersAsked } from '@/components/admin/questions'
import { TitleBar } from '@/components/admin/title-bar'
import type { SearchParams } from '@/components/url-params'
import { visitor } from '@/server/access/visitor'
import { getQueryClient, Hydrate, trpc } from '@/server/trpc/server'

type Props = { searchParams: Promise<SearchParams> }

export const metadata: Metadata = { title: 'Orders' }

export default async function OrdersPage({ searchParams }: Props) {
  await visitor('orders:read')
  return (
    <>
      <TitleBar title="Orders" />
      <PageBody>
        <Suspense fallback={<OrderListSkeleton />}>
          <Orders searchParams={searchParams} />
        </Suspense>
      </PageBody>
    </>
  )
}

async function Orders({ searchParams }: Props) {
  await connection()
  const { filters, ignored } = orderFilters(await searchParams)
  await getQueryClient().prefetchQuery(trpc.orders.find.queryOptions(ordersAsked(filters)))
  return (
    <Hydrate>
      <OrderList filters={filters} ignored={ignored} />
    </Hydrate>
  )
}

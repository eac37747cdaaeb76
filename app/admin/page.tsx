import type { Metadata } from 'next'
import { connection } from 'next/server'
import { Suspense } from 'react'
import { Overview, OverviewSkeleton } from '@/components/admin/overview'
import { PageBody } from '@/components/admin/page-body'
import { latestOrders, sameNumbers } from '@/components/admin/questions'
import { TitleBar } from '@/components/admin/title-bar'
import { getQueryClient, Hydrate, trpc } from '@/server/trpc/server'

export const metadata: Metadata = { title: { absolute: 'Overview · Tiny Store desk' } }

export default function OverviewPage() {
  return (
    <>
      <TitleBar title="Overview" />
      <PageBody>
        <Suspense fallback={<OverviewSkeleton />}>
          <Numbers />
        </Suspense>
      </PageBody>
    </>
  )
}

async function Numbers() {
  await connection()
  await Promise.all([
    getQueryClient().prefetchQuery(trpc.overview.queryOptions(undefined, sameNumbers)),
    getQueryClient().prefetchQuery(trpc.orders.list.queryOptions(latestOrders)),
  ])
  return (
    <Hydrate>
      <Overview />
    </Hydrate>
  )
}

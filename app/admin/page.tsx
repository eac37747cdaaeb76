import type { Metadata } from 'next'
import { connection } from 'next/server'
import { Suspense } from 'react'
import { Overview, OverviewSkeleton } from '@/components/admin/overview/overview'
import { overviewParams } from '@/components/admin/overview/questions'
import { StretchChoice } from '@/components/admin/overview/trends'
import { PageBody } from '@/components/admin/page-body'
import { latestOrders, sameNumbers } from '@/components/admin/questions'
import { TitleBar } from '@/components/admin/title-bar'
import { IgnoredParams } from '@/components/ui/ignored-params'
import type { SearchParams } from '@/components/url-params'
import { visitor } from '@/server/access/visitor'
import { getQueryClient, Hydrate, trpc } from '@/server/trpc/server'

type Props = { searchParams: Promise<SearchParams> }

export const metadata: Metadata = { title: { absolute: 'Overview · Tiny Store desk' } }

export default async function OverviewPage({ searchParams }: Props) {
  await visitor('orders:read')
  return (
    <>
      <TitleBar title="Overview">
        <Suspense>
          <Choice searchParams={searchParams} />
        </Suspense>
      </TitleBar>
      <PageBody>
        <Suspense fallback={<OverviewSkeleton stretch="days" />}>
          <Numbers searchParams={searchParams} />
        </Suspense>
      </PageBody>
    </>
  )
}

async function Choice({ searchParams }: Props) {
  return <StretchChoice stretch={overviewParams(await searchParams).filters.span ?? 'days'} />
}

async function Numbers({ searchParams }: Props) {
  await connection()
  const { filters, ignored } = overviewParams(await searchParams)
  await Promise.all([
    getQueryClient().prefetchQuery(trpc.overview.queryOptions(undefined, sameNumbers)),
    getQueryClient().prefetchQuery(trpc.orders.list.queryOptions(latestOrders)),
  ])
  return (
    <Hydrate>
      <IgnoredParams names={ignored} />
      <Overview stretch={filters.span ?? 'days'} />
    </Hydrate>
  )
}

import type { Metadata } from 'next'
import { connection } from 'next/server'
import { Suspense } from 'react'
import { Analytics, AnalyticsSkeleton } from '@/components/admin/analytics/analytics'
import { analyticsParams } from '@/components/admin/analytics/questions'
import { StretchChoice } from '@/components/admin/analytics/stretch-choice'
import { PageBody } from '@/components/admin/page-body'
import { TitleBar } from '@/components/admin/title-bar'
import { IgnoredParams } from '@/components/ui/ignored-params'
import type { SearchParams } from '@/components/url-params'
import { visitor } from '@/server/access/visitor'
import { getQueryClient, Hydrate, trpc } from '@/server/trpc/server'

type Props = { searchParams: Promise<SearchParams> }

export const metadata: Metadata = { title: 'Analytics' }

export default async function AnalyticsPage({ searchParams }: Props) {
  await visitor('analytics:read')
  return (
    <>
      <TitleBar title="Analytics">
        <Suspense>
          <Choice searchParams={searchParams} />
        </Suspense>
      </TitleBar>
      <PageBody>
        <Suspense fallback={<AnalyticsSkeleton />}>
          <Figures searchParams={searchParams} />
        </Suspense>
      </PageBody>
    </>
  )
}

async function Choice({ searchParams }: Props) {
  return <StretchChoice stretch={analyticsParams(await searchParams).stretch} />
}

async function Figures({ searchParams }: Props) {
  await connection()
  const { stretch, ignored } = analyticsParams(await searchParams)
  await getQueryClient().prefetchQuery(trpc.analytics.figures.queryOptions({ stretch }))
  return (
    <Hydrate>
      <IgnoredParams names={ignored} />
      <Analytics stretch={stretch} />
    </Hydrate>
  )
}

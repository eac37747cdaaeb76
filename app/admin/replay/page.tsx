import type { Metadata } from 'next'
import { connection } from 'next/server'
import { Suspense } from 'react'
import { PageBody } from '@/components/admin/page-body'
import { ReadModels, ReadModelsSkeleton } from '@/components/admin/replay/read-models'
import { WhatIfRange } from '@/components/admin/replay/what-if-range'
import { TitleBar } from '@/components/admin/title-bar'
import { visitor } from '@/server/access/visitor'
import { getQueryClient, Hydrate, trpc } from '@/server/trpc/server'

export const metadata: Metadata = { title: 'Replay' }

export default async function ReplayPage() {
  await visitor('analytics:read')
  return (
    <>
      <TitleBar title="Replay" />
      <PageBody>
        <Suspense fallback={<ReadModelsSkeleton />}>
          <Standing />
        </Suspense>
        <WhatIfRange />
      </PageBody>
    </>
  )
}

async function Standing() {
  await connection()
  await getQueryClient().prefetchQuery(trpc.analytics.models.queryOptions())
  return (
    <Hydrate>
      <ReadModels />
    </Hydrate>
  )
}

import type { Metadata } from 'next'
import { connection } from 'next/server'
import { Suspense } from 'react'
import { PageBody } from '@/components/admin/page-body'
import { silenceAsked } from '@/components/admin/silence/questions'
import { Silence, SilenceSkeleton, SilentOrders } from '@/components/admin/silence/silence'
import { TitleBar } from '@/components/admin/title-bar'
import { visitor } from '@/server/access/visitor'
import { getQueryClient, Hydrate, trpc } from '@/server/trpc/server'

export const metadata: Metadata = { title: 'Silence' }

export default async function SilencePage() {
  await visitor('events:read')
  return (
    <>
      <TitleBar title="Silence" detail={<SilentOrders />} />
      <PageBody>
        <Suspense fallback={<SilenceSkeleton />}>
          <Listed />
        </Suspense>
      </PageBody>
    </>
  )
}

async function Listed() {
  await connection()
  await getQueryClient().prefetchQuery(trpc.silence.list.queryOptions(silenceAsked))
  return (
    <Hydrate>
      <Silence />
    </Hydrate>
  )
}

import type { Metadata } from 'next'
import { connection } from 'next/server'
import { Suspense } from 'react'
import { Contract, ContractSkeleton, EventCount } from '@/components/admin/contract/contract'
import { PageBody } from '@/components/admin/page-body'
import { TitleBar } from '@/components/admin/title-bar'
import { visitor } from '@/server/access/visitor'
import { getQueryClient, Hydrate, trpc } from '@/server/trpc/server'

export const metadata: Metadata = { title: 'Contract' }

export default async function ContractPage() {
  await visitor('events:read')
  return (
    <>
      <TitleBar title="Contract" detail={<EventCount />} />
      <PageBody>
        <Suspense fallback={<ContractSkeleton />}>
          <EventMap />
        </Suspense>
      </PageBody>
    </>
  )
}

async function EventMap() {
  await connection()
  await getQueryClient().prefetchQuery(trpc.contract.queryOptions())
  return (
    <Hydrate>
      <Contract />
    </Hydrate>
  )
}

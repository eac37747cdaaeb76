import type { Metadata } from 'next'
import { connection } from 'next/server'
import { Suspense } from 'react'
import { PageBody } from '@/components/admin/page-body'
import { Proof, ProofSkeleton } from '@/components/admin/proof/proof'
import { TitleBar } from '@/components/admin/title-bar'
import { visitor } from '@/server/access/visitor'
import { getQueryClient, Hydrate, trpc } from '@/server/trpc/server'

export const metadata: Metadata = { title: 'Proof' }

export default async function ProofPage() {
  await visitor('proof:run')
  return (
    <>
      <TitleBar title="Proof" />
      <PageBody>
        <Suspense fallback={<ProofSkeleton />}>
          <Answers />
        </Suspense>
      </PageBody>
    </>
  )
}

async function Answers() {
  await connection()
  await getQueryClient().prefetchQuery(trpc.proof.list.queryOptions())
  return (
    <Hydrate>
      <Proof />
    </Hydrate>
  )
}

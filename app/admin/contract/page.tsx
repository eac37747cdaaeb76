import type { Metadata } from 'next'
import { Contract, EventCount } from '@/components/admin/contract/contract'
import { PageBody } from '@/components/admin/page-body'
import { TitleBar } from '@/components/admin/title-bar'
import { visitor } from '@/server/access/visitor'
import { getQueryClient, Hydrate, trpc } from '@/server/trpc/server'

export const metadata: Metadata = { title: 'Contract' }

export default async function ContractPage() {
  await visitor('events:read')
  await getQueryClient().prefetchQuery(trpc.contract.queryOptions())
  return (
    <Hydrate>
      <TitleBar title="Contract" detail={<EventCount />} />
      <PageBody>
        <Contract />
      </PageBody>
    </Hydrate>
  )
}

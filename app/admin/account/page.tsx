import type { Metadata } from 'next'
import { Account } from '@/components/admin/account/account'
import { PageBody } from '@/components/admin/page-body'
import { TitleBar } from '@/components/admin/title-bar'
import { visitor } from '@/server/access/visitor'
import { getQueryClient, Hydrate, trpc } from '@/server/trpc/server'

export const metadata: Metadata = { title: 'Your account' }

export default async function AccountPage() {
  await visitor('staff')
  const queries = getQueryClient()
  await Promise.all([
    queries.prefetchQuery(trpc.account.me.queryOptions()),
    queries.prefetchQuery(trpc.account.sessions.queryOptions()),
  ])
  return (
    <Hydrate>
      <TitleBar title="Your account" />
      <PageBody>
        <Account />
      </PageBody>
    </Hydrate>
  )
}

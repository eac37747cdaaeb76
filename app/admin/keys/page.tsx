import type { Metadata } from 'next'
import { KeyCount, KeyList } from '@/components/admin/keys/key-list'
import { NewKey } from '@/components/admin/keys/new-key'
import { PageBody } from '@/components/admin/page-body'
import { TitleBar } from '@/components/admin/title-bar'
import { visitor } from '@/server/access/visitor'
import { getQueryClient, Hydrate, trpc } from '@/server/trpc/server'

export const metadata: Metadata = { title: 'API keys' }

export default async function KeysPage() {
  await visitor('keys:manage')
  await getQueryClient().prefetchQuery(trpc.keys.list.queryOptions())
  return (
    <Hydrate>
      <TitleBar title="API keys" detail={<KeyCount />}>
        <NewKey />
      </TitleBar>
      <PageBody>
        <KeyList />
      </PageBody>
    </Hydrate>
  )
}

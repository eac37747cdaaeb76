import type { Metadata } from 'next'
import { PageBody } from '@/components/admin/page-body'
import { silenceAsked } from '@/components/admin/silence/questions'
import { Silence, SilentOrders } from '@/components/admin/silence/silence'
import { TitleBar } from '@/components/admin/title-bar'
import { visitor } from '@/server/access/visitor'
import { getQueryClient, Hydrate, trpc } from '@/server/trpc/server'

export const metadata: Metadata = { title: 'Silence' }

export default async function SilencePage() {
  await visitor('events:read')
  await getQueryClient().prefetchQuery(trpc.silence.list.queryOptions(silenceAsked))
  return (
    <Hydrate>
      <TitleBar title="Silence" detail={<SilentOrders />} />
      <PageBody>
        <Silence />
      </PageBody>
    </Hydrate>
  )
}

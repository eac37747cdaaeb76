import type { Metadata } from 'next'
import { connection } from 'next/server'
import { Suspense } from 'react'
import { May } from '@/components/admin/may'
import { PageBody } from '@/components/admin/page-body'
import { TitleBar } from '@/components/admin/title-bar'
import { NewEndpoint } from '@/components/admin/webhooks/endpoint-drawer'
import { deliveriesAsked, webhookParams } from '@/components/admin/webhooks/questions'
import { EndpointCount, Webhooks, WebhooksSkeleton } from '@/components/admin/webhooks/webhooks'
import { IgnoredParams } from '@/components/ui/ignored-params'
import type { SearchParams } from '@/components/url-params'
import { visitor } from '@/server/access/visitor'
import { getQueryClient, Hydrate, trpc } from '@/server/trpc/server'

type Props = { searchParams: Promise<SearchParams> }

export const metadata: Metadata = { title: 'Webhooks' }

export default async function WebhooksPage({ searchParams }: Props) {
  await visitor('webhooks:read')
  // Before the title, which says how many there are: what it asked first would not be taken from what comes after it.
  await getQueryClient().prefetchQuery(trpc.webhooks.list.queryOptions())
  return (
    <Hydrate>
      <TitleBar title="Webhooks" detail={<EndpointCount />}>
        <May do="webhooks:write">
          <NewEndpoint />
        </May>
      </TitleBar>
      <PageBody>
        <Suspense fallback={<WebhooksSkeleton />}>
          <Content searchParams={searchParams} />
        </Suspense>
      </PageBody>
    </Hydrate>
  )
}

async function Content({ searchParams }: Props) {
  await connection()
  const { filters, ignored } = webhookParams(await searchParams)
  const queries = getQueryClient()
  // What cannot be asked here is asked again below, and says there why not.
  const endpoints = await queries.fetchQuery(trpc.webhooks.list.queryOptions()).catch(() => [])
  const id = filters.endpoint ?? endpoints[0]?.id
  if (id) {
    await Promise.all([
      queries.prefetchQuery(trpc.webhooks.byId.queryOptions({ id })),
      queries.prefetchQuery(trpc.webhooks.deliveries.queryOptions(deliveriesAsked(id, filters))),
      queries.prefetchQuery(trpc.events.types.queryOptions()),
    ])
  }
  return (
    <Hydrate>
      <IgnoredParams names={ignored} />
      <Webhooks filters={filters} />
    </Hydrate>
  )
}

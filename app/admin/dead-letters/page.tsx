import type { Metadata } from 'next'
import { connection } from 'next/server'
import { Suspense } from 'react'
import { DeadDetail } from '@/components/admin/dead-letters/dead-detail'
import { DeadLetters, DeadLettersSkeleton } from '@/components/admin/dead-letters/dead-letters'
import { History } from '@/components/admin/dead-letters/history'
import {
  type DeadLetterFilters,
  deadLetterParams,
  decisionsAsked,
  keyOf,
  LISTED,
} from '@/components/admin/dead-letters/questions'
import { Tabs } from '@/components/admin/dead-letters/tabs'
import { PageBody } from '@/components/admin/page-body'
import { TitleBar } from '@/components/admin/title-bar'
import { IgnoredParams } from '@/components/ui/ignored-params'
import type { SearchParams } from '@/components/url-params'
import { visitor } from '@/server/access/visitor'
import { getQueryClient, Hydrate, trpc } from '@/server/trpc/server'

type Props = { searchParams: Promise<SearchParams> }

export const metadata: Metadata = { title: 'Dead letters' }

export default async function DeadLettersPage({ searchParams }: Props) {
  await visitor('events:read')
  return (
    <>
      <TitleBar
        title="Dead letters"
        detail={
          <Suspense>
            <Count />
          </Suspense>
        }
      />
      <PageBody>
        <Suspense fallback={<DeadLettersSkeleton />}>
          <Content searchParams={searchParams} />
        </Suspense>
      </PageBody>
    </>
  )
}

async function Count() {
  await connection()
  await getQueryClient().prefetchQuery(trpc.deadLetters.groups.queryOptions())
  return (
    <Hydrate>
      <DeadDetail />
    </Hydrate>
  )
}

async function Content({ searchParams }: Props) {
  await connection()
  const { filters, ignored } = deadLetterParams(await searchParams)
  await ask(filters)
  return (
    <Hydrate>
      <IgnoredParams names={ignored} />
      <Tabs tab={filters.tab} />
      {filters.tab === 'history' ? <History filters={filters} /> : <DeadLetters filters={filters} />}
    </Hydrate>
  )
}

async function ask(filters: DeadLetterFilters) {
  const queries = getQueryClient()
  const key = keyOf(filters)
  if (filters.tab === 'history') {
    return queries.prefetchQuery(trpc.deadLetters.decisions.queryOptions(decisionsAsked(filters)))
  }
  // What cannot be asked here is asked again below, and says there why not.
  const [groups, letter] = await Promise.all([
    queries.fetchQuery(trpc.deadLetters.groups.queryOptions()).catch(() => []),
    key && queries.fetchQuery(trpc.deadLetters.byKey.queryOptions(key)).catch(() => undefined),
  ])
  const group = filters.group ?? letter?.group ?? groups[0]?.key
  if (group) await queries.prefetchQuery(trpc.deadLetters.list.queryOptions({ group, limit: LISTED }))
}

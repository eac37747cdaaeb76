import type { Metadata } from 'next'
import { Suspense } from 'react'
import { auditAsked } from '@/components/admin/audit/audit-questions'
import { AuditTrail, AuditTrailSkeleton } from '@/components/admin/audit/audit-trail'
import { PageBody } from '@/components/admin/page-body'
import { TitleBar } from '@/components/admin/title-bar'
import { IgnoredParams } from '@/components/ui/ignored-params'
import { readParams, type SearchParams, whole, words } from '@/components/url-params'
import { visitor } from '@/server/access/visitor'
import { eventQuery } from '@/server/event-query'
import { time } from '@/server/kernel/text'
import { getQueryClient, Hydrate, trpc } from '@/server/trpc/server'
import { fits } from '../fits'

type Props = { searchParams: Promise<SearchParams> }

export const metadata: Metadata = { title: 'Audit trail' }

export default async function AuditPage({ searchParams }: Props) {
  await visitor('audit:read')
  return (
    <>
      <TitleBar title="Audit trail" detail={<span className="max-md:hidden">only ever added to</span>} />
      <PageBody>
        <Suspense fallback={<AuditTrailSkeleton />}>
          <Trail searchParams={searchParams} />
        </Suspense>
      </PageBody>
    </>
  )
}

const rules = {
  who: words(200),
  action: words(100),
  target: words(300),
  within: fits(eventQuery.within),
  from: fits(time),
  to: fits(time),
  cursor: whole,
  entry: whole,
}

async function Trail({ searchParams }: Props) {
  const { filters, ignored } = readParams(await searchParams, rules)
  const { entry: _, ...rest } = filters
  await getQueryClient().prefetchQuery(trpc.audit.list.queryOptions(auditAsked(rest)))
  return (
    <Hydrate>
      <IgnoredParams names={ignored} />
      <AuditTrail filters={rest} />
    </Hydrate>
  )
}

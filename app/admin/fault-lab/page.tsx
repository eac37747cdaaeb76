import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { NewRule } from '@/components/admin/fault-lab/new-rule'
import { ActiveCount, Rules } from '@/components/admin/fault-lab/rules'
import { Uses } from '@/components/admin/fault-lab/uses'
import { usesAsked } from '@/components/admin/fault-lab/words'
import { PageBody } from '@/components/admin/page-body'
import { TitleBar } from '@/components/admin/title-bar'
import { settings } from '@/server/platform/settings'
import { getQueryClient, Hydrate, trpc } from '@/server/trpc/server'

export const metadata: Metadata = { title: 'Fault lab' }

/** Where faults are made on purpose; only where the lab is on there is such a page. */
export default async function FaultLabPage() {
  await connection()
  if (!settings().faultLab) notFound()
  const queries = getQueryClient()
  await Promise.all([
    queries.prefetchQuery(trpc.faultLab.reacting.queryOptions()),
    queries.prefetchQuery(trpc.faultLab.rules.queryOptions()),
    queries.prefetchQuery(trpc.faultLab.uses.queryOptions(usesAsked)),
  ])
  return (
    <Hydrate>
      <TitleBar title="Fault lab" detail={<ActiveCount />} />
      <PageBody>
        <div className="grid items-start gap-3 xl:grid-cols-[minmax(0,1fr)_384px]">
          <div className="grid gap-3">
            <NewRule />
            <Rules />
          </div>
          <Uses />
        </div>
      </PageBody>
    </Hydrate>
  )
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActiveCount, FaultLab } from '@/components/admin/fault-lab/fault-lab'
import { usesAsked } from '@/components/admin/fault-lab/words'
import { PageBody } from '@/components/admin/page-body'
import { TitleBar } from '@/components/admin/title-bar'
import { visitor } from '@/server/access/visitor'
import { settings } from '@/server/platform/settings'
import { getQueryClient, Hydrate, trpc } from '@/server/trpc/server'

export const metadata: Metadata = { title: 'Fault lab' }

/** Where faults are made on purpose; only where the lab is on there is such a page. */
export default async function FaultLabPage() {
  await visitor('fault-lab:write')
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
        <FaultLab />
      </PageBody>
    </Hydrate>
  )
}

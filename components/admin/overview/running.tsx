import { Skeleton } from '@/components/ui/skeleton'
import { Panel } from '../panel'
import type { Overview } from './questions'

const engines = { embedded: 'Embedded, in this process', inngest: 'Inngest' }

/** What the shop runs on right now. */
export function Running({ overview }: { overview?: Overview }) {
  return (
    <Panel title="Running on">
      <dl className="grid grid-cols-[88px_minmax(0,1fr)] gap-x-3 gap-y-1 px-4 py-3 max-md:px-3.5">
        <dt className="text-ink-3">Engine</dt>
        <dd>{overview ? engines[overview.engine] : <Skeleton className="my-1 h-3 w-40" />}</dd>
        <dt className="text-ink-3">Database</dt>
        <dd className="break-words">{overview?.database ?? <Skeleton className="my-1 h-3 w-32" />}</dd>
      </dl>
      <p className="px-4 pb-3 text-12 text-ink-3 max-md:px-3.5">
        Days and hours are UTC. Days before today are counted again once a minute; the pace is that of the
        last 500 that shipped.
      </p>
    </Panel>
  )
}

'use client'

import { useQuery } from '@tanstack/react-query'
import { duration } from '@/components/format'
import { useTRPC } from '@/components/trpc-provider'
import { Skeleton } from '@/components/ui/skeleton'
import { Tag } from '@/components/ui/tag'
import { figure } from '../figures'
import { Failed, StaleLine } from '../list-states'
import { Panel } from '../panel'
import { Deliveries } from './deliveries'
import type { Made } from './endpoint-drawer'
import { EndpointHead } from './endpoint-head'
import { Notices } from './notices'
import type { EndpointDetail, WebhookFilters } from './questions'

type EndpointViewProps = { id: string; filters: WebhookFilters; onMade: (made: Made) => void }

/** One endpoint: how it is, what can be done with it, and everything it was told. */
export function EndpointView({ id, filters, onMade }: EndpointViewProps) {
  const trpc = useTRPC()
  const asked = useQuery(trpc.webhooks.byId.queryOptions({ id }, { refetchInterval: 5_000 }))
  const endpoint = asked.data
  if (asked.error && !endpoint) {
    return (
      <Panel>
        <Failed title="That endpoint is not here" query={asked} />
      </Panel>
    )
  }
  return (
    <div className="grid min-w-0 gap-3">
      {asked.error && <StaleLine />}
      <Panel>
        {endpoint ? (
          <>
            <EndpointHead endpoint={endpoint} onMade={onMade} />
            <Facts endpoint={endpoint} />
            <Notices endpoint={endpoint} />
          </>
        ) : (
          <div aria-busy className="grid h-31 content-start gap-4 p-4">
            <Skeleton className="h-4 w-40" />
            <Skeleton className="h-3 w-80 max-w-full" />
          </div>
        )}
      </Panel>
      <Deliveries id={id} filters={filters} isOn={endpoint?.status === 'ON'} />
    </div>
  )
}

function Facts({ endpoint: { filters, day, p95Ms, waitsMs, ordered } }: { endpoint: EndpointDetail }) {
  const whole = waitsMs.reduce((sum, ms) => sum + ms, 0)
  return (
    <dl className="grid grid-cols-[1.7fr_1fr_1fr_1.2fr] gap-x-4 gap-y-3 border-line border-t px-4 py-3 tabular-nums max-md:grid-cols-2 max-md:px-3.5 [&_dd]:font-medium [&_dt]:text-12 [&_dt]:text-ink-3">
      <div>
        <dt>Gets</dt>
        <dd className="flex flex-wrap gap-1">
          {filters.map((filter) => (
            <Tag key={filter}>{filter}</Tag>
          ))}
        </dd>
      </div>
      <div>
        <dt>Arrived, 24 h</dt>
        <dd>{day.of > 0 ? `${figure(day.arrived)} of ${figure(day.of)}` : 'nothing sent'}</dd>
      </div>
      <div>
        <dt>Answers in, p95</dt>
        <dd>{p95Ms === null ? '–' : duration(p95Ms)}</dd>
      </div>
      <div>
        <dt>Tries</dt>
        <dd>
          {waitsMs.length + 1} over {duration(whole)}, {ordered ? 'in order' : 'each by itself'}
        </dd>
      </div>
    </dl>
  )
}

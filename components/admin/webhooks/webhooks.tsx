'use client'

import { useQuery } from '@tanstack/react-query'
import { Webhook } from 'lucide-react'
import { useState } from 'react'
import { count } from '@/components/format'
import { useTRPC } from '@/components/trpc-provider'
import { Skeleton } from '@/components/ui/skeleton'
import { Empty, Failed, StaleLine } from '../list-states'
import { May } from '../may'
import { Panel } from '../panel'
import { EndpointDrawer, type Made, NewEndpoint } from './endpoint-drawer'
import { EndpointList } from './endpoint-list'
import { EndpointView } from './endpoint-view'
import { MadeSecret } from './made-secret'
import type { WebhookFilters } from './questions'

/** Other programs that are told of events: who they are, and what came of telling them. */
export function Webhooks({ filters }: { filters: WebhookFilters }) {
  const trpc = useTRPC()
  const list = useQuery(trpc.webhooks.list.queryOptions(undefined, { refetchInterval: 5_000 }))
  const [made, setMade] = useState<Made>()
  const endpoints = list.data
  const chosen = filters.endpoint ?? endpoints?.[0]?.id
  if (list.error && !endpoints) {
    return (
      <Panel>
        <Failed title="The endpoints did not arrive" query={list} />
      </Panel>
    )
  }
  return (
    <>
      {list.error && <StaleLine />}
      {endpoints?.length === 0 ? (
        <Panel>
          <Empty Icon={Webhook} title="Nobody is told yet">
            <p>
              An endpoint is the address of another program. It is told of the events it asks for, signed,
              until it has answered that it heard.
            </p>
            <May do="webhooks:write">
              <NewEndpoint />
            </May>
          </Empty>
        </Panel>
      ) : endpoints ? (
        <div className="grid items-start gap-3 lg:grid-cols-[304px_minmax(0,1fr)]">
          <EndpointList endpoints={endpoints} chosen={chosen} />
          {chosen && <EndpointView key={chosen} id={chosen} filters={filters} onMade={setMade} />}
        </div>
      ) : (
        <WebhooksSkeleton />
      )}
      <EndpointDrawer id={chosen} onMade={setMade} />
      {made && <MadeSecret made={made} close={() => setMade(undefined)} />}
    </>
  )
}

/** The page in its final shape, before anything is known. */
export function WebhooksSkeleton() {
  return (
    <div className="grid items-start gap-3 lg:grid-cols-[304px_minmax(0,1fr)]" aria-busy>
      <Panel title="Endpoints">
        <div className="grid gap-2.5 px-4 py-3.5">
          <Skeleton className="h-3 w-44" />
          <Skeleton className="h-3 w-52" />
          <Skeleton className="h-3 w-32" />
        </div>
      </Panel>
      <Panel>
        <div className="h-80" />
      </Panel>
    </div>
  )
}

/** Beside the title. */
export function EndpointCount() {
  const trpc = useTRPC()
  const { data } = useQuery(trpc.webhooks.list.queryOptions())
  return data && data.length > 0 && count(data.length, 'endpoint')
}

'use client'

import { useQuery } from '@tanstack/react-query'
import { every, useTRPC } from '@/components/trpc-provider'
import { Skeleton } from '@/components/ui/skeleton'
import { Failed, StaleLine } from '../list-states'
import { Panel } from '../panel'
import { ReadModelRow } from './read-model-row'

/** How each read model stands, and what is being built beside it. */
export function ReadModels() {
  const trpc = useTRPC()
  const query = useQuery(
    trpc.analytics.models.queryOptions(undefined, {
      refetchInterval: (asked) =>
        every(asked.state.data?.some(({ rebuild }) => rebuild) ? 500 : 2_000)(asked),
    }),
  )
  if (query.error && !query.data) {
    return (
      <Panel>
        <Failed title="The read models did not arrive" query={query} />
      </Panel>
    )
  }
  if (!query.data) return <ReadModelsSkeleton />
  return (
    <>
      {query.error && <StaleLine />}
      <Panel title="Read models" aside={<Command />}>
        <ul>
          {query.data.map((model) => (
            <ReadModelRow key={model.name} model={model} />
          ))}
        </ul>
      </Panel>
    </>
  )
}

const Command = () => <code className="font-mono text-12 max-md:hidden">npm run replay -- --all</code>

/** The panel in its final shape, before anything is known. */
export function ReadModelsSkeleton() {
  return (
    <Panel title="Read models" aside={<Command />}>
      <ul aria-busy>
        {['w-32', 'w-36', 'w-28', 'w-40', 'w-30'].map((width) => (
          <li
            key={width}
            className="grid h-16 content-center gap-2 border-line-soft border-b px-4 last:border-b-0"
          >
            <Skeleton className={`h-3 ${width}`} />
            <Skeleton className="h-3 w-72 max-w-full" />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

import { Crosshair } from 'lucide-react'
import Link from 'next/link'
import type { ComponentProps } from 'react'
import { Skeleton } from '@/components/ui/skeleton'
import { VerdictWord } from '../dead-letters/verdict'
import type { Module } from '../desk-types'
import { Empty, Failed } from '../list-states'
import { ModuleSquare } from '../modules'
import { Moment } from '../moment'
import { OrderLink } from '../order-link'
import { Panel } from '../panel'
import { effectOf, type Use, usesAsked } from './words'

const row = 'grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5 border-line-soft border-b px-4 py-2.5'

type UsesProps = {
  query: ComponentProps<typeof Failed>['query'] & { data?: { items: Use[]; nextCursor?: number } }
}

/** What rules did, the last first, and what came of it. */
export function Uses({ query }: UsesProps) {
  if (query.error && !query.data) {
    return (
      <Panel title="What they hit">
        <Failed title="The record did not arrive" query={query} />
      </Panel>
    )
  }
  const { items, nextCursor } = query.data ?? {}
  return (
    <Panel title="What they hit">
      {items?.length === 0 ? (
        <Empty Icon={Crosshair} title="Nothing yet">
          <p>Each use of a rule stands here, with the event and the order that met it.</p>
        </Empty>
      ) : (
        <ol aria-label="Uses" aria-busy={!items} className="*:last:border-b-0">
          {items?.map((use) => <UseRow key={use.useId} {...use} />) ?? <UsesSkeleton />}
        </ol>
      )}
      {nextCursor !== undefined && (
        <p className="border-line border-t px-4 py-2.5 text-12 text-ink-3">
          The last {usesAsked.limit}. All of them: <code className="font-mono">GET /api/fault-lab/uses</code>
        </p>
      )}
    </Panel>
  )
}

function UseRow({ eventId, eventType, lane, module, attempt, at, delivery, ...rule }: Use) {
  return (
    <li className={row}>
      <span className="flex min-w-0 items-center gap-2">
        {module ? (
          <ModuleSquare module={module as Module} className="size-2" />
        ) : (
          <i aria-hidden className="size-2 flex-none rounded-[2px] bg-line-strong" />
        )}
        <Link
          href={`/admin/events?event=${eventId}`}
          prefetch={false}
          className="truncate font-medium hover:text-accent-text hover:underline"
        >
          {eventType}
        </Link>
        <OrderLink orderId={lane} className="text-ink-3 hover:text-accent-text hover:underline" />
      </span>
      <span className="text-12/5 text-ink-3">
        <Moment at={at} precise />
      </span>
      <span className="text-12/4 text-ink-2">
        {module ? `${module}, try ${attempt}: ${effectOf(rule)}` : effectOf(rule)}
      </span>
      <span className="text-right text-12/4">{delivery && <CameOfIt {...delivery} />}</span>
    </li>
  )
}

function CameOfIt({ status, attempts }: NonNullable<Use['delivery']>) {
  if (status === 'DONE') return <VerdictWord kind="good" word="went on" />
  if (status === 'DEAD') return <VerdictWord kind="bad" word="dead letter" />
  if (status === 'DISCARDED') return <VerdictWord kind="idle" word="discarded" />
  return <VerdictWord kind="waiting" word={attempts > 0 ? `${attempts} of 4 failed` : 'waits'} />
}

function UsesSkeleton() {
  return Array.from({ length: 4 }, (_, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rows that stand for nothing have no identity
    <li key={index} className={row}>
      <Skeleton className="my-1 h-3 w-44" />
      <Skeleton className="my-1 h-3 w-16" />
      <Skeleton className="my-0.5 h-3 w-52" />
      <Skeleton className="my-0.5 h-3 w-14" />
    </li>
  ))
}

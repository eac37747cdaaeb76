'use client'

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { every, useTRPC } from '@/components/trpc-provider'
import { Skeleton } from '@/components/ui/skeleton'
import { StatusBadge } from '@/components/ui/status-badge'
import { OrderLink } from './order-link'

/** Names and what they stand for: `dt` and `dd` in turn. */
export function DrawerFacts({ children }: { children: ReactNode }) {
  return (
    <dl className="grid grid-cols-[112px_minmax(0,1fr)] gap-x-3 gap-y-1 border-line border-b px-5 py-3 wrap-anywhere tabular-nums max-md:px-4 [&_dt]:text-ink-3">
      {children}
    </dl>
  )
}

/** Holds the place of so many facts. */
export function DrawerFactsSpace({ lines }: { lines: number }) {
  return (
    <div aria-hidden className="grid gap-y-1 border-line border-b px-5 py-3 max-md:px-4">
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines that stand for nothing have no identity
        <span key={line} className="flex h-5 items-center gap-3">
          <Skeleton className="h-3 w-16" />
          <Skeleton className="ml-12 h-3 w-40" />
        </span>
      ))}
    </div>
  )
}

type DrawerSectionProps = { title: string; aside?: ReactNode; children: ReactNode }

export function DrawerSection({ title, aside, children }: DrawerSectionProps) {
  return (
    <section aria-label={title} className="border-line border-b last:border-b-0">
      <header className="flex items-center justify-between gap-3 px-5 pt-3 pb-1 max-md:px-4">
        <h3 className="font-semibold text-13">{title}</h3>
        {aside && <div className="text-12 text-ink-3 tabular-nums">{aside}</div>}
      </header>
      {children}
    </section>
  )
}

/** The order that a row belongs to, and where that stands. */
export function DrawerOrder({ orderId }: { orderId: string }) {
  const trpc = useTRPC()
  const { data } = useQuery(trpc.orders.byId.queryOptions({ orderId }, { refetchInterval: every(5000) }))
  return (
    <span className="flex min-h-5 flex-wrap items-center gap-2">
      <OrderLink orderId={orderId} className="text-link" />
      {data && <StatusBadge status={data.status} />}
    </span>
  )
}

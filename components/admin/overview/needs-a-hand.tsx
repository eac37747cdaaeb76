import { Box, Check, Inbox, type LucideIcon } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { Skeleton } from '@/components/ui/skeleton'
import { figure } from '../figures'
import { Panel } from '../panel'
import type { Overview } from './questions'

const GROUPS = 3

/** What does not get better by itself, each a way to where something can be done. */
export function NeedsAHand({ overview }: { overview?: Overview }) {
  return <Panel title="Needs a hand">{overview ? <List {...overview} /> : <ListSkeleton />}</Panel>
}

function List({ deadGroups, scarce }: Overview) {
  if (deadGroups.length === 0 && scarce.length === 0) {
    return (
      <p className="flex min-h-10 items-center gap-3 px-4 text-ink-2">
        <Check aria-hidden className="size-4 text-st-shipped-solid" strokeWidth={2} />
        Nothing: every event arrived and every product is in stock.
      </p>
    )
  }
  return (
    <ul>
      {deadGroups.slice(0, GROUPS).map(({ key, cause, count, parked }) => (
        <Item key={key} Icon={Inbox} href={`/admin/dead-letters?group=${key}` as Route} says={cause}>
          <span className="text-st-failed">
            {figure(count)} dead{parked > 0 && `, ${figure(parked)} parked`}
          </span>
        </Item>
      ))}
      {deadGroups.length > GROUPS && (
        <Item Icon={Inbox} href="/admin/dead-letters" says="More dead letters">
          {figure(deadGroups.length - GROUPS)} causes
        </Item>
      )}
      {scarce.map(({ sku, name, availableStock }) => (
        <Item
          key={sku}
          Icon={Box}
          href={`/admin/inventory/${encodeURIComponent(sku)}` as Route}
          says={`${name} is ${availableStock === 0 ? 'sold out' : 'running low'}`}
        >
          {availableStock === 0 ? 'none left' : `${figure(availableStock)} left`}
        </Item>
      ))}
    </ul>
  )
}

type ItemProps = { Icon: LucideIcon; href: Route; says: string; children: React.ReactNode }

function Item({ Icon, href, says, children }: ItemProps) {
  return (
    <li className="border-line-soft border-b last:border-b-0">
      <Link
        href={href}
        className="flex min-h-10 items-center gap-3 px-4 py-1.5 -outline-offset-2 hover:bg-hover max-md:px-3.5"
      >
        <Icon aria-hidden className="size-4 flex-none text-ink-2" strokeWidth={1.6} />
        <span className="min-w-0 flex-1 truncate">{says}</span>
        <span className="whitespace-nowrap text-ink-2 tabular-nums">{children}</span>
      </Link>
    </li>
  )
}

function ListSkeleton() {
  return (
    <div aria-busy>
      {[0, 1, 2].map((row) => (
        <div key={row} className="flex h-10 items-center gap-3 px-4">
          <Skeleton className="size-4" />
          <Skeleton className="h-3 w-48" />
          <Skeleton className="ml-auto h-3 w-14" />
        </div>
      ))}
    </div>
  )
}

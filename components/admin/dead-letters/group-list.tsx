import type { Route } from 'next'
import Link from 'next/link'
import { count, duration } from '@/components/format'
import { Skeleton } from '@/components/ui/skeleton'
import type { Module } from '../desk-types'
import { figure } from '../figures'
import { ModuleName } from '../modules'
import { Panel } from '../panel'
import { address } from '../url'
import type { Group } from './questions'

type GroupListProps = { groups: Group[]; chosen?: string; now: number }

/** Dead letters with one cause stand in one place. */
export function GroupList({ groups, chosen, now }: GroupListProps) {
  return (
    <Panel title="Grouped by cause" aside={count(groups.length, 'group')}>
      <ul>
        {groups.map(({ key, module, eventType, cause, count: many, lastAt, maxAttempts, parked }) => (
          <li key={key} className="border-line-soft border-b last:border-b-0">
            <Link
              href={address('/admin/dead-letters', { group: key }) as Route}
              aria-current={key === chosen ? 'true' : undefined}
              className="grid gap-1 border-transparent border-l-2 px-3.5 py-2.5 -outline-offset-2 hover:bg-hover aria-[current]:border-accent aria-[current]:bg-accent-soft"
            >
              <span className="flex items-baseline justify-between gap-3">
                <span className="line-clamp-2 font-medium wrap-anywhere">{cause || 'No error was kept'}</span>
                <span className="font-semibold text-st-failed tabular-nums">{figure(many)}</span>
              </span>
              <span className="flex flex-wrap gap-x-2.5 text-12">
                <ModuleName module={module as Module} />
                <span className="text-ink-3">on {eventType}</span>
              </span>
              <span className="flex justify-between gap-3 text-12 text-ink-3 tabular-nums">
                <span suppressHydrationWarning>
                  {maxAttempts < 2 && 'refused at once, '}last {duration(Math.max(0, now - lastAt.getTime()))}{' '}
                  ago
                </span>
                <span className="whitespace-nowrap">
                  {parked > 0 ? `${figure(parked)} parked` : 'none parked'}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

export function GroupListSkeleton() {
  return (
    <Panel title="Grouped by cause">
      <div className="grid gap-2.5 px-4 py-3.5" aria-busy>
        <Skeleton className="h-3 w-44" />
        <Skeleton className="h-3 w-52" />
        <Skeleton className="h-3 w-32" />
      </div>
    </Panel>
  )
}

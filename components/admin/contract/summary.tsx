import { FileCheck, FileWarning } from 'lucide-react'
import { count } from '@/components/format'
import { Skeleton } from '@/components/ui/skeleton'
import { Moment } from '../moment'
import { type OpenRow, RowOpener } from '../open-row'
import { Panel } from '../panel'
import { MarkBadge } from './mark-badge'
import type { ContractMap } from './questions'

type SummaryProps = { map: ContractMap; row: OpenRow }

/** Whether the log keeps to what is declared, and everything that differs. */
export function Summary({ map, row }: SummaryProps) {
  const marked = map.events.flatMap(({ eventType, marks }) => marks.map((mark) => ({ eventType, ...mark })))
  const strangers = map.strangers.flatMap(({ eventType, last, marks }) =>
    marks.map((mark) => ({ eventType, last, ...mark })),
  )
  const odd = marked.filter(({ kind }) => kind !== 'NEVER_SEEN')
  const unsaid = marked.length - odd.length
  const faults = [...odd, ...strangers].filter(({ level }) => level === 'FAULT').length
  const notes = odd.length + strangers.length - faults
  const Icon = faults > 0 ? FileWarning : FileCheck
  return (
    <Panel>
      <div className="px-6 py-5 max-md:px-4">
        <p className="flex items-center gap-2.5 font-semibold text-20 tracking-title">
          <Icon
            aria-hidden
            className={`size-5 flex-none ${faults > 0 ? 'text-st-failed' : 'text-st-shipped-solid'}`}
            strokeWidth={1.6}
          />
          {faults > 0 ? `${count(faults, 'thing')} to put right` : 'The log keeps to the contract'}
        </p>
        <p className="mt-1 max-w-[52em] text-ink-2">
          What <code className="font-mono text-12">server/events.ts</code> declares, beside what the log has
          of it: counts of {map.windowHours} hours, times of the last five hundred.{' '}
          {notes > 0 && `${count(notes, 'thing')} to look at. `}
          {unsaid > 0 && `${count(unsaid, 'event has', 'events have')} never been said.`}
        </p>
      </div>
      {odd.length + strangers.length > 0 && (
        <ul aria-label="Differences" className="border-line border-t">
          {strangers.map(({ eventType, last, says, ...mark }) => (
            <li key={eventType} className={line}>
              <MarkBadge {...mark} says={says} />
              <span>
                <b className="font-medium">{eventType}</b> {says}, last <Moment at={last.at} />
              </span>
            </li>
          ))}
          {odd.map((mark) => (
            <li key={`${mark.eventType} ${mark.says}`} className={line}>
              <MarkBadge {...mark} />
              <span>
                <RowOpener row={row} id={mark.eventType} className="font-medium">
                  {mark.eventType}
                </RowOpener>{' '}
                {mark.says}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

const line =
  'relative grid grid-cols-[128px_minmax(0,1fr)] items-center gap-3 border-line-soft border-b px-6 py-2 last:border-b-0 hover:bg-hover max-md:grid-cols-1 max-md:gap-1 max-md:px-4'

export const SummarySkeleton = () => (
  <Panel>
    <div className="grid gap-3 px-6 py-5 max-md:px-4">
      <Skeleton className="h-6 w-64" />
      <Skeleton className="h-3 w-120 max-w-full" />
    </div>
  </Panel>
)

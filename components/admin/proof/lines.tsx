import { Check, Minus, X } from 'lucide-react'
import Link from 'next/link'
import { count, duration, shortId } from '@/components/format'
import type { Outputs } from '@/components/trpc-provider'
import { Skeleton } from '@/components/ui/skeleton'
import { figure } from '../figures'
import { Moment } from '../moment'
import { Panel } from '../panel'

export type Line = Outputs['proof']['list']['lines'][number]
type Finding = NonNullable<Line['answer']>['finding']

const row =
  'grid min-h-10 items-center gap-x-3 border-line-soft border-b px-4 py-2 last:border-b-0 max-md:grid-cols-[20px_minmax(0,1fr)_auto] max-md:px-3.5 md:grid-cols-[36px_20px_minmax(0,1fr)_128px_72px_64px]'

/** The thirteen promises, each with what was found when it was last asked. */
export function Lines({ lines }: { lines: Line[] }) {
  return (
    <Panel>
      <ol aria-label="Promises">
        {lines.map(({ id, says, of, answer }) => (
          <li key={id} className={row}>
            <span className="font-mono text-12 text-ink-3 max-md:hidden">{id}</span>
            <Verdict finding={answer?.finding} />
            <span className="grid gap-0.5">
              {says}
              {answer && <Remarks finding={answer.finding} />}
            </span>
            <span className="text-right text-12 text-ink-2 tabular-nums">
              {answer ? `${figure(answer.finding.checked)} ${of}` : 'not asked yet'}
            </span>
            <span className="text-right text-12 text-ink-3 tabular-nums max-md:hidden">
              {answer && duration(answer.tookMs)}
            </span>
            <span className="text-right text-12 text-ink-3 max-md:hidden">
              {answer && <Moment at={answer.askedAt} />}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}

export function LinesSkeleton() {
  return (
    <Panel>
      <ul aria-busy>
        {Array.from({ length: 13 }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines that stand for nothing have no identity
          <li key={index} className={row}>
            <Skeleton className="h-3 w-5 max-md:hidden" />
            <Skeleton className="size-4" />
            <Skeleton className="h-3 w-72 max-w-full" />
            <Skeleton className="ml-auto h-3 w-18" />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Verdict({ finding }: { finding?: Finding }) {
  if (!finding) {
    return (
      <span className="text-ink-3">
        <Minus aria-hidden className="size-4" strokeWidth={2} />
        <span className="sr-only">not asked yet:</span>
      </span>
    )
  }
  return finding.violations > 0 ? (
    <span className="text-st-failed">
      <X aria-hidden className="size-4" strokeWidth={2.2} />
      <span className="sr-only">broken:</span>
    </span>
  ) : (
    <span className="text-st-shipped-solid">
      <Check aria-hidden className="size-4" strokeWidth={2.2} />
      <span className="sr-only">holds:</span>
    </span>
  )
}

/** The first that broke it, and what could not be counted. */
function Remarks({ finding: { violations, first, excused } }: { finding: Finding }) {
  const left = [
    excused.moving > 0 && `${figure(excused.moving)} on their way`,
    excused.dead > 0 && `${figure(excused.dead)} behind a dead letter`,
    excused.discarded > 0 && `${figure(excused.discarded)} given up by hand`,
  ].filter(Boolean)
  return (
    <>
      {first && (
        <span className="text-12 text-st-failed">
          {count(violations, 'is', 'are')} broken. First: <Offender {...first} />{' '}
          <span className="wrap-anywhere">{first.says}</span>
        </span>
      )}
      {left.length > 0 && <span className="text-12 text-ink-3">Not counted: {left.join(', ')}</span>}
    </>
  )
}

function Offender({ orderId, eventId, sku }: NonNullable<Finding['first']>) {
  const link = 'font-mono underline underline-offset-2'
  return (
    <>
      {orderId && (
        <Link href={`/admin/orders/${orderId}`} className={link} title={orderId}>
          order {shortId(orderId)}
        </Link>
      )}
      {orderId && eventId && ', '}
      {eventId && (
        <Link href={`/admin/events?event=${eventId}`} className={link} title={eventId}>
          event {shortId(eventId)}
        </Link>
      )}
      {(orderId || eventId) && sku && ', '}
      {sku && (
        <Link href={`/admin/inventory/${encodeURIComponent(sku)}`} className={link}>
          {sku}
        </Link>
      )}
    </>
  )
}

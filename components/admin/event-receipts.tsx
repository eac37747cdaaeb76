import { Ban, Check, CircleX, Clock, type LucideIcon, Minus, Pause, RefreshCw } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { count, duration } from '@/components/format'
import type { Outputs } from '@/components/trpc-provider'
import type { StoreEvent } from './desk-types'

type Receipt = Outputs['events']['receipts'][number]
type Props = { receipts: Receipt[]; story: StoreEvent[] }

/** How each module that reacts to the event took it. */
export function EventReceipts({ receipts, story }: Props) {
  if (receipts.length === 0) return <p className="text-ink-3">No module reacts to it.</p>
  return (
    <ul className="grid gap-1.5">
      {receipts.map((receipt) => {
        const { Icon, colour, said } = readReceipt(receipt, story)
        return (
          <li key={receipt.module} className="flex items-start gap-1.5 text-ink-2">
            <Icon aria-hidden className={`mt-0.5 size-3 flex-none ${colour}`} strokeWidth={2.2} />
            <span className="min-w-0 wrap-anywhere">
              {receipt.module}, {said}
            </span>
            {receipt.status === 'DEAD' && (
              <Link
                href={`/admin/dead-letters?event=${receipt.eventId}&module=${receipt.module}` as Route}
                className="ml-auto flex-none text-link hover:underline"
              >
                Dead letter
              </Link>
            )}
          </li>
        )
      })}
    </ul>
  )
}

type Reading = { Icon: LucideIcon; colour: string; said: string }

function readReceipt(receipt: Receipt, story: StoreEvent[]): Reading {
  const { status, attempts, ignored, finishedAt, createdAt, parkedBehind, error, resolution } = receipt
  const failed = receipt.incidents.filter(({ kind }) => kind === 'FAILED' || kind === 'DEAD').length
  if (status === 'DEAD')
    return { Icon: CircleX, colour: 'text-st-failed', said: `dead: ${error ?? 'it failed'}` }
  if (status === 'DISCARDED')
    return { Icon: Ban, colour: 'text-ink-3', said: `discarded: ${resolution ?? 'without a reason'}` }
  if (parkedBehind) {
    const before = story.find(({ eventId }) => eventId === parkedBehind)?.eventType ?? 'an earlier event'
    return { Icon: Pause, colour: 'text-st-cancelled-solid', said: `parked behind ${before}` }
  }
  if (status === 'PENDING') {
    return attempts > 0
      ? {
          Icon: RefreshCw,
          colour: 'text-st-cancelled-solid',
          said: `tries again after ${count(attempts, 'try', 'tries')}`,
        }
      : { Icon: Clock, colour: 'text-ink-3', said: 'on its way' }
  }
  const took = finishedAt ? `, ${duration(finishedAt.getTime() - createdAt.getTime())}` : ''
  if (ignored) return { Icon: Minus, colour: 'text-ink-3', said: `ignored: ${ignored}` }
  return failed > 0
    ? {
        Icon: RefreshCw,
        colour: 'text-st-cancelled-solid',
        said: `${count(failed + 1, 'try', 'tries')}${took}`,
      }
    : { Icon: Check, colour: 'text-st-shipped-solid', said: `1 try${took}` }
}

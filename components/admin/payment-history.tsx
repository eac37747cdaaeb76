'use client'

import { useQuery } from '@tanstack/react-query'
import { Check, X } from 'lucide-react'
import Link from 'next/link'
import { count, duration, money } from '@/components/format'
import { useTRPC } from '@/components/trpc-provider'
import { Skeleton } from '@/components/ui/skeleton'
import type { OpenPayment } from './desk-types'
import { DrawerSection } from './drawer-parts'
import { Failed } from './list-states'
import { Moment } from './moment'
import { booksAgree, endOf, type Happening, storyOfPayment } from './payment-story'
import { storyOf } from './questions'

/** What payments did for the order, try by try, and beside it what the provider has in its own books. */
export function PaymentHistory({ payment }: { payment: OpenPayment }) {
  const trpc = useTRPC()
  const { orderId } = payment
  const live = { refetchInterval: 2000 }
  const receipts = useQuery(trpc.events.receipts.queryOptions({ orderId }, live))
  const events = useQuery(trpc.events.list.queryOptions(storyOf(orderId), live))
  const broken = [receipts, events].find(({ data, error }) => error && !data)
  if (broken) return <Failed title="How it went did not arrive" query={broken} />

  const ready = receipts.data && events.data
  const story = ready && storyOfPayment(payment, receipts.data, events.data.items)
  return (
    <>
      <DrawerSection title="Ours and the provider's journal" aside={<Books payment={payment} />}>
        <ol aria-label="How it went" aria-busy={!story} className="pb-3">
          {story?.map((happening, index) => (
            <Step
              key={happening.key}
              happening={happening}
              before={story[index - 1]}
              last={index === story.length - 1}
              currency={payment.currency}
            />
          ))}
          {!story && <Skeleton className="mx-5 my-3 h-3 w-48" />}
        </ol>
      </DrawerSection>
      <DrawerSection title="Tries">
        <ul className="px-5 pb-3 max-md:px-4">
          {receipts.data
            ?.filter(({ module }) => module === 'payments')
            .map((receipt) => (
              <li key={receipt.eventId} className="flex flex-wrap gap-x-2 py-1">
                <EventLink eventId={receipt.eventId}>{receipt.eventType}</EventLink>
                <span className="text-ink-2">{endOf(receipt)}</span>
              </li>
            ))}
        </ul>
      </DrawerSection>
    </>
  )
}

/** Whether the two books say the same, counted anew each time. */
function Books({ payment }: { payment: OpenPayment }) {
  const amount = (kind: string) => payment.journal.filter((entry) => entry.kind === kind).length
  const counts = `${count(amount('CAPTURED'), 'capture')}, ${count(amount('REFUNDED'), 'refund')}`
  const agree = booksAgree(payment)
  if (agree === undefined) return <>{counts}, not yet heard here</>
  return (
    <span className={`flex items-center gap-1.5 ${agree ? '' : 'font-medium text-st-failed'}`}>
      {agree ? (
        <Check aria-hidden className="size-3.5 text-st-shipped-solid" strokeWidth={2} />
      ) : (
        <X aria-hidden className="size-3.5" strokeWidth={2} />
      )}
      {counts}
      {agree ? <span className="sr-only">, both books agree</span> : ', ours says otherwise'}
    </span>
  )
}

const marks: Record<Happening['look'], string> = {
  ours: 'rounded-[3px] border-2 border-mo-payments-solid bg-raised',
  theirs: 'rounded-[3px] bg-mo-payments-solid',
  told: 'rounded-[3px] bg-mo-payments-solid',
  failed: 'rounded-full border-2 border-st-failed-solid bg-raised',
}

type StepProps = { happening: Happening; before?: Happening; last: boolean; currency: string }

function Step({ happening, before, last, currency }: StepProps) {
  const { at, what, note, amount, reference, event, look } = happening
  return (
    <li className="grid grid-cols-[64px_16px_minmax(0,1fr)] gap-x-2.5 px-5 max-md:px-4">
      <span className="pt-2 text-right text-12 text-ink-3 tabular-nums leading-5">
        <Since at={at} before={before?.at} />
      </span>
      <span aria-hidden className="relative">
        {before && <span className="absolute top-0 left-[7px] h-3 w-0.5 bg-line" />}
        {!last && <span className="absolute top-6 bottom-0 left-[7px] w-0.5 bg-line" />}
        <span className={`absolute top-[13px] left-[3px] size-2.5 ${marks[look]}`} />
      </span>
      <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 py-2">
        <span className="font-medium wrap-anywhere">
          {event ? <EventLink eventId={event.eventId}>{what}</EventLink> : what}
        </span>
        {amount !== undefined && <span className="font-medium tabular-nums">{money(amount, currency)}</span>}
        <span className="col-span-2 flex flex-wrap gap-x-2 text-12 text-ink-3 wrap-anywhere">
          {note}
          {reference && <span className="font-mono">{reference}</span>}
        </span>
      </span>
    </li>
  )
}

/** From here on it is easier to read when it was than how long after. */
const LONG_AFTER_MS = 3_600_000

function Since({ at, before }: { at: Date; before?: Date }) {
  const ms = before && at.getTime() - before.getTime()
  return ms === undefined || ms > LONG_AFTER_MS ? <Moment at={at} /> : `+${duration(ms)}`
}

const EventLink = ({ eventId, children }: { eventId: string; children: string }) => (
  <Link href={`/admin/events?event=${eventId}`} prefetch={false} className="text-link">
    {children}
  </Link>
)

import clsx from 'clsx'
import { Ban, CircleCheck, CircleX, Clock, type LucideIcon, Undo2 } from 'lucide-react'
import { money } from '@/components/format'
import { Skeleton } from '@/components/ui/skeleton'
import { Badge } from '@/components/ui/status-badge'
import type { useBlackBox } from './black-box/use-black-box'
import { CopyId } from './copy-id'
import type { OpenPayment } from './desk-types'
import { Failed } from './list-states'
import { Moment } from './moment'
import { Panel } from './panel'

type OrderPaymentProps = { query: ReturnType<typeof useBlackBox>['payment'] }

/** The payment as we see it, and below it line by line as the provider has it in its books. */
export function OrderPayment({ query }: OrderPaymentProps) {
  const { data: payment } = query
  return (
    <Panel title="Payment" aside={payment && <PaymentBadge status={payment.status} />}>
      {query.error && !payment ? (
        <Failed title="The payment did not arrive" query={query} />
      ) : payment === undefined ? (
        <div aria-busy="true" className="grid gap-3 px-4 py-4">
          <Skeleton className="h-3 w-40" />
          <Skeleton className="h-3 w-52" />
        </div>
      ) : payment === null ? (
        <p className="px-4 py-3 text-ink-3">None: the order never came as far as a charge.</p>
      ) : (
        <PaymentFacts payment={payment} />
      )}
    </Panel>
  )
}

const looks: Record<OpenPayment['status'], { Icon: LucideIcon; word: string; colours: string }> = {
  PENDING: { Icon: Clock, word: 'Charging', colours: 'bg-st-pending-soft text-st-pending' },
  CAPTURED: { Icon: CircleCheck, word: 'Captured', colours: 'bg-st-shipped-soft text-st-shipped' },
  FAILED: { Icon: CircleX, word: 'Failed', colours: 'bg-st-failed-soft text-st-failed' },
  VOIDED: { Icon: Ban, word: 'Voided', colours: 'bg-st-cancelled-soft text-st-cancelled' },
  REFUNDED: { Icon: Undo2, word: 'Refunded', colours: 'bg-st-cancelled-soft text-st-cancelled' },
}

function PaymentBadge({ status }: Pick<OpenPayment, 'status'>) {
  const { Icon, word, colours } = looks[status]
  return (
    <Badge icon={Icon} className={colours}>
      {word}
    </Badge>
  )
}

function PaymentFacts({ payment }: { payment: OpenPayment }) {
  const { paymentId, amount, currency, method, providerReference, failureReason, journal } = payment
  const sum = (kind: string) =>
    journal.reduce((total, entry) => total + (entry.kind === kind ? (entry.amount ?? 0) : 0), 0)
  return (
    <>
      <dl className="grid grid-cols-[88px_minmax(0,1fr)] gap-x-3 gap-y-1.5 px-4 py-3 max-md:px-3.5 [&_dt]:text-ink-3">
        <dt>Amount</dt>
        <dd className="tabular-nums">{money(amount, currency)}</dd>
        <dt>Method</dt>
        <dd className="font-mono text-12 leading-5">{method}</dd>
        <dt>Payment</dt>
        <dd>
          <CopyId id={paymentId} label="payment id" />
        </dd>
        {providerReference && (
          <>
            <dt>Reference</dt>
            <dd>
              <CopyId id={providerReference} label="provider’s reference" whole />
            </dd>
          </>
        )}
        {failureReason && (
          <>
            <dt>Why</dt>
            <dd>{failureReason}</dd>
          </>
        )}
      </dl>
      <h3 className="border-line border-t px-4 pt-3 pb-1 font-medium text-12 text-ink-3 tracking-normal max-md:px-3.5">
        In the provider’s books
      </h3>
      <ul aria-label="The provider’s books" className="px-4 pb-2 text-12 max-md:px-3.5">
        {journal.length === 0 && <li className="py-1 text-ink-3">nothing yet</li>}
        {journal.map(({ reference, kind, amount, reason, at }) => (
          <li
            key={reference}
            className="grid grid-cols-[minmax(0,1fr)_auto_auto] gap-x-3 border-line-soft border-b py-1 last:border-b-0"
          >
            <span className={clsx('min-w-0 wrap-anywhere', kind === 'ERROR' && 'text-st-failed')}>
              {said[kind]} {reason && <span className="text-ink-3">{reason} </span>}
              <span className="font-mono text-ink-3">{reference}</span>
            </span>
            <span className="tabular-nums">{amount !== null && money(amount, currency)}</span>
            <span className="text-ink-3">
              <Moment at={at} precise />
            </span>
          </li>
        ))}
      </ul>
      <p className="flex justify-between border-line border-t px-4 py-2.5 font-semibold tabular-nums max-md:px-3.5">
        <span>Kept</span>
        <span>{money(sum('CAPTURED') - sum('REFUNDED'), currency)}</span>
      </p>
    </>
  )
}

const said: Record<OpenPayment['journal'][number]['kind'], string> = {
  ERROR: 'Answered 500',
  CAPTURED: 'Captured',
  DECLINED: 'Declined',
  VOIDED: 'Closed, nothing captured',
  REFUNDED: 'Refunded',
}

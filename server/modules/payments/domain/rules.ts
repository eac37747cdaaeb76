import type { Payload } from '@/server/events'
import { toCents } from '@/server/kernel/money'
import { Payment } from './payment'

/** What became of a charge at the provider, for good. */
export type ChargeOutcome =
  | { status: 'CAPTURED'; reference: string }
  | { status: 'DECLINED'; reason: string }
  | { status: 'VOIDED' }

/**
 * The payment of an order that was confirmed, begun now or by an earlier try. No charge is started for an order that was
 * cancelled before it; one that may be under way is closed.
 */
export function bill(
  { orderId, amount, currency, paymentMethod: method }: Payload<'OrderConfirmed'>,
  { begun, cancelled }: { begun: Payment | null; cancelled: boolean },
): Payment {
  const payment =
    begun ?? Payment.begin({ orderId, amountCents: toCents(amount, currency), currency, method })
  if (cancelled && !begun) payment.void()
  return payment
}

/** Whether there is anything to undo when the order was cancelled: a charge that may be under way, or money. */
export const isUndoable = ({ status }: Payment) => status === 'PENDING' || status === 'CAPTURED'

export function conclude(payment: Payment, outcome: ChargeOutcome) {
  if (outcome.status === 'CAPTURED') payment.capture(outcome.reference)
  else if (outcome.status === 'DECLINED') payment.decline(outcome.reason)
  else payment.void()
}

/** The order was cancelled: what had become of an open charge is said first, and what was captured is given back. */
export function undo(payment: Payment, outcome: ChargeOutcome | null) {
  if (outcome) conclude(payment, outcome)
  if (payment.status === 'CAPTURED') payment.refund()
}

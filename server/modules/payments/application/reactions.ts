import { toCents } from '@/server/kernel/money'
import { hasHappened } from '@/server/platform/event-store'
import { calling, type Reactions } from '@/server/platform/reactions'
import { Ignored } from '@/server/platform/unit-of-work'
import { Payment } from '../domain/payment'
import { findPayment, loadPayment, savePayment } from '../infrastructure/payment-repository'
import type { ChargeOutcome } from '../infrastructure/provider'
import { simulatedProvider as provider } from '../infrastructure/simulated-provider'

export const reactions: Reactions = {
  OrderConfirmed: calling({
    intent: async ({ payload, lane }, uow) => {
      const { orderId, amount, currency, paymentMethod: method } = payload
      const cancelled = await hasHappened(uow.tx, lane, 'OrderCancelled')
      const begun = await findPayment(uow, orderId)
      const payment =
        begun ?? Payment.begin({ orderId, amountCents: toCents(amount, currency), currency, method })
      // No charge is started for an order that was cancelled before it; one that may be under way is closed.
      if (cancelled && !begun) payment.void()
      savePayment(uow, payment)
      if (payment.status !== 'PENDING') return new Ignored(`the payment is ${payment.status}`)
      const { id: key, amountCents } = payment.toState()
      return { charge: { key, amountCents, currency, method }, again: begun !== null, cancelled }
    },
    call: async ({ charge, again, cancelled }) => {
      if (cancelled) return provider.void(charge.key)
      // An earlier try may have been heard although its answer was not.
      return (again ? await provider.lookup(charge.key) : undefined) ?? provider.charge(charge)
    },
    probe: async ({ charge, again, cancelled }): Promise<ChargeOutcome | undefined> => {
      const settled = again || cancelled ? await provider.lookup(charge.key) : undefined
      return settled ?? (cancelled ? { status: 'VOIDED' } : provider.foresee?.(charge))
    },
    outcome: async ({ payload }, uow, outcome) => {
      const payment = await loadPayment(uow, payload.orderId)
      conclude(payment, outcome)
      savePayment(uow, payment)
    },
  }),

  OrderCancelled: calling({
    intent: async ({ payload }, uow) => {
      const payment = await findPayment(uow, payload.orderId)
      // PENDING is left only by a charge whose delivery was discarded: what became of it is not known here.
      const open = payment?.status === 'PENDING'
      if (!payment) return new Ignored('there is no payment')
      if (!open && payment.status !== 'CAPTURED') return new Ignored(`the payment is ${payment.status}`)
      return { key: payment.id, open }
    },
    call: async ({ key, open }): Promise<ChargeOutcome | null> => {
      const outcome = open ? await provider.void(key) : null
      if (outcome === null || outcome.status === 'CAPTURED') await provider.refund(key)
      return outcome
    },
    probe: async ({ key, open }): Promise<ChargeOutcome | null> =>
      open ? ((await provider.lookup(key)) ?? { status: 'VOIDED' }) : null,
    outcome: async ({ payload }, uow, outcome) => {
      const payment = await loadPayment(uow, payload.orderId)
      if (outcome) conclude(payment, outcome)
      if (payment.status === 'CAPTURED') payment.refund()
      savePayment(uow, payment)
    },
  }),
}

function conclude(payment: Payment, outcome: ChargeOutcome) {
  if (outcome.status === 'CAPTURED') payment.capture(outcome.reference)
  else if (outcome.status === 'DECLINED') payment.decline(outcome.reason)
  else payment.void()
}

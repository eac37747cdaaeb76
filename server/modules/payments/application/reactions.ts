import { hasHappened } from '@/server/platform/event-store'
import { batchable, calling, type Reactions } from '@/server/platform/reactions'
import { Ignored } from '@/server/platform/unit-of-work'
import { bill, type ChargeOutcome, conclude, isUndoable, undo } from '../domain/rules'
import { findPayment, loadPayment, savePayment } from '../infrastructure/payment-repository'
import { simulatedProvider as provider } from '../infrastructure/simulated-provider'

export const reactions: Reactions = {
  OrderConfirmed: batchable(
    calling({
      intent: async ({ payload, lane }, uow) => {
        const [cancelled, begun] = await Promise.all([
          hasHappened(uow.tx, lane, 'OrderCancelled'),
          findPayment(uow, payload.orderId),
        ])
        const payment = bill(payload, { begun, cancelled })
        savePayment(uow, payment)
        if (payment.status !== 'PENDING') return new Ignored(`the payment is ${payment.status}`)
        const { id: key, amountCents, currency, method } = payment.toState()
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
  ),

  OrderCancelled: batchable(
    calling({
      intent: async ({ payload }, uow) => {
        const payment = await findPayment(uow, payload.orderId)
        if (!payment) return new Ignored('there is no payment')
        if (!isUndoable(payment)) return new Ignored(`the payment is ${payment.status}`)
        // Left only by a charge whose delivery was discarded: what became of it is not known here.
        const open = payment.status === 'PENDING'
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
        undo(payment, outcome)
        savePayment(uow, payment)
      },
    }),
  ),
}

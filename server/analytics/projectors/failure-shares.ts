import { bySlot, dayOf, type ReadModel } from './projector'

const ended =
  (status: string) =>
  ({ occurredAt }: { occurredAt: Date }) => ({
    add: [{ at: dayOf(occurredAt), of: status, by: 1 }],
  })

export const failureShares = {
  says: 'How orders ended, and which share of them failed',
  grain: 'day',
  on: {
    OrderShipped: ended('SHIPPED'),
    OrderRejected: ended('REJECTED'),
    OrderPaymentFailed: ended('PAYMENT_FAILED'),
    OrderCancelled: ended('CANCELLED'),
  },
  answer: (rows) =>
    bySlot(rows).map(({ at, values }) => {
      const of = (status: string) => values.get(status) ?? 0
      const [shipped, rejected] = [of('SHIPPED'), of('REJECTED')]
      const [paymentFailed, cancelled] = [of('PAYMENT_FAILED'), of('CANCELLED')]
      const all = shipped + rejected + paymentFailed + cancelled
      const share = (many: number) => (all > 0 ? many / all : 0)
      return {
        at,
        ended: all,
        shipped,
        rejected,
        paymentFailed,
        cancelled,
        rejectedShare: share(rejected),
        paymentFailedShare: share(paymentFailed),
        cancelledShare: share(cancelled),
        failedShare: share(rejected + paymentFailed),
      }
    }),
} satisfies ReadModel

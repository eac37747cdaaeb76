import { it } from 'vitest'
import { expectToFollow } from '@/server/testing/model/rule-book'
import { Payment } from './payment'

it('follows its rule book, whatever comes in whatever order', () => {
  expectToFollow({
    create: () =>
      Payment.begin({ orderId: 'order-1', amountCents: 1250, currency: 'EUR', method: 'pm_card_visa' }),
    begins: 'PENDING',
    statusOf: (payment) => payment.status,
    reload: (payment) => Payment.restore(structuredClone(payment.toState())),
    // Money moves once each way: whatever is asked a second time is refused, so that no fact is told twice.
    steps: {
      capture: {
        take: (payment) => payment.capture('ch_1'),
        leads: { PENDING: 'CAPTURED' },
        tells: 'PaymentProcessed',
      },
      decline: {
        take: (payment) => payment.decline('declined'),
        leads: { PENDING: 'FAILED' },
        tells: 'PaymentFailed',
      },
      // Nobody outside needs to hear that nothing happened.
      void: { take: (payment) => payment.void(), leads: { PENDING: 'VOIDED' } },
      refund: {
        take: (payment) => payment.refund(),
        leads: { CAPTURED: 'REFUNDED' },
        tells: 'PaymentRefunded',
      },
    },
  })
})

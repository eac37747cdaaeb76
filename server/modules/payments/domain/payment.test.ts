import { describe, expect, it } from 'vitest'
import { DomainError } from '@/server/kernel/errors'
import { isId } from '@/server/kernel/id'
import { Payment, type PaymentState } from './payment'

type Status = PaymentState['status']

const bill = { orderId: 'order-1', amountCents: 14_995, currency: 'EUR', method: 'pm_card_visa' }

const inStatus = (status: Status) =>
  Payment.restore({ ...Payment.begin(bill).toState(), status, updatedAt: new Date(0) })

const factsOf = (payment: Payment) =>
  payment.getDomainEvents().map(({ eventType, payload }) => [eventType, payload])

const statuses: Status[] = ['PENDING', 'CAPTURED', 'FAILED', 'VOIDED', 'REFUNDED']

/** From which state a step leads to which, what it says, and what it remembers. There is no other way. */
const steps = {
  capture: {
    take: (payment: Payment) => payment.capture('ch_1'),
    from: 'PENDING',
    to: 'CAPTURED',
    facts: [['PaymentProcessed', { amount: 149.95, currency: 'EUR' }]],
    remembers: { providerReference: 'ch_1' },
  },
  decline: {
    take: (payment: Payment) => payment.decline('Your card was declined.'),
    from: 'PENDING',
    to: 'FAILED',
    facts: [['PaymentFailed', { reason: 'Your card was declined.' }]],
    remembers: { failureReason: 'Your card was declined.' },
  },
  void: {
    take: (payment: Payment) => payment.void(),
    from: 'PENDING',
    to: 'VOIDED',
    facts: [],
    remembers: {},
  },
  refund: {
    take: (payment: Payment) => payment.refund(),
    from: 'CAPTURED',
    to: 'REFUNDED',
    facts: [['PaymentRefunded', { amount: 149.95, currency: 'EUR' }]],
    remembers: {},
  },
} as const

const pairs = statuses.flatMap((status) =>
  (Object.keys(steps) as (keyof typeof steps)[]).map((step) => ({ status, step, to: steps[step].to })),
)

describe('a payment', () => {
  it('is written down before the provider is asked, and says nothing yet', () => {
    const payment = Payment.begin(bill)
    expect(isId(payment.id)).toBe(true)
    expect(payment.toState()).toMatchObject({
      ...bill,
      status: 'PENDING',
      providerReference: null,
      failureReason: null,
    })
    expect(factsOf(payment)).toEqual([])
  })

  it.each(pairs.filter(({ status, step }) => steps[step].from === status))(
    'that is $status can $step and is then $to',
    ({ status, step, to }) => {
      const payment = inStatus(status)
      const before = payment.toState()
      steps[step].take(payment)
      expect(payment.toState()).toEqual({
        ...before,
        ...steps[step].remembers,
        status: to,
        updatedAt: expect.any(Date),
      })
      const said = { orderId: 'order-1', paymentId: payment.id }
      expect(factsOf(payment)).toEqual(
        steps[step].facts.map(([type, payload]) => [type, { ...said, ...payload }]),
      )
    },
  )

  it.each(pairs.filter(({ status, step }) => steps[step].from !== status))(
    'that is $status cannot $step',
    ({ status, step }) => {
      const payment = inStatus(status)
      const before = payment.toState()
      expect(() => steps[step].take(payment)).toThrow(DomainError)
      expect(() => steps[step].take(payment)).toThrow(`is ${status}, so it cannot become`)
      expect(payment.toState()).toEqual(before)
      expect(factsOf(payment)).toEqual([])
    },
  )

  it('is told as an aggregate of its own', () => {
    const payment = Payment.begin(bill)
    payment.capture('ch_1')
    const [event] = payment.getDomainEvents()
    expect(event).toMatchObject({ aggregateType: 'Payment', aggregateId: payment.id })
  })
})

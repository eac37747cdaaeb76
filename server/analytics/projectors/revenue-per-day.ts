import type { RecordedEvent } from '@/server/events'
import { toCents, toMajor } from '@/server/kernel/money'
import { bySlot, dayOf, type Made, type ReadModel } from './projector'

type Money = RecordedEvent<'PaymentProcessed' | 'PaymentRefunded'>

/** By the day on which the money moved: what comes back later does not change the past. */
const moved = ({ occurredAt, payload: { amount, currency } }: Money, how: string): Made<never> => ({
  add: [{ at: dayOf(occurredAt), of: `${currency} ${how}`, by: toCents(amount, currency) }],
})

export const revenuePerDay = {
  says: 'What was captured and what was given back, by currency',
  grain: 'day',
  on: {
    PaymentProcessed: (event) => moved(event, 'captured'),
    PaymentRefunded: (event) => moved(event, 'refunded'),
  },
  answer: (rows) =>
    bySlot(rows).flatMap(({ at, values }) => {
      const currencies = [...new Set([...values.keys()].map((of) => of.slice(0, 3)))]
      return currencies.map((currency) => {
        const [captured, refunded] = ['captured', 'refunded'].map(
          (how) => values.get(`${currency} ${how}`) ?? 0,
        )
        const major = (cents = 0) => toMajor(cents, currency)
        return {
          at,
          currency,
          captured: major(captured),
          refunded: major(refunded),
          revenue: major((captured ?? 0) - (refunded ?? 0)),
        }
      })
    }),
} satisfies ReadModel

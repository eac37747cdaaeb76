import { describe, expect, it } from 'vitest'
import { eventTypes } from '@/server/events'
import { Filters } from '@/server/webhooks/filters'
import { answerOf } from './answer'
import { fits, typedFilters } from './filters'
import type { Delivery } from './questions'

describe('filters as they are typed', () => {
  it('are read with spaces, commas or lines between', () => {
    expect(typedFilters(' Order*,ShipmentDelivered\n  Payment* ')).toEqual([
      'Order*',
      'ShipmentDelivered',
      'Payment*',
    ])
  })

  it.each(['*', 'Order*', 'OrderPlaced', 'OrderPlaced*', 'order*', 'Order', 'OrderPlacd', '*Placed', ''])(
    'fit what the server says they do: %j',
    (filter) => {
      const useful = eventTypes.some((eventType) => fits(filter, eventType))
      expect(Filters.safeParse([filter]).success).toBe(useful)
    },
  )
})

describe('how it stands with a delivery', () => {
  const now = Date.parse('2026-01-31T12:00:00Z')
  const attempt = (error: string | null, code: number | null) => ({
    ...{ number: 1, redrive: 0, ms: 41, excerpt: null, at: new Date(now) },
    ...{ error, code },
  })
  const failed = attempt('503', 503)
  const arrived = attempt(null, 200)
  const again = (inMs: number) => ({ attempts: [failed], nextAttemptAt: new Date(now + inMs) })

  it.each<[Partial<Delivery>, string]>([
    [{ status: 'ARRIVED', attempts: [failed, arrived] }, '200 in 41\u202Fms'],
    [{ status: 'ARRIVED', attempts: [arrived], resentBy: 'ada' }, '200 in 41\u202Fms, sent again by ada'],
    [{ status: 'WAITING' }, 'on its way'],
    [{ status: 'WAITING', ...again(38_000) }, '503, again in 38\u202Fs'],
    [{ status: 'WAITING', ...again(-1) }, '503, again now'],
    [{ status: 'GIVEN_UP', attempts: [attempt('no answer in 10 s', null)] }, 'no answer in 10 s, given up'],
    [{ status: 'HELD', attempts: [failed] }, 'held while the endpoint is not on'],
  ])('is said of %j', (of, said) => {
    const none = { attempts: [], nextAttemptAt: null, resentBy: null }
    expect(answerOf({ ...none, ...of } as unknown as Delivery, now).said).toBe(said)
  })
})

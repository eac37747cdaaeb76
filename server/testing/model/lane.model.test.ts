import { asc, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '@/server/kernel/id'
import { db } from '@/server/platform/database/connect'
import { calling, type Reactions } from '@/server/platform/reactions'
import { deliveries, events } from '@/server/platform/tables'
import { Probe, probes } from '../probe'
import { race } from './race'
import { runs } from './runs'

/** Which deliveries there are, how many race for them, and whose first try fails. */
const setting = fc
  .record({ deliveries: fc.integer({ min: 1, max: 4 }), workers: fc.integer({ min: 2, max: 3 }) })
  .chain(({ deliveries, workers }) => {
    const numbers = Array.from({ length: deliveries }, (_, n) => n + 1)
    return fc.record({
      numbers: fc.constant(numbers),
      workers: fc.constant(workers),
      failing: fc.subarray(numbers),
    })
  })

type Setting = typeof setting extends fc.Arbitrary<infer S> ? S : never
type Effect = (n: number) => Probe
type Attempt = (n: number) => void

/** Has workers race for a lane, and sees whether each delivery had its effect exactly once, in order. */
const survives =
  (react: (effect: Effect, attempt: Attempt) => Reactions) =>
  async (scheduler: fc.Scheduler, { numbers, workers, failing }: Setting) => {
    const effects = newId()
    const tries = new Map<number, number>()
    const attempt = (n: number) => {
      tries.set(n, (tries.get(n) ?? 0) + 1)
      if (failing.includes(n) && tries.get(n) === 1) throw new Error(`${n} fails at first`)
    }
    const lane = await probes(...numbers)
    await race(scheduler, { lane, workers, reactions: react((n) => new Probe(effects).say(n), attempt) })
    const told = await db()
      .select({ payload: events.payload })
      .from(events)
      .where(eq(events.lane, effects))
      .orderBy(asc(events.sequence))
    expect(told.map(({ payload }) => (payload as { onHand: number }).onHand)).toEqual(numbers)
    const ledger = await db()
      .select()
      .from(deliveries)
      .where(eq(deliveries.lane, lane))
      .orderBy(asc(deliveries.finishedAt))
    expect(ledger.map(({ sequence, status }) => [sequence, status])).toEqual(numbers.map((n) => [n, 'DONE']))
  }

describe('workers that race for one lane', () => {
  it('have one effect for each delivery, in order, whoever is how fast', async () => {
    const inside = survives((effect, attempt) => ({
      StockAdjusted: async ({ payload }, uow) => {
        attempt(payload.onHand)
        uow.save(effect(payload.onHand))
      },
    }))
    await fc.assert(fc.asyncProperty(fc.scheduler(), setting, inside), runs(60))
  }, 600_000)

  it('have one effect for each delivery that talks to the outside, also when claims run out meanwhile', async () => {
    const outside = survives((effect, attempt) => ({
      StockAdjusted: calling({
        intent: async ({ payload }) => payload.onHand,
        call: async (n: number) => {
          attempt(n)
          return n
        },
        outcome: async (_, uow, n) => uow.save(effect(n)),
      }),
    }))
    await fc.assert(fc.asyncProperty(fc.scheduler(), setting, outside), runs(60))
  }, 600_000)
})

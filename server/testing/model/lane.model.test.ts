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
type React = (effect: Effect, attempt: Attempt) => { reactions: Reactions; hourPassed?: () => void }

/** Has workers race for a lane, and sees whether each delivery had its effect exactly once, in order. */
const survives =
  (react: React) =>
  async (scheduler: fc.Scheduler, { numbers, workers, failing }: Setting) => {
    const effects = newId()
    const tries = new Map<number, number>()
    const attempt = (n: number) => {
      tries.set(n, (tries.get(n) ?? 0) + 1)
      if (failing.includes(n) && tries.get(n) === 1) throw new Error(`${n} fails at first`)
    }
    const lane = await probes(...numbers)
    const effect = (n: number) => new Probe(effects).say(n)
    await race(scheduler, { lane, workers, ...react(effect, attempt) })
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
      .orderBy(asc(deliveries.finishedAt), asc(deliveries.sequence))
    expect(ledger.map(({ sequence, status }) => [sequence, status])).toEqual(numbers.map((n) => [n, 'DONE']))
  }

describe('workers that race for one lane', () => {
  it('have one effect for each delivery, in order, whoever is how fast', async () => {
    const inside = survives((effect, attempt) => ({
      reactions: {
        StockAdjusted: async ({ payload }, uow) => {
          attempt(payload.onHand)
          uow.save(effect(payload.onHand))
        },
      },
    }))
    await fc.assert(fc.asyncProperty(fc.scheduler(), setting, inside), runs(40))
  }, 600_000)

  it('have one effect for each delivery that talks to the outside, and never an older claim’s, when claims run out', async () => {
    const outside = survives((effect, attempt) => {
      const claims = new Map<number, number>()
      const held = new Set<number>()
      return {
        reactions: {
          StockAdjusted: calling({
            intent: async ({ payload: { onHand: n } }) => {
              const claim = (claims.get(n) ?? 0) + 1
              claims.set(n, claim)
              const rightly = !held.has(n)
              held.add(n)
              return { n, claim, rightly }
            },
            call: async (request) => {
              try {
                attempt(request.n)
              } catch (error) {
                held.delete(request.n)
                throw error
              }
              return request
            },
            // What should not be is told as another number, so that the comparison sees it.
            outcome: async (_, uow, { n, claim, rightly }) =>
              uow.save(effect(rightly && claims.get(n) === claim ? n : -n)),
          }),
        },
        hourPassed: () => held.clear(),
      }
    })
    await fc.assert(fc.asyncProperty(fc.scheduler(), setting, outside), runs(40))
  }, 600_000)
})

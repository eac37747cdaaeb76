import { asc, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '@/server/kernel/id'
import { db } from '@/server/platform/database/connect'
import { batchable, calling, type Inside, type Outside, type Reactions } from '@/server/platform/reactions'
import { deliveries, events } from '@/server/platform/tables'
import { Probe, probes } from '../probe'
import { race } from './race'
import { runs } from './runs'

/** Which deliveries there are in each of how many lanes, how many race for them, and whose first try fails. */
const settingOf = (lanes: { min: number; max: number }) =>
  fc
    .record({
      lanes: fc.integer(lanes),
      deliveries: fc.integer({ min: 1, max: 4 }),
      workers: fc.integer({ min: 2, max: 3 }),
    })
    .chain(({ lanes, deliveries, workers }) => {
      const numbers = Array.from({ length: lanes }, (_, lane) =>
        Array.from({ length: deliveries }, (_, n) => 10 * lane + n + 1),
      )
      return fc.record({
        numbers: fc.constant(numbers),
        workers: fc.constant(workers),
        failing: fc.subarray(numbers.flat()),
      })
    })

const oneLane = settingOf({ min: 1, max: 1 })
const someLanes = settingOf({ min: 2, max: 3 })

type Setting = typeof oneLane extends fc.Arbitrary<infer S> ? S : never
type Effect = (n: number) => Probe
type Attempt = (n: number) => void
type React = (effect: Effect, attempt: Attempt) => { reactions: Reactions; hourPassed?: () => void }

/** Has workers race for some lanes, and sees whether each delivery had its effect exactly once, in the order of its lane. */
const survives =
  (react: React) =>
  async (scheduler: fc.Scheduler, { numbers, workers, failing }: Setting) => {
    const effects = numbers.map(() => newId())
    const tries = new Map<number, number>()
    const attempt = (n: number) => {
      tries.set(n, (tries.get(n) ?? 0) + 1)
      if (failing.includes(n) && tries.get(n) === 1) throw new Error(`${n} fails at first`)
    }
    const lanes = await Promise.all(numbers.map((its) => probes(...its)))
    const effect = (n: number) => new Probe(effects[Math.floor(Math.abs(n) / 10)]).say(n)
    await race(scheduler, { lanes, workers, ...react(effect, attempt) })
    for (const [nth, its] of numbers.entries()) {
      const told = await db()
        .select({ payload: events.payload })
        .from(events)
        .where(eq(events.lane, effects[nth] ?? ''))
        .orderBy(asc(events.sequence))
      expect(told.map(({ payload }) => (payload as { onHand: number }).onHand)).toEqual(its)
      const ledger = await db()
        .select()
        .from(deliveries)
        .where(eq(deliveries.lane, lanes[nth] ?? ''))
        .orderBy(asc(deliveries.finishedAt), asc(deliveries.sequence))
      expect(ledger.map(({ status }) => status)).toEqual(its.map(() => 'DONE'))
      expect(ledger.map(({ sequence }) => sequence)).toEqual(its.map((_, n) => n + 1))
      // No failed try is written down for who was only beside the one that failed.
      const blamed = its.filter((_, n) => ledger[n]?.attempts !== 0)
      expect(failing).toEqual(expect.arrayContaining(blamed))
    }
  }

const inside: React = (effect, attempt) => ({
  reactions: {
    StockAdjusted: async ({ payload }, uow) => {
      attempt(payload.onHand)
      uow.save(effect(payload.onHand))
    },
  },
})

const together: React = (effect, attempt) => {
  const { StockAdjusted } = inside(effect, attempt).reactions
  return { reactions: { StockAdjusted: batchable(StockAdjusted as Inside<'StockAdjusted'>) } }
}

const outside: React = (effect, attempt) => {
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
}

const outsideTogether: React = (effect, attempt) => {
  const { reactions, ...rest } = outside(effect, attempt)
  return {
    reactions: { StockAdjusted: batchable(reactions.StockAdjusted as Outside<'StockAdjusted'>) },
    ...rest,
  }
}

describe('workers that race', () => {
  it('have one effect for each delivery, in order, whoever is how fast', async () => {
    await fc.assert(fc.asyncProperty(fc.scheduler(), oneLane, survives(inside)), runs(40))
  }, 600_000)

  it('have one effect for each delivery of several lanes, which go together where they can', async () => {
    await fc.assert(fc.asyncProperty(fc.scheduler(), someLanes, survives(together)), runs(40))
  }, 600_000)

  it('have one effect for each delivery that talks to the outside, and never an older claim’s, when claims run out', async () => {
    await fc.assert(fc.asyncProperty(fc.scheduler(), oneLane, survives(outside)), runs(40))
  }, 600_000)

  it('have it also when several lanes talk to the outside together', async () => {
    await fc.assert(fc.asyncProperty(fc.scheduler(), someLanes, survives(outsideTogether)), runs(40))
  }, 600_000)
})

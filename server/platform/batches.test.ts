import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { Aggregate } from '@/server/kernel/aggregate'
import { conflict } from '@/server/kernel/errors'
import { newId } from '@/server/kernel/id'
import { lanesOf, ledgerOf, numbersOf, teller, told, transactionsOf } from '@/server/testing/lanes'
import { Probe, probes } from '@/server/testing/probe'
import { drainAll } from './batches'
import { db } from './database/connect'
import { disturb, type FaultPoint } from './fault-points'
import { takeRoad } from './pokes'
import { batchable, type Inside } from './reactions'
import { deliveries } from './tables'
import { Ignored } from './unit-of-work'

type React = Inside<'StockAdjusted'>

const run = (lanes: string[], react: React) =>
  drainAll(lanes, 'probe', { StockAdjusted: batchable(react) }, (_, work) => work())
describe('the first deliveries of several lanes', () => {
  it('go in one transaction, each with its own effect and cause', async () => {
    const lanes = await lanesOf(1, 2, 3)
    const { at, tell } = teller()
    const ended = await run(lanes, tell)
    expect([...ended.values()]).toEqual(lanes.map(() => ({ state: 'empty', done: 1 })))
    const effects = await told(at)
    expect(numbersOf(effects)).toEqual([1, 2, 3])
    expect(await transactionsOf(at)).toBe(1)
    const heard = await ledgerOf(lanes)
    expect(heard.map(({ status, attempts }) => [status, attempts])).toEqual(lanes.map(() => ['DONE', 0]))
    expect(effects.map(({ causationId }) => causationId)).toEqual(heard.map(({ eventId }) => eventId))
    expect(effects.map(({ correlationId }) => correlationId)).toEqual(lanes)
  })

  it('go alone when their reaction does not say that it may share', async () => {
    const lanes = await lanesOf(1, 2)
    const { at, tell } = teller()
    await drainAll(lanes, 'probe', { StockAdjusted: tell }, (_, work) => work())
    expect(await transactionsOf(at)).toBe(2)
  })

  it('are followed by what else is in their lanes, in order', async () => {
    const lanes = [await probes(1, 2, 3), await probes(4)]
    const heard: number[] = []
    const ended = await run(lanes, async ({ payload }) => void heard.push(payload.onHand))
    expect([...ended.values()]).toEqual([
      { state: 'empty', done: 3 },
      { state: 'empty', done: 1 },
    ])
    expect(heard).toEqual([1, 4, 2, 3])
  })

  it('lock what they share before the first of them reads it', async () => {
    const lanes = await lanesOf(1, 2)
    const order: string[] = []
    const react = batchable<'StockAdjusted'>(
      async ({ payload }) => void order.push(`react ${payload.onHand}`),
      async (all) => void order.push(`lock ${numbersOf(all)}`),
    )
    await drainAll(lanes, 'probe', { StockAdjusted: react }, (_, work) => work())
    expect(order).toEqual(['lock 1,2', 'react 1', 'react 2'])
  })

  it('run at once, for no row is another one’s', async () => {
    const lanes = await lanesOf(1, 2, 3)
    let running = 0
    const ended = await run(lanes, async () => {
      running++
      await vi.waitUntil(() => running === 3, { timeout: 1_000 })
    })
    expect([...ended.values()]).toEqual(lanes.map(() => ({ state: 'empty', done: 1 })))
  })

  it('see what those before them have written, where they share rows', async () => {
    const lanes = await lanesOf(1, 2, 3)
    const { at } = teller()
    const shared = mark(lanes[0] ?? '')
    const seen: number[] = []
    const react = batchable<'StockAdjusted'>(
      async ({ payload }, { tx, save }) => {
        const [row] = await tx.select({ swept: deliveries.swept }).from(deliveries).where(shared)
        seen.push(row?.swept ?? -1)
        const more = tx.update(deliveries).set({ swept: sql`swept + 1` }).where(shared)
        save(new Probe(at).say(payload.onHand), more)
      },
      async (_, tx) => tx.select({ swept: deliveries.swept }).from(deliveries).where(shared).for('update'),
    )
    await drainAll(lanes, 'probe', { StockAdjusted: react }, (_, work) => work())
    expect(seen).toEqual([0, 1, 2])
  })

  it('may have nothing to do, each for its own reason', async () => {
    const lanes = await lanesOf(1, 2)
    await run(lanes, async ({ payload }) => new Ignored(`${payload.onHand} is nothing`))
    expect((await ledgerOf(lanes)).map(({ ignored }) => ignored)).toEqual(['1 is nothing', '2 is nothing'])
  })

  it('are poked for together', async () => {
    const lanes = await lanesOf(1, 2, 3)
    const sent = vi.fn()
    const road = takeRoad(sent)
    onTestFinished(() => void takeRoad(road))
    // Heard by a module, which will find nothing to do.
    await run(lanes, async (_, { save }) => save(new Loud()))
    expect(sent.mock.calls.map(([pokes]) => pokes.length)).toEqual([3])
  })
})

class Loud extends Aggregate {
  protected readonly type = 'Order'
  constructor() {
    super(newId())
    this.record('OrderPaymentFailed', { orderId: this.id, reason: 'a test' })
  }
}

const mark = (lane: string) => and(eq(deliveries.lane, lane), eq(deliveries.sequence, 1))

describe('one that fails', () => {
  const failing =
    (wrong: number, tell: React, error: () => unknown): React =>
    async (event, uow) => {
      await tell(event, uow)
      if (event.payload.onHand === wrong) throw error()
    }

  it('has failed alone: its neighbours have their effect once, and no try is counted against them', async () => {
    const lanes = await lanesOf(1, 2, 3)
    const { at, tell } = teller()
    const ended = await run(
      lanes,
      failing(2, tell, () => new Error('not today')),
    )
    expect([...ended.values()]).toMatchObject([
      { state: 'empty' },
      { state: 'waiting', error: 'not today' },
      { state: 'empty' },
    ])
    expect(numbersOf(await told(at)).toSorted()).toEqual([1, 3])
    expect((await ledgerOf(lanes)).map(({ status, attempts }) => [status, attempts])).toEqual([
      ['DONE', 0],
      ['PENDING', 1],
      ['DONE', 0],
    ])
  })

  it('is buried at once for a refusal, as ever', async () => {
    const lanes = await lanesOf(1, 2)
    const { tell } = teller()
    await run(
      lanes,
      failing(1, tell, () => conflict('never')),
    )
    expect((await ledgerOf(lanes)).map(({ status }) => status)).toEqual(['DEAD', 'DONE'])
  })

  it('is the one whose write was refused, and not who read after it', async () => {
    const lanes = await lanesOf(1, 2, 3)
    const { at } = teller()
    const ended = await run(lanes, async ({ payload }, { tx, save }) => {
      await tx.select({ one: sql`1` }).from(deliveries).limit(1)
      const zero = payload.onHand === 2 ? sql`1 / 0` : sql`claims`
      save(
        new Probe(at).say(payload.onHand),
        tx
          .update(deliveries)
          .set({ claims: zero })
          .where(mark(lanes[payload.onHand - 1] ?? '')),
      )
    })
    expect([...ended.values()]).toMatchObject([
      { state: 'empty' },
      { state: 'waiting', error: 'division by zero' },
      { state: 'empty' },
    ])
    expect((await ledgerOf(lanes)).map(({ attempts }) => attempts)).toEqual([0, 1, 0])
    expect(numbersOf(await told(at)).toSorted()).toEqual([1, 3])
  })

  it('keeps nobody from being undone with it, however late they are', async () => {
    const lanes = await lanesOf(1, 2)
    const mine = mark(lanes[0] ?? '')
    await run(lanes, async ({ payload }, { tx }) => {
      if (payload.onHand === 2) throw new Error('not today')
      for (let ticks = 0; ticks < 3; ticks++) await tx.select({ one: sql`1` }).from(deliveries).limit(1)
      await tx.update(deliveries).set({ swept: sql`swept + 1`, duplicates: sql`duplicates + 1` }).where(mine)
    })
    // Once: what it did beside the one that failed was undone, though it was asked after that had thrown.
    expect((await ledgerOf(lanes))[0]).toMatchObject({ status: 'DONE', duplicates: 1 })
  })

  it('is nobody when the database was at fault: each is tried by itself, and nothing is counted', async () => {
    const lanes = await lanesOf(1, 2)
    const { at, tell } = teller()
    const tries: number[] = []
    await run(lanes, async (event, uow) => {
      await tell(event, uow)
      tries.push(event.payload.onHand)
      if (tries.length === 2) throw Object.assign(new Error('deadlock detected'), { code: '40P01' })
    })
    expect(tries.toSorted()).toEqual([1, 1, 2, 2])
    expect(numbersOf(await told(at)).toSorted()).toEqual([1, 2])
    expect((await ledgerOf(lanes)).map(({ attempts, claims }) => [attempts, claims])).toEqual([
      [0, 0],
      [0, 0],
    ])
  })

  const at = (point: FaultPoint, lane: string) => {
    disturb(async (passed, work) => {
      if (passed === point && work?.lane === lane) throw new Error(`thrown ${point}`)
    })
    onTestFinished(() => disturb(undefined))
  }

  it.each<FaultPoint>(['before claim', 'after claim', 'before commit'])(
    '%s is the only one',
    async (point) => {
      const lanes = await lanesOf(1, 2, 3)
      at(point, lanes[1] ?? '')
      const { at: effects, tell } = teller()
      await run(lanes, tell)
      expect((await ledgerOf(lanes)).map(({ status, attempts }) => [status, attempts])).toEqual([
        ['DONE', 0],
        ['PENDING', 1],
        ['DONE', 0],
      ])
      expect(numbersOf(await told(effects)).toSorted()).toEqual([1, 3])
    },
  )

  it('after the commit has had its effect, and the others go on', async () => {
    const lanes = await lanesOf(1, 2, 3)
    at('after commit', lanes[1] ?? '')
    const { at: effects, tell } = teller()
    const ended = await run(lanes, tell)
    expect([...ended.values()].map(({ state }) => state)).toEqual(['empty', 'held', 'empty'])
    expect(numbersOf(await told(effects))).toEqual([1, 2, 3])
    expect((await ledgerOf(lanes)).map(({ status, attempts }) => [status, attempts])).toEqual(
      lanes.map(() => ['DONE', 0]),
    )
  })
})

describe('what the sweep had to find', () => {
  const sweptWith = async (claims: number, ...lanes: string[]) =>
    void (await db().update(deliveries).set({ swept: 1, claims }).where(inArray(deliveries.lane, lanes)))
  const claimsDuring = async (lanes: string[]) => {
    let seen: number[] = []
    const together: boolean[] = []
    await run(lanes, async (_, { tx }) => {
      const rows = await tx
        .select({ claims: deliveries.claims, status: deliveries.status })
        .from(deliveries)
        .where(inArray(deliveries.lane, lanes))
        .orderBy(asc(sql`array_position(${sql.param(lanes)}::text[], lane)`))
      together.push(rows.every(({ status }) => status === 'PENDING'))
      seen = seen.length > 0 ? seen : rows.map(({ claims }) => claims)
    })
    return { seen, together: together.every(Boolean) }
  }

  it('is counted before it begins, for it may have killed its process', async () => {
    const lanes = await lanesOf(1, 2)
    await sweptWith(2, ...lanes)
    expect(await claimsDuring(lanes)).toEqual({ seen: [3, 3], together: true })
    expect((await ledgerOf(lanes)).map(({ claims, swept }) => [claims, swept])).toEqual([
      [0, 0],
      [0, 0],
    ])
  })

  it('is not counted when a neighbour failed and the process lived', async () => {
    const lanes = await lanesOf(1, 2, 3)
    await sweptWith(1, ...lanes)
    const claims: number[] = []
    await run(lanes, async ({ payload, lane }, { tx }) => {
      if (payload.onHand === 2) throw new Error('not today')
      const [row] = await tx.select({ claims: deliveries.claims }).from(deliveries).where(mark(lane))
      claims.push(row?.claims ?? 0)
    })
    // Together, then each by itself.
    expect(claims).toEqual([2, 2, 2, 2])
  })

  it('takes no neighbours with it once it is a suspect', async () => {
    const [suspect = '', ...lanes] = await lanesOf(1, 2, 3)
    await sweptWith(3, suspect)
    const heard: string[] = []
    await run([suspect, ...lanes], async ({ lane }, { tx }) => {
      const open = await tx
        .select()
        .from(deliveries)
        .where(and(inArray(deliveries.lane, lanes), eq(deliveries.status, 'PENDING')))
      heard.push(`${lane === suspect ? 'suspect' : 'neighbour'} beside ${open.length}`)
    })
    expect(heard).toEqual(['neighbour beside 2', 'neighbour beside 2', 'suspect beside 0'])
  })

  it('is left alone where somebody talks to the outside because of it', async () => {
    const lanes = await lanesOf(1, 2, 3)
    await db()
      .update(deliveries)
      .set({ claim: crypto.randomUUID(), claimedUntil: sql`clock_timestamp() + interval '1 hour'` })
      .where(mark(lanes[1] ?? ''))
    const { at, tell } = teller()
    const ended = await run(lanes, tell)
    expect([...ended.values()].map(({ state }) => state)).toEqual(['empty', 'held', 'empty'])
    expect(numbersOf(await told(at))).toEqual([1, 3])
  })
})

import { eq, inArray, sql } from 'drizzle-orm'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { newId } from '@/server/kernel/id'
import { lanesOf, ledgerOf, numbersOf, teller, told, transactionsOf } from '@/server/testing/lanes'
import { probes } from '@/server/testing/probe'
import { drainAll } from './batches'
import { db } from './database/connect'
import { disturb, type FaultPoint } from './fault-points'
import { log } from './log'
import { standard } from './policy'
import { batchable, calling, type Outside } from './reactions'
import { deliveries } from './tables'
import { Ignored } from './unit-of-work'

type Asks = Outside<'StockAdjusted'>

const run = (lanes: string[], reaction: Asks) =>
  drainAll(lanes, 'probe', { StockAdjusted: reaction }, (_, work) => work())
const statesOf = async (lanes: string[]) =>
  (await ledgerOf(lanes)).map(({ status, attempts }) => [status, attempts])

/** Asks for the number that was heard, and tells it; `but` says what is different. */
function asking(but: Partial<Asks> = {}) {
  const { at, tell } = teller()
  const asks = calling<'StockAdjusted', number, number>({
    intent: async ({ payload }) => payload.onHand,
    call: async (n) => n,
    outcome: (event, uow) => Promise.resolve(tell(event, uow)),
  })
  return { at, reaction: batchable<'StockAdjusted'>({ ...asks, ...but }) }
}

describe('conversations of several lanes', () => {
  it('are begun in one transaction, held while the outside is asked, and each has its effect', async () => {
    const lanes = await lanesOf(1, 2, 3)
    const begun: unknown[] = []
    const claims: unknown[] = []
    const { at, reaction } = asking({
      intent: async ({ payload }, { tx }) => {
        begun.push(
          ...(await tx.select({ id: sql`pg_current_xact_id()::text` }).from(sql`generate_series(1, 1)`)),
        )
        return payload.onHand
      },
      call: async (n) => {
        claims.push((await ledgerOf(lanes))[n - 1]?.claim)
        return n
      },
    })
    const ended = await run(lanes, reaction)
    expect([...ended.values()]).toEqual(lanes.map(() => ({ state: 'empty', done: 1 })))
    expect(new Set(begun.map((row) => JSON.stringify(row))).size).toBe(1)
    expect(claims).toEqual(lanes.map(() => expect.any(String)))
    expect(numbersOf(await told(at)).toSorted()).toEqual([1, 2, 3])
    expect((await ledgerOf(lanes)).map(({ status, claim }) => [status, claim])).toEqual(
      lanes.map(() => ['DONE', null]),
    )
  })

  it('are written down together when their answers come together', async () => {
    const lanes = await lanesOf(1, 2, 3, 4)
    const { at, reaction } = asking()
    await run(lanes, reaction)
    expect(await transactionsOf(at)).toBe(1)
  })

  it('go alone when their reaction does not say that it may share', async () => {
    const lanes = await lanesOf(1, 2)
    const { at, reaction } = asking()
    const { batch: _, ...alone } = reaction
    await run(lanes, alone)
    expect(await transactionsOf(at)).toBe(2)
  })

  it('are done without waiting for one that is slow', async () => {
    const lanes = await lanesOf(1, 2, 3)
    const { at, reaction } = asking({
      call: async (n) => {
        if (n === 1) await vi.waitUntil(async () => (await told(at)).length === 2, { timeout: 4_000 })
        return n
      },
    })
    await run(lanes, reaction)
    expect(numbersOf(await told(at))[2]).toBe(1)
    expect(await statesOf(lanes)).toEqual(lanes.map(() => ['DONE', 0]))
  })

  it('are followed by what else is in their lanes, in order', async () => {
    const lanes = [await probes(1, 2, 3), await probes(4)]
    const { at, reaction } = asking()
    const ended = await run(lanes, reaction)
    expect([...ended.values()]).toEqual([
      { state: 'empty', done: 3 },
      { state: 'empty', done: 1 },
    ])
    expect(numbersOf(await told(at)).filter((n) => n < 4)).toEqual([1, 2, 3])
  })

  it('pass each point where they may be disturbed once, as one alone does', async () => {
    const lanes = await lanesOf(1, 2)
    const [alone = ''] = await lanesOf(3)
    const passed: [string | undefined, FaultPoint][] = []
    disturb(async (point, work) => void passed.push([work?.lane, point]))
    onTestFinished(() => disturb(undefined))
    const { reaction } = asking()
    await run(lanes, reaction)
    await run([alone], reaction)
    for (const lane of [...lanes, alone])
      expect(passed.flatMap(([its, point]) => (its === lane ? point : []))).toEqual([
        'before claim',
        'after claim',
        'before call',
        'after call',
        'before commit',
        'after commit',
      ])
  })

  it('do not take place where there is nothing to ask', async () => {
    const lanes = await lanesOf(1, 2)
    const call = vi.fn(async (n: number) => n)
    const { at, reaction } = asking({
      intent: async ({ payload: { onHand } }) => (onHand === 1 ? new Ignored('1 is nothing') : onHand),
      call,
    })
    await run(lanes, reaction)
    expect(call.mock.calls).toEqual([[2]])
    expect((await ledgerOf(lanes)).map(({ ignored }) => ignored)).toEqual(['1 is nothing', null])
    expect(numbersOf(await told(at))).toEqual([2])
  })
})

describe('conversations that were tried before', () => {
  const once = { attempts: 1, nextAttemptAt: sql`clock_timestamp()` }

  it('go alone, and at once: none waits for the answer to another', async () => {
    const lanes = await lanesOf(1, 2, 3)
    await db().update(deliveries).set(once).where(inArray(deliveries.lane, lanes))
    let begun = 0
    const { at, reaction } = asking({
      call: async (n) => {
        begun++
        await vi.waitUntil(() => begun === 3, { timeout: 2_000 })
        return n
      },
    })
    await run(lanes, reaction)
    expect(await transactionsOf(at)).toBe(3)
    expect(await statesOf(lanes)).toEqual(lanes.map(() => ['DONE', 1]))
  })

  const BACKOFF_MS = 100

  it('are due when they said, however long their neighbours take', async () => {
    const lanes = await lanesOf(1, 2)
    const warned = vi.spyOn(log, 'warn')
    onTestFinished(() => warned.mockRestore())
    const { reaction } = asking({
      call: async (n) => {
        if (n === 1) throw new Error('not today')
        await vi.waitUntil(() => warned.mock.calls.some(([, said]) => said?.includes('not today')))
        const due = Date.now() + BACKOFF_MS
        await vi.waitUntil(() => Date.now() > due)
        return n
      },
      policy: { ...standard, backoff: () => BACKOFF_MS },
    })
    const ended = (await run(lanes, reaction)).get(lanes[0] ?? '')
    expect(ended).toMatchObject({ state: 'waiting' })
    expect(ended?.state === 'waiting' && ended.dueAt <= Date.now()).toBe(true)
  })
})

describe('a conversation that fails', () => {
  const failing = (error = new Error('not today')) => ({
    first: async (event: { payload: { onHand: number } }) => {
      if (event.payload.onHand === 2) throw error
      return event.payload.onHand
    },
    answer: async (n: number) => {
      if (n === 2) throw error
      return n
    },
  })

  const onlyTheSecond = async (lanes: string[], at: string) => {
    expect(await statesOf(lanes)).toEqual([
      ['DONE', 0],
      ['PENDING', 1],
      ['DONE', 0],
    ])
    expect((await ledgerOf(lanes)).map(({ claim }) => claim)).toEqual([null, null, null])
    expect(numbersOf(await told(at)).toSorted()).toEqual([1, 3])
  }

  it('before it is begun has failed alone', async () => {
    const lanes = await lanesOf(1, 2, 3)
    const { at, reaction } = asking({ intent: failing().first })
    await run(lanes, reaction)
    await onlyTheSecond(lanes, at)
  })

  it('because the outside did has failed alone', async () => {
    const lanes = await lanesOf(1, 2, 3)
    const { at, reaction } = asking({ call: failing().answer })
    await run(lanes, reaction)
    await onlyTheSecond(lanes, at)
  })

  it('when its outcome is written down has failed alone', async () => {
    const lanes = await lanesOf(1, 2, 3)
    const { at, tell } = teller()
    const { reaction } = asking({
      outcome: async (event, uow) => {
        tell(event, uow)
        await failing().first(event)
      },
    })
    await run(lanes, reaction)
    await onlyTheSecond(lanes, at)
  })

  it.each<FaultPoint>(['before claim', 'after claim', 'before call', 'after call', 'before commit'])(
    '%s has failed alone',
    async (point) => {
      const lanes = await lanesOf(1, 2, 3)
      disturb(async (passed, work) => {
        if (passed === point && work?.lane === lanes[1]) throw new Error(`thrown ${point}`)
      })
      onTestFinished(() => disturb(undefined))
      const { at, reaction } = asking()
      await run(lanes, reaction)
      await onlyTheSecond(lanes, at)
    },
  )

  it('because the database was at fault is held until its claim runs out, and nothing is counted', async () => {
    const lanes = await lanesOf(1, 2)
    const lost = Object.assign(new Error('deadlock detected'), { code: '40P01' })
    const { at, reaction } = asking({ outcome: failing(lost).first as never })
    const ended = await run(lanes, reaction)
    expect(ended.get(lanes[1] ?? '')).toEqual({ state: 'thrown', error: lost })
    expect(await statesOf(lanes)).toEqual([
      ['DONE', 0],
      ['PENDING', 0],
    ])
    expect((await run(lanes, reaction)).get(lanes[1] ?? '')).toEqual({ state: 'held' })
    expect(await told(at)).toEqual([])
  })
})

describe('an older claim', () => {
  it('changes nothing, and keeps nobody beside it from being done', async () => {
    const lanes = await lanesOf(1, 2, 3)
    const newer = newId()
    const { at, reaction } = asking({
      call: async (n) => {
        if (n === 2)
          await db()
            .update(deliveries)
            .set({ claim: newer })
            .where(inArray(deliveries.lane, [lanes[1] ?? '']))
        return n
      },
    })
    const ended = await run(lanes, reaction)
    expect([...ended.values()].map(({ state }) => state)).toEqual(['empty', 'held', 'empty'])
    expect(numbersOf(await told(at)).toSorted()).toEqual([1, 3])
    const [row] = await db()
      .select()
      .from(deliveries)
      .where(eq(deliveries.lane, lanes[1] ?? ''))
    expect(row).toMatchObject({ status: 'PENDING', claim: newer, attempts: 0 })
  })
})

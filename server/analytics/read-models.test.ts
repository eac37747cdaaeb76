import { and, eq, sql } from 'drizzle-orm'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { DomainEvent } from '@/server/events'
import { newId } from '@/server/kernel/id'
import { connected, db, transaction } from '@/server/platform/database/connect'
import { append } from '@/server/platform/event-store'
import { events } from '@/server/platform/tables'
import { aProduct, order } from '@/server/testing/orders'
import { settled } from '@/server/testing/stories'
import { catchUp } from './follow'
import { type ModelName, modelNames } from './generations'
import { readModels } from './projectors'
import { listReadModels, readModel } from './queries'
import { beginRebuild, cancelRebuild, compareRebuild, findRebuild, moveRebuild, swapRebuild } from './rebuild'
import { generations, notes, rows } from './tables'

const DAY_MS = 86_400_000
const today = () => ({ from: new Date(Date.now() - DAY_MS), to: new Date(Date.now() + DAY_MS) })

const unitsOf = async (sku: string) =>
  (await readModel('units-per-sku', today()))
    .filter((each) => each.sku === sku)
    .reduce((sum, { units }) => sum + units, 0)

const standing = async (name: ModelName) => {
  const found = (await listReadModels()).find((each) => each.name === name)
  if (!found) throw new Error(`${name} is not listed`)
  return found
}

/** What was stored behind everybody's back wakes nobody: it is looked for here. */
const soon = (check: () => Promise<void>) =>
  vi.waitFor(
    async () => {
      await catchUp().catch(() => {})
      await check()
    },
    { timeout: 15_000 },
  )

/** Whatever a test leaves beside a model is gone before the next. */
const alone = (model: ModelName) => onTestFinished(() => cancelRebuild(model).catch(() => {}))

/** An event that nobody reacts to but the read models. */
const paid = (sku: string, quantity: number) => {
  const orderId = newId()
  return {
    eventId: newId(),
    eventType: 'OrderPaid' as const,
    aggregateType: 'Order',
    aggregateId: orderId,
    occurredAt: new Date(),
    version: 1,
    payload: {
      orderId,
      paymentId: newId(),
      items: [{ sku, quantity }],
      address: { name: 'A', street: 'B', city: 'C', country: 'NL' },
    },
  }
}

const cancelled = (orderId: string) => ({
  ...paid('', 1),
  eventType: 'OrderCancelled' as const,
  aggregateId: orderId,
  payload: { orderId, reason: 'Changed my mind', cancelledBy: 'customer' },
})

const store = (...events: DomainEvent[]) =>
  transaction((tx) => append(tx, events, { cause: null, reactorsOf: () => [] }))

/** Counts one too many of a SKU, behind everybody's back. */
const spoil = (sku: string, generation: number) =>
  db()
    .update(rows)
    .set({ value: sql`${rows.value} + 1` })
    .where(and(eq(rows.model, 'units-per-sku'), eq(rows.generation, generation), eq(rows.of, sku)))

describe('the read models', () => {
  it('follow the log by themselves: an order is in all of them soon after it shipped', async () => {
    const { sku } = await aProduct(10)
    await settled(await order({ sku, quantity: 3 }))
    await vi.waitFor(async () => expect(await unitsOf(sku)).toBe(3), { timeout: 10_000 })
    const [pace] = await readModel('placed-to-shipped', { ...today(), by: 'range' })
    expect(pace?.shipped).toBeGreaterThan(0)
    expect(pace?.p50Ms).toBeGreaterThan(0)
    const [revenue] = await readModel('revenue-per-day', { ...today(), by: 'range' })
    expect(revenue).toMatchObject({ currency: 'EUR', captured: expect.any(Number) })
    expect((await readModel('orders-per-hour', today())).at(-1)?.orders).toBeGreaterThan(0)
    expect((await readModel('failure-shares', { ...today(), by: 'range' }))[0]?.shipped).toBeGreaterThan(0)
  })

  it('know how far behind they are', async () => {
    await catchUp()
    await vi.waitFor(async () => expect((await standing('units-per-sku')).live.behind.events).toBe(0), {
      timeout: 10_000,
    })
  })

  it('take each event in once, however many processes are at it', async () => {
    const sku = `R-${newId()}`
    for (let n = 0; n < 20; n++) {
      await store(paid(sku, 1))
      await Promise.all([catchUp(), catchUp(), catchUp()])
    }
    await soon(async () => expect(await unitsOf(sku)).toBe(20))
  })

  it('take a batch and its place in the log together or not at all', async () => {
    const sku = `R-${newId()}`
    const before = await standing('units-per-sku')
    await expect(
      transaction(async (tx) => {
        await append(tx, [paid(sku, 5)], { cause: null, reactorsOf: () => [] })
        throw new Error('undone')
      }),
    ).rejects.toThrow('undone')
    await store(paid(sku, 1))
    await soon(async () => expect(await unitsOf(sku)).toBe(1))
    expect((await standing('units-per-sku')).live.events).toBeGreaterThan(before.live.events)
  })

  // The embedded database has one session: there nothing can be under way beside.
  it('miss nothing that is committed late', async () => {
    if (!connected().shared) return
    const sku = `R-${newId()}`
    let commit: (() => void) | undefined
    const late = transaction(async (tx) => {
      await append(tx, [paid(sku, 1)], { cause: null, reactorsOf: () => [] })
      await new Promise<void>((resolve) => (commit = resolve))
    })
    await vi.waitFor(() => expect(commit).toBeDefined())
    await store(paid(sku, 10))
    await catchUp()
    expect(await unitsOf(sku)).toBe(0)
    commit?.()
    await late
    await soon(async () => expect(await unitsOf(sku)).toBe(11))
  })
})

describe('a rebuild', () => {
  const model = 'units-per-sku'

  it('stands beside the live model, is held against it row for row, and heals it', async () => {
    alone(model)
    const sku = `R-${newId()}`
    await store(paid(sku, 4))
    await soon(async () => expect(await unitsOf(sku)).toBe(4))
    const { generation } = (await standing(model)).live

    await beginRebuild(model)
    await soon(async () => expect((await findRebuild(model))?.status).toBe('READY'))
    expect(await compareRebuild(model)).toMatchObject({ different: 0, first: [] })

    await spoil(sku, generation)
    expect(await compareRebuild(model)).toMatchObject({
      different: 1,
      first: [{ of: sku, live: '5', rebuilt: '4' }],
    })
    expect(await unitsOf(sku)).toBe(5)

    // What comes meanwhile is in both.
    await store(paid(sku, 2))
    expect(await swapRebuild(model)).toMatchObject({ different: 1, first: [{ live: '7', rebuilt: '6' }] })
    expect(await unitsOf(sku)).toBe(6)
    const { live, rebuild } = await standing(model)
    expect(live).toMatchObject({ generation: generation + 1, status: 'LIVE' })
    expect(rebuild).toBeUndefined()
    const left = await db()
      .select()
      .from(rows)
      .where(and(eq(rows.model, model), eq(rows.generation, generation)))
    expect(left).toEqual([])
  })

  it('finds notes that are wrong, too', async () => {
    const open = 'placed-to-shipped'
    alone(open)
    await beginRebuild(open)
    await soon(async () => expect((await findRebuild(open))?.status).toBe('READY'))
    const lane = newId()
    const { generation } = (await standing(open)).live
    await db()
      .insert(notes)
      .values({ model: open, generation, lane, note: { placedAt: 'never' } })
    expect(await compareRebuild(open)).toMatchObject({
      different: 1,
      first: [{ of: `note of ${lane}`, rebuilt: null }],
    })
    await swapRebuild(open)
    expect(await db().select().from(notes).where(eq(notes.lane, lane))).toEqual([])
  })

  it('is not led astray by what the live one noted wrongly', async () => {
    const open = 'units-per-sku'
    alone(open)
    await beginRebuild(open)
    await soon(async () => expect((await findRebuild(open))?.status).toBe('READY'))
    const sku = `R-${newId()}`
    const sold = paid(sku, 3)
    await store(sold)
    await soon(async () => expect(await unitsOf(sku)).toBe(3))
    const { generation } = (await standing(open)).live
    const lane = sold.payload.orderId
    await db()
      .update(notes)
      .set({ note: { at: sold.occurredAt.toISOString(), items: [{ sku, quantity: 1 }] } })
      .where(and(eq(notes.model, open), eq(notes.generation, generation), eq(notes.lane, lane)))
    await store(cancelled(lane))
    await soon(async () => expect(await unitsOf(sku)).not.toBe(3))
    // The live one gives back what it noted, the rebuilt one what was sold.
    expect((await compareRebuild(open)).first).toContainEqual(
      expect.objectContaining({ of: sku, rebuilt: '0' }),
    )
    await swapRebuild(open)
    expect(await unitsOf(sku)).toBe(0)
  })

  it('pauses, goes on where it was, and can be given up', async () => {
    alone(model)
    await beginRebuild(model)
    await expect(beginRebuild(model)).rejects.toThrow('being rebuilt already')
    // Put back to the beginning and paused: nobody goes on with it.
    const own = and(
      eq(generations.model, model),
      eq(generations.generation, (await findRebuild(model))?.generation ?? 0),
    )
    await db().update(generations).set({ status: 'BUILDING' }).where(own)
    await moveRebuild(model, 'pause')
    const paused = await findRebuild(model)
    expect(paused?.status).toBe('PAUSED')
    await catchUp()
    expect(await findRebuild(model)).toEqual(paused)
    await expect(moveRebuild(model, 'pause')).rejects.toThrow('is PAUSED')
    await expect(swapRebuild(model)).rejects.toThrow('is PAUSED')
    await moveRebuild(model, 'resume')
    await soon(async () => expect((await findRebuild(model))?.status).toBe('READY'))
    await cancelRebuild(model)
    expect(await findRebuild(model)).toBeUndefined()
    await expect(cancelRebuild(model)).rejects.toThrow('not being rebuilt')
  })

  it('leaves nothing of a batch that failed in its middle, and goes on from the one before', async () => {
    const open = 'orders-per-hour'
    alone(open)
    const { on } = readModels[open]
    const project = vi.spyOn(on, 'OrderPlaced').mockImplementationOnce(() => {
      throw new Error('The process is gone')
    })
    onTestFinished(() => project.mockRestore())
    await settled(await order({ sku: (await aProduct(1)).sku }))
    await beginRebuild(open)
    await soon(async () => expect((await findRebuild(open))?.status).toBe('READY'))
    expect(project.mock.results.map(({ type }) => type)).toContain('throw')
    expect(await compareRebuild(open)).toMatchObject({ different: 0 })
    const [{ placed }] = await db()
      .select({ placed: sql<number>`count(*)::int` })
      .from(events)
      .where(eq(events.eventType, 'OrderPlaced'))
    await catchUp()
    const [all] = await readModel(open, { ...today(), by: 'range' })
    expect(all?.orders).toBe(placed)
  })

  it('of a model that does not exist is refused by name', async () => {
    await expect(beginRebuild('nothing')).rejects.toThrow('Read model nothing does not exist')
  })

  it('leaves each model with one generation that is asked', async () => {
    const live = await db().select().from(generations).where(eq(generations.status, 'LIVE'))
    expect(live.map(({ model }) => model).sort()).toEqual([...modelNames].sort())
  })
})

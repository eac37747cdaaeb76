import { eq, sql } from 'drizzle-orm'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { RecordedEvent } from '@/server/events'
import { Aggregate } from '@/server/kernel/aggregate'
import { newId } from '@/server/kernel/id'
import { updateProduct } from '@/server/modules/inventory'
import { aProduct, order } from '@/server/testing/orders'
import { settled } from '@/server/testing/stories'
import { announceCommit, followCommits, hearOthers } from './commits'
import { connected, db, transaction } from './database/connect'
import type { Listener } from './database/listener'
import { drain } from './drain'
import { append, listEvents } from './event-store'
import { follow, readAll, START } from './follow'
import { processWide } from './process-wide'
import { events } from './tables'
import { unitOfWork } from './unit-of-work'

describe('the log', () => {
  it('stores nothing of a unit of work that fails', async () => {
    const { productId, sku } = await aProduct(1)
    const failing = unitOfWork(async (uow) => {
      await uow.tx.execute(sql`update inventory.products set name = 'changed' where sku = ${sku}`)
      throw new Error('after the change')
    })
    await expect(failing).rejects.toThrow('after the change')
    const { rows } = (await db().execute(
      sql`select name from inventory.products where sku = ${sku}`,
    )) as unknown as { rows: { name: string }[] }
    expect(rows).not.toEqual([{ name: 'changed' }])
    expect(await db().select().from(events).where(eq(events.aggregateId, productId))).toHaveLength(1)
  })

  it('pages by position without gap or repeat while others write', async () => {
    const { productId, sku } = await aProduct(0)
    for (let n = 1; n <= 9; n++) await updateProduct(sku, { stockQuantity: n })
    const seen: RecordedEvent[] = []
    let cursor: number | undefined
    do {
      const page = await listEvents({ aggregateId: productId }, { limit: 4, cursor })
      seen.push(...page.items)
      cursor = page.nextCursor
      await updateProduct(sku, { name: `Renamed after ${cursor}` })
    } while (cursor)
    expect(seen.map(({ sequence }) => sequence)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
  })
})

describe('following the log', () => {
  it('tells an order from its first event on, once each and in order, and goes on where it was cut', async () => {
    const { sku } = await aProduct(1)
    const orderId = await order({ sku })
    const seen: string[] = []
    let cursor = START
    // Cut after every second event, as a bad line would.
    while (seen.at(-1) !== 'OrderShipped') {
      const cut = new AbortController()
      let read = 0
      for await (const { cursor: place, event } of follow({
        filter: { orderId },
        after: cursor,
        signal: cut.signal,
      })) {
        seen.push(event.eventType)
        cursor = place
        if (++read === 2 || event.eventType === 'OrderShipped') cut.abort()
        if (cut.signal.aborted) break
      }
    }
    await settled(orderId)
    const { items } = await listEvents({ orderId }, { order: 'asc', limit: 50 })
    expect(seen).toEqual(items.map(({ eventType }) => eventType))
  })

  it('loses none of the events of many writers at once, and repeats none', async () => {
    const stop = new AbortController()
    const products = await Promise.all(Array.from({ length: 8 }, () => aProduct(0)))
    const skus = new Set(products.map(({ productId }) => productId))
    const seen: number[] = []
    const wanted = 8 * 10
    const reading = (async () => {
      for await (const { event } of follow({
        filter: { eventType: 'StockAdjusted' },
        after: START,
        signal: stop.signal,
      })) {
        if (event.eventType === 'StockAdjusted' && skus.has(event.aggregateId)) seen.push(event.position)
        if (seen.length === wanted) stop.abort()
      }
    })()
    await Promise.all(
      products.map(async ({ sku }) => {
        for (let n = 1; n <= 10; n++) await updateProduct(sku, { stockQuantity: n })
      }),
    )
    await reading
    expect(new Set(seen).size).toBe(wanted)
  })

  // The embedded database has one session: there no transaction can be late.
  it.runIf(connected().shared)('shows nothing beyond a transaction that is still under way', async () => {
    const [late, early] = [new Probe(), new Probe()]
    const told = async () => {
      const found: string[] = []
      for await (const batch of readAll({ eventType: 'StockAdjusted' }))
        found.push(...batch.map(({ aggregateId }) => aggregateId))
      return found.filter((id) => id === late.id || id === early.id)
    }
    await transaction(async (tx) => {
      await append(tx, late.say(), { cause: null, reactorsOf: () => [] })
      await transaction((other) => append(other, early.say(), { cause: null, reactorsOf: () => [] }))
      expect(await told()).toEqual([])
    })
    expect(await told()).toEqual([late.id, early.id])
  })

  it('looks once more after a commit: it may have stood behind a transaction that ended without a word', async () => {
    const listener = processWide<Listener>('listener').get()
    hearOthers({ isListening: () => true, notify: () => {}, close: () => {} })
    onTestFinished(() => hearOthers(listener))
    const wakes = followCommits(AbortSignal.timeout(5_000))
    await wakes.next()
    announceCommit()
    await wakes.next()
    expect(await wakes.next()).toEqual({ done: false, value: undefined })
  })

  it('is woken by a try that failed, though nothing was told', async () => {
    // The clock that looks at other processes' commits stands still.
    vi.useFakeTimers({ toFake: ['setInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    const probe = new Probe()
    await transaction((tx) => append(tx, probe.say(), { cause: null, reactorsOf: () => ['probe'] }))
    const wakes = followCommits(AbortSignal.timeout(10_000))
    await wakes.next()
    const woken = wakes.next()
    await drain(probe.id, 'probe', { StockAdjusted: () => Promise.reject(new Error('broken')) }, (_, work) =>
      work(),
    )
    expect(await woken).toEqual({ done: false, value: undefined })
  })
})

class Probe extends Aggregate {
  protected readonly type = 'Probe'
  constructor() {
    super(newId())
  }
  say() {
    this.record('StockAdjusted', { sku: 'PROBE', delta: 0, reason: 'test', onHand: 1 })
    return this.getDomainEvents()
  }
}

import { eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { RecordedEvent } from '@/server/events'
import { updateProduct } from '@/server/modules/inventory'
import { aProduct, order } from '@/server/testing/orders'
import { settled } from '@/server/testing/stories'
import { db } from './database/connect'
import { listEvents } from './event-store'
import { follow, START } from './follow'
import { events } from './tables'
import { unitOfWork } from './unit-of-work'

describe('the log', () => {
  it.each(['update log.events set version = 2', 'delete from log.events', 'truncate log.events cascade'])(
    'refuses: %s',
    async (statement) => {
      await aProduct(1)
      const refused = await db()
        .execute(sql.raw(statement))
        .catch((error: Error) => error)
      expect(String((refused as Error).cause)).toContain('append-only')
    },
  )

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
})

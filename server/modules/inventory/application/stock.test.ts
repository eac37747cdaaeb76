import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { newId } from '@/server/kernel/id'
import { CreateProduct, createProduct, updateProduct } from '@/server/modules/inventory'
import { dispatchShipment } from '@/server/modules/shipments'
import { db } from '@/server/platform/database/connect'
import { getEvent, listEvents } from '@/server/platform/event-store'
import { aProduct, order } from '@/server/testing/orders'
import { settled } from '@/server/testing/stories'
import { movements } from '../infrastructure/tables'
import { getLedger, getStock, listStock, type StockSort } from './stock'

/** Products that only this test knows, told apart by a word in their names. */
async function aShelf(stocks: number[]) {
  const word = `Shelf${newId().slice(-12)}`
  const skus: string[] = []
  for (const [index, stockQuantity] of stocks.entries()) {
    const name = `${word} ${'cab'[index % 3]}${index}`
    const sku = `T-${newId().slice(-12)}`
    skus.push((await createProduct(CreateProduct.parse({ sku, name, price: 5, stockQuantity }))).sku)
  }
  return { word, skus }
}

const skusOf = ({ items }: Awaited<ReturnType<typeof listStock>>) => items.map(({ sku }) => sku)

describe('the list of the stock', () => {
  it('finds a product by a part of its name or SKU, in whatever letters', async () => {
    const { word, skus } = await aShelf([1, 2])
    const [first = ''] = skus
    expect(skusOf(await listStock({ text: word.toLowerCase(), limit: 10 }))).toEqual(skus.toReversed())
    expect(skusOf(await listStock({ text: first.slice(3).toLowerCase(), limit: 10 }))).toEqual([first])
    expect(skusOf(await listStock({ text: `${word.slice(0, 4)}%`, limit: 10 }))).toEqual([])
  })

  it('is narrowed to what is low, sold out, or not for sale', async () => {
    const { word, skus } = await aShelf([0, 5, 6])
    const [none = '', low, enough = ''] = skus
    await updateProduct(enough, { status: 'INACTIVE' })
    const list = { text: word, limit: 10 }
    expect(skusOf(await listStock({ ...list, level: 'SOLD_OUT' }))).toEqual([none])
    expect(skusOf(await listStock({ ...list, level: 'LOW' }))).toEqual([low])
    expect(skusOf(await listStock({ ...list, level: 'IN_STOCK' }))).toEqual([enough])
    expect(skusOf(await listStock({ ...list, status: 'INACTIVE' }))).toEqual([enough])
  })

  it.each(['newest', 'name', 'sku', 'free', 'held'] satisfies StockSort[])(
    'sorted by %s gives every product once, page by page',
    async (sort) => {
      const { word, skus } = await aShelf([4, 4, 2, 9, 4])
      const whole = skusOf(await listStock({ text: word, sort, limit: 10 }))
      expect(new Set(whole)).toEqual(new Set(skus))
      const paged: string[] = []
      let cursor: string | undefined
      do {
        const page = await listStock({ text: word, sort, cursor, limit: 2 })
        paged.push(...skusOf(page))
        cursor = page.nextCursor
      } while (cursor)
      expect(paged).toEqual(whole)
    },
  )

  it('sorted by what is free has the fewest first', async () => {
    const { word } = await aShelf([4, 0, 2])
    const { items } = await listStock({ text: word, sort: 'free', limit: 10 })
    expect(items.map(({ availableStock }) => availableStock)).toEqual([0, 2, 4])
  })
})

describe('the ledger', () => {
  it('leads from each movement to the event that tells of it, and sums to what stands on the shelf', async () => {
    const { sku } = await aProduct(10)
    await updateProduct(sku, { stockQuantity: 8, reason: 'Counted' })
    const shipped = await settled(await order({ sku, quantity: 2 }))
    const declined = await settled(await order({ sku, paymentMethod: 'pm_card_declined' }))
    await dispatchShipment(shipped.shipmentId ?? '')
    await settled(shipped.orderId)

    const { items } = await getLedger(sku, { limit: 50 })
    const told = await Promise.all(
      items.map(async ({ kind, eventId = '', orderId }) => {
        const { eventType, lane } = await getEvent(eventId)
        if (orderId) expect(lane).toBe(orderId)
        return [kind, eventType, orderId]
      }),
    )
    expect(told.toReversed()).toEqual([
      ['INITIAL', 'ProductCreated', undefined],
      ['ADJUSTED', 'StockAdjusted', undefined],
      ['RESERVED', 'InventoryReserved', shipped.orderId],
      ['RESERVED', 'InventoryReserved', declined.orderId],
      ['RELEASED', 'InventoryReleased', declined.orderId],
      ['COMMITTED', 'InventoryCommitted', shipped.orderId],
    ])
    expect(await getStock(sku)).toMatchObject({
      stockQuantity: 6,
      reservedQuantity: 0,
      ledger: { onHand: 6, reserved: 0 },
    })
  })

  it('has the balances after every movement, page by page', async () => {
    const { sku } = await aProduct(10)
    for (const stockQuantity of [9, 8, 7]) await updateProduct(sku, { stockQuantity })
    const first = await getLedger(sku, { limit: 3 })
    const second = await getLedger(sku, { cursor: first.nextCursor, limit: 3 })
    expect(first.items.map(({ onHandAfter }) => onHandAfter)).toEqual([7, 8, 9])
    expect(second.items.map(({ onHandAfter }) => onHandAfter)).toEqual([10])
    expect(second.nextCursor).toBeUndefined()
  })

  it('that does not sum up to the shelf is seen', async () => {
    const { sku, productId } = await aProduct(10)
    await db().update(movements).set({ onHandDelta: 9 }).where(eq(movements.productId, productId))
    expect(await getStock(sku)).toMatchObject({ stockQuantity: 10, ledger: { onHand: 9, reserved: 0 } })
  })
})

describe('what is said of a product', () => {
  it('can be taken back: its category and its picture', async () => {
    const { sku, productId } = await aProduct(1)
    await updateProduct(sku, { category: 'Desk', picture: '/products/stem-pen.svg' })
    const bare = await updateProduct(sku, { category: null, picture: null })
    expect(bare).not.toHaveProperty('category')
    expect(bare).not.toHaveProperty('picture')
    const { items } = await listEvents({ aggregateId: productId }, { limit: 1 })
    expect(items[0]?.payload).toEqual({ sku, category: null, picture: null })
  })
})

import { describe, expect, it } from 'vitest'
import { laneOf, type RecordedEvent } from '@/server/events'
import { newId } from '@/server/kernel/id'
import { updateProduct } from '@/server/modules/inventory'
import { cancelOrder } from '@/server/modules/orders'
import { aProduct, order } from '@/server/testing/orders'
import { settled } from '@/server/testing/stories'
import type { EventFilter } from './event-filter'
import { parseContains } from './event-payloads'
import { listEvents } from './event-store'
import { readAll, START, tail } from './follow'

const having = (text: string) => parseContains(text)
const found = async (filter: EventFilter) => (await listEvents(filter, { limit: 200 })).items
const typesIn = (events: RecordedEvent[]) => events.map(({ eventType }) => eventType)

async function shipped(quantity = 1) {
  const { sku } = await aProduct(20)
  const orderId = await order({ sku, quantity })
  await settled(orderId)
  return { sku, orderId }
}

describe('events are found by what their payload contains', () => {
  it('at its top and inside lists alike', async () => {
    const { sku } = await shipped()
    expect(typesIn(await found({ contains: having(`sku: ${sku}`) }))).toEqual([
      'OrderPaid',
      'InventoryReserved',
      'OrderPlaced',
      'ProductCreated',
    ])
  })

  it('inside objects, and with commas in the value', async () => {
    const { orderId } = await shipped()
    const inAddress = { orderId, contains: having('street: 14 Example Street') }
    expect(typesIn(await found(inAddress))).toEqual(['OrderPaid', 'OrderPlaced'])
    const { sku } = await aProduct(1)
    await updateProduct(sku, { stockQuantity: 2, reason: 'Found one, in the cellar' })
    expect(
      typesIn(await found({ contains: having(`reason: Found one, in the cellar, sku: ${sku}`) })),
    ).toEqual(['StockAdjusted'])
  })

  it('by numbers as numbers, and never by a part of a value', async () => {
    const { sku } = await shipped(3)
    expect(await found({ contains: having(`sku: ${sku}, quantity: 3`) })).toHaveLength(3)
    expect(await found({ contains: having(`sku: ${sku}, quantity: 3.0`) })).toHaveLength(3)
    expect(await found({ contains: having(`sku: ${sku}, quantity: 2`) })).toEqual([])
    expect(await found({ contains: having(`sku: ${sku.slice(0, -1)}`) })).toEqual([])
    expect(await found({ contains: having(`sku: ${sku}, quantity: three`) })).toEqual([])
  })

  it('when all pairs fit, and none when one place would have to hold two values', async () => {
    const { sku, orderId } = await shipped()
    expect(await found({ contains: having(`sku: ${sku}, orderId: ${orderId}`) })).toHaveLength(3)
    expect(await found({ contains: having(`sku: ${sku}, orderId: ${newId()}`) })).toEqual([])
    expect(await found({ contains: having(`orderId: ${orderId}, orderId: ${newId()}`) })).toEqual([])
  })

  it('together with every other filter', async () => {
    const { sku, orderId } = await shipped()
    const contains = having(`sku: ${sku}`)
    expect(typesIn(await found({ contains, eventType: 'OrderPaid' }))).toEqual(['OrderPaid'])
    expect(typesIn(await found({ contains, module: 'inventory' }))).toEqual([
      'InventoryReserved',
      'ProductCreated',
    ])
    expect(await found({ contains, view: 'failures' })).toEqual([])
    expect(typesIn(await found({ contains, aggregateId: orderId }))).toEqual(['OrderPaid', 'OrderPlaced'])
    expect(await found({ contains, within: '15m' })).toHaveLength(4)
    expect(await found({ contains, to: new Date('2020-01-01') })).toEqual([])
  })

  it('page by page in both directions, without a gap or a repeat', async () => {
    const { sku } = await aProduct(0)
    for (let n = 1; n <= 9; n++) await updateProduct(sku, { stockQuantity: n })
    for (const direction of ['asc', 'desc'] as const) {
      const seen: number[] = []
      let cursor: number | undefined
      do {
        const page = await listEvents(
          { contains: having(`sku: ${sku}`) },
          { order: direction, limit: 4, cursor },
        )
        seen.push(...page.items.map(({ sequence }) => sequence))
        cursor = page.nextCursor
      } while (cursor)
      const up = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
      expect(seen).toEqual(direction === 'asc' ? up : up.toReversed())
    }
  })

  it('only by keys that events have', () => {
    expect(() => parseContains('skuu: X')).toThrow('no event has the key “skuu”')
    expect(() => parseContains('constructor: X')).toThrow('no event has the key')
    expect(() => parseContains('sku')).toThrow('“sku” is not written as key: value')
    expect(() => parseContains('sku: ')).toThrow('is not written as key: value')
  })

  it('whatever stands in the value', async () => {
    for (const value of [
      "'",
      '"',
      '\\',
      '{"a":1}',
      '%',
      '$1',
      '?',
      '🚀',
      ']',
      'null',
      '1e400',
      '-0',
      '0x10',
    ]) {
      expect(await found({ contains: [{ key: 'reason', value }] }), value).toEqual([])
      await found({ contains: [{ key: 'quantity', value }] })
    }
  })
})

describe('views', () => {
  it('gather the failures of all modules', async () => {
    const { sku } = await aProduct(1)
    const declined = await order({ sku, paymentMethod: 'pm_card_declined' })
    await settled(declined)
    const rejected = await order({ sku, quantity: 2 })
    await settled(rejected)
    const failures = await found({ view: 'failures' })
    expect(typesIn(failures.filter(({ lane }) => lane === declined))).toEqual([
      'OrderPaymentFailed',
      'PaymentFailed',
    ])
    expect(typesIn(failures.filter(({ lane }) => lane === rejected))).toEqual([
      'OrderRejected',
      'InventoryReservationFailed',
    ])
    expect(await found({ view: 'failures', eventType: 'OrderPlaced' })).toEqual([])
    expect(typesIn(await found({ view: 'failures', module: 'payments', orderId: declined }))).toEqual([
      'PaymentFailed',
    ])
  })

  it('gather the cancellations', async () => {
    const { sku } = await aProduct(1)
    const orderId = await order({ sku, paymentMethod: 'pm_card_slow' })
    await cancelOrder(orderId, { reason: 'No' })
    const [newest] = await found({ view: 'cancellations' })
    expect(newest).toMatchObject({ eventType: 'OrderCancelled', lane: orderId })
  })
})

describe('a time range', () => {
  it('has both its ends in it, to the millisecond, and nothing beyond', async () => {
    const { orderId } = await shipped()
    const story = (await found({ orderId })).toReversed()
    const [, second, , fourth] = story
    const between = { from: second.occurredAt, to: fourth.occurredAt }
    const expected = story.filter(
      ({ occurredAt }) => second.occurredAt <= occurredAt && occurredAt <= fourth.occurredAt,
    )
    const inLog = (await found(between)).filter(({ lane }) => lane === orderId)
    expect(inLog.toReversed()).toEqual(expected)
    const before = new Date(story[0].occurredAt.getTime() - 1)
    expect((await found({ to: before })).map(({ lane }) => lane)).not.toContain(orderId)
  })

  it('may be empty, turned round, or before all time', async () => {
    expect(await found({ from: new Date('2001-01-01'), to: new Date('2001-01-02') })).toEqual([])
    expect(await found({ from: new Date('2030-01-01'), to: new Date('2001-01-02') })).toEqual([])
    expect(await found({ to: new Date('0001-01-01') })).toEqual([])
    expect(await found({ from: new Date('9999-12-31') })).toEqual([])
  })

  it('takes the narrower of two beginnings', async () => {
    const { orderId } = await shipped()
    expect(await found({ orderId, within: '15m', from: new Date('2001-01-01') })).toHaveLength(7)
    expect(await found({ orderId, within: '7d', from: new Date('9999-01-01') })).toEqual([])
  })
})

describe('a tail', () => {
  it('tells what fits and is new, in pieces, and goes on where it was cut', async () => {
    const { sku, productId } = await aProduct(0)
    const filter = { aggregateId: productId, contains: having('reason: Counted') }
    await updateProduct(sku, { stockQuantity: 1, reason: 'Counted' })
    const { value } = await tail({ filter, after: START }).next()
    expect(value).toMatchObject({ count: 1, events: [{ aggregateId: productId, sequence: 2 }] })
    await updateProduct(sku, { stockQuantity: 2, reason: 'Found' })
    for (let n = 3; n <= 72; n++) await updateProduct(sku, { stockQuantity: n, reason: 'Counted' })
    const { value: piece } = await tail({ filter, after: value?.cursor }).next()
    expect(piece).toMatchObject({ count: 70 })
    expect(piece?.events).toHaveLength(50)
    expect(piece?.events.at(-1)).toMatchObject({ sequence: 73 })
  })
})

describe('reading all of the log', () => {
  it('gives what fits once each, and within a lane in order', async () => {
    const { orderId } = await shipped()
    const all: RecordedEvent[] = []
    for await (const batch of readAll({ module: 'orders', within: '1h' })) all.push(...batch)
    expect(new Set(all.map(({ eventId }) => eventId)).size).toBe(all.length)
    expect(all.every((event) => laneOf(event) === event.lane)).toBe(true)
    expect(typesIn(all.filter(({ lane }) => lane === orderId))).toEqual([
      'OrderPlaced',
      'OrderConfirmed',
      'OrderPaid',
      'OrderShipped',
    ])
  })
})

import { sql } from 'drizzle-orm'
import { describe, expect, it, onTestFinished } from 'vitest'
import { contract, type EventType, saidBy } from '@/server/events'
import { deliverShipment, dispatchShipment } from '@/server/modules/shipments'
import { db } from '@/server/platform/database/connect'
import { discard, redrive } from '@/server/platform/dead-letters'
import { drain } from '@/server/platform/drain'
import { listEvents } from '@/server/platform/event-store'
import { takeRoad } from '@/server/platform/pokes'
import { watches } from '@/server/silence'
import { deadDeliveries } from '@/server/testing/ledger'
import { aProduct, order } from '@/server/testing/orders'
import { moneyOf } from '@/server/testing/provider'
import { happy, settled, storyOf, untilEvent } from '@/server/testing/stories'
import { modules } from '.'
import { getProduct } from './inventory'
import { cancelOrder, getOrder } from './orders'
import type { PaymentMethod } from './payments'

describe('the four flows', () => {
  it('ships a paid order', async () => {
    const { sku } = await aProduct(5)
    const orderId = await order({ sku, quantity: 2 })
    const shipped = await settled(orderId)
    expect(await storyOf(orderId)).toEqual(happy)
    expect(shipped).toMatchObject({
      status: 'SHIPPED',
      totalAmount: 25,
      trackingNumber: expect.stringMatching(/^NW/),
    })
    expect(await getProduct(sku)).toMatchObject({ stockQuantity: 5, reservedQuantity: 2 })
    expect(await moneyOf(orderId)).toEqual({ captured: 2500, refunded: 0, captures: 1 })
  })

  it('reserves inventory when an order is placed', async () => {
    const { sku } = await aProduct(5)
    await settled(await order({ sku }))
    const product = await getProduct(sku)
    expect(product.reservedQuantity).toBeGreaterThan(0)
  })

  it('rejects an order when stock is short', async () => {
    const { sku } = await aProduct(1)
    const orderId = await order({ sku, quantity: 2 })
    const rejected = await settled(orderId)
    expect(await storyOf(orderId)).toEqual(['OrderPlaced', 'InventoryReservationFailed', 'OrderRejected'])
    expect(rejected).toMatchObject({
      status: 'REJECTED',
      rejectionReason: expect.stringContaining('1 available'),
    })
    expect(await getProduct(sku)).toMatchObject({ reservedQuantity: 0, availableStock: 1 })
  })

  it.each(['pm_card_declined', 'pm_card_insufficient_funds'] as const)(
    'releases the stock when %s',
    async (paymentMethod) => {
      const { sku } = await aProduct(1)
      const orderId = await order({ sku, paymentMethod })
      expect(await settled(orderId)).toMatchObject({
        status: 'PAYMENT_FAILED',
        failureReason: expect.stringContaining('card'),
      })
      expect(await storyOf(orderId)).toEqual([
        'OrderPlaced',
        'InventoryReserved',
        'OrderConfirmed',
        'PaymentFailed',
        'OrderPaymentFailed',
        'InventoryReleased',
      ])
      expect(await getProduct(sku)).toMatchObject({ reservedQuantity: 0 })
      expect(await moneyOf(orderId)).toEqual({ captured: 0, refunded: 0, captures: 0 })
    },
  )

  it('lets a shipped parcel leave and arrive', async () => {
    const { sku } = await aProduct(5)
    const orderId = await order({ sku, quantity: 2 })
    const { shipmentId = '' } = await settled(orderId)
    await dispatchShipment(shipmentId)
    await dispatchShipment(shipmentId)
    await settled(orderId)
    expect(await getProduct(sku)).toMatchObject({ stockQuantity: 3, reservedQuantity: 0 })
    expect(await deliverShipment(shipmentId)).toMatchObject({ status: 'DELIVERED' })
    await deliverShipment(shipmentId)
    await settled(orderId)
    expect((await storyOf(orderId)).slice(7)).toEqual(
      expect.arrayContaining(['ShipmentDispatched', 'InventoryCommitted', 'ShipmentDelivered']),
    )
    expect(await storyOf(orderId)).toHaveLength(10)
  })
})

describe('cancelling', () => {
  it.each([
    ['at once', undefined],
    ['when the stock is reserved', 'InventoryReserved'],
    ['when the order is confirmed', 'OrderConfirmed'],
    ['when the money is captured', 'PaymentProcessed'],
    ['when the order is paid', 'OrderPaid'],
    ['when the parcel is packed', 'ShipmentCreated'],
  ] as const)('%s leaves no stock held, no money kept and no parcel alive', async (_, after) => {
    const { sku } = await aProduct(3)
    const orderId = await order({ sku })
    if (after) await untilEvent(orderId, after)
    const outcome = await cancelOrder(orderId).catch((error: Error) => error)
    const settledOrder = await settled(orderId)
    // The order may have been faster: then it says so, and nothing is undone.
    if (outcome instanceof Error) {
      expect(outcome.message).toContain('is SHIPPED')
      return expect(settledOrder.status).toBe('SHIPPED')
    }
    await expectUndone(orderId, sku)
  })

  it('while the charge is in flight refunds it when its outcome is known', async () => {
    const { sku } = await aProduct(3)
    const orderId = await order({ sku, paymentMethod: 'pm_card_slow' })
    await untilEvent(orderId, 'OrderConfirmed')
    // The provider is asked after the intent is stored; the slow card gives time enough for that.
    await expect.poll(() => moneyOf(orderId), { timeout: 5_000 }).not.toBeNull()
    expect(await cancelOrder(orderId, { reason: 'Changed my mind' })).toMatchObject({ status: 'CANCELLED' })
    const cancelled = await settled(orderId)
    expect(cancelled).toMatchObject({ cancellationReason: 'Changed my mind', refundedAt: expect.any(Date) })
    expect((await storyOf(orderId)).filter((type) => type.startsWith('Payment'))).toEqual([
      'PaymentProcessed',
      'PaymentRefunded',
    ])
    await expectUndone(orderId, sku)
  })

  it('twice gives the same answer, and one event', async () => {
    const { sku } = await aProduct(3)
    const orderId = await order({ sku, paymentMethod: 'pm_card_slow' })
    const first = await cancelOrder(orderId)
    expect(await cancelOrder(orderId)).toEqual(first)
    await settled(orderId)
    expect((await storyOf(orderId)).filter((type) => type === 'OrderCancelled')).toHaveLength(1)
  })

  it('is refused for a shipped order', async () => {
    const { sku } = await aProduct(3)
    const orderId = await order({ sku })
    await settled(orderId)
    await expect(cancelOrder(orderId)).rejects.toThrow('is SHIPPED, so it can no longer be cancelled')
    expect((await getOrder(orderId)).status).toBe('SHIPPED')
  })

  async function expectUndone(orderId: string, sku: string) {
    expect((await getOrder(orderId)).status).toBe('CANCELLED')
    expect(await getProduct(sku)).toMatchObject({ stockQuantity: 3, reservedQuantity: 0 })
    const { captured = 0, refunded = 0 } = (await moneyOf(orderId)) ?? {}
    expect(captured - refunded).toBe(0)
    const story = await storyOf(orderId)
    if (story.includes('ShipmentCreated')) expect(story).toContain('ShipmentVoided')
    expect(await deadDeliveries(orderId)).toEqual([])
  }
})

describe('payment methods', () => {
  it.each([
    'pm_card_visa',
    'pm_card_mastercard',
    'pm_card_slow',
    'pm_card_flaky',
    'pm_card_lost_reply',
  ] as const)('%s captures once, and the order ships', async (paymentMethod) => {
    const { sku } = await aProduct(1)
    const orderId = await order({ sku, paymentMethod })
    expect(await settled(orderId)).toMatchObject({ status: 'SHIPPED', paymentMethod })
    expect(await moneyOf(orderId)).toEqual({ captured: 1250, refunded: 0, captures: 1 })
    expect(await storyOf(orderId)).toEqual(happy)
  })

  it('pm_card_down goes to the dead letters after four tries, and a redrive tries four more', async () => {
    const { orderId, dead } = await downOrder()
    expect(dead).toMatchObject({ attempts: 4, error: expect.stringContaining('answered 500') })
    await redrive(dead, 'ada@example.com')
    await settled(orderId)
    expect(await deadDeliveries(orderId)).toMatchObject([{ attempts: 4, redrives: 1 }])
    expect((await getOrder(orderId)).status).toBe('CONFIRMED')
  })

  it('cancelling an order whose payment is dead releases the stock; what is parked goes on after a discard', async () => {
    const { orderId, sku, dead } = await downOrder()
    expect(await cancelOrder(orderId)).toMatchObject({ status: 'CANCELLED' })
    await settled(orderId)
    expect(await getProduct(sku)).toMatchObject({ reservedQuantity: 0 })
    expect(await deadDeliveries(orderId)).toHaveLength(1)
    await discard(dead, 'test', 'the order is cancelled')
    await settled(orderId)
    expect(await deadDeliveries(orderId)).toEqual([])
    expect(await moneyOf(orderId)).toMatchObject({ captured: 0, refunded: 0 })
  })

  it('a redrive after the cancel charges nothing', async () => {
    const { orderId, dead } = await downOrder()
    await cancelOrder(orderId)
    await redrive(dead, 'ada@example.com')
    await settled(orderId)
    expect(await deadDeliveries(orderId)).toEqual([])
    expect(await moneyOf(orderId)).toMatchObject({ captured: 0, refunded: 0 })
    expect((await getOrder(orderId)).status).toBe('CANCELLED')
  })

  async function downOrder() {
    const { sku } = await aProduct(1)
    const orderId = await order({ sku, paymentMethod: 'pm_card_down' satisfies PaymentMethod })
    await settled(orderId)
    const [dead] = await deadDeliveries(orderId)
    if (!dead) throw new Error('The delivery should be dead by now')
    return { orderId, sku, dead }
  }
})

describe('stock', () => {
  it('sells exactly 10 when 50 orders race for 10 units', async () => {
    const { sku } = await aProduct(10)
    const orderIds = await Promise.all(Array.from({ length: 50 }, () => order({ sku })))
    const orders = await Promise.all(orderIds.map(settled))
    expect(orders.filter(({ status }) => status === 'SHIPPED')).toHaveLength(10)
    expect(orders.filter(({ status }) => status === 'REJECTED')).toHaveLength(40)
    expect(await getProduct(sku)).toMatchObject({
      stockQuantity: 10,
      reservedQuantity: 10,
      availableStock: 0,
    })
  })
})

describe('deliveries', () => {
  it('have one effect each when all of them are doubled, at once and again later', async () => {
    const road = takeRoad((pokes) => {
      for (const { eventType, lane } of [...pokes, ...pokes]) {
        for (const [module, { reactions }] of Object.entries(modules)) {
          const again = () => drain(lane, module, reactions, (_, work) => work())
          if (eventType in reactions) again().then(again)
        }
      }
    })
    onTestFinished(() => void takeRoad(road))
    const { sku } = await aProduct(20)
    const orderIds = await Promise.all(Array.from({ length: 10 }, () => order({ sku })))
    for (const orderId of orderIds) {
      await settled(orderId)
      expect(await storyOf(orderId)).toEqual(happy)
      expect(await moneyOf(orderId)).toEqual({ captured: 1250, refunded: 0, captures: 1 })
    }
    expect(await getProduct(sku)).toMatchObject({ stockQuantity: 20, reservedQuantity: 10 })
  })
})

describe('the log of a story', () => {
  it('numbers its events without a gap, and knows what caused each', async () => {
    const { sku } = await aProduct(1)
    const orderId = await order({ sku })
    await settled(orderId)
    const { items } = await listEvents({ orderId }, { order: 'asc', limit: 50 })
    expect(items.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(items.map(({ causationId }) => causationId)).toEqual([
      null,
      ...items.slice(0, -1).map(({ eventId }) => eventId),
    ])
    expect(new Set(items.map(({ correlationId }) => correlationId))).toEqual(new Set([orderId]))
  })
})

describe('what the stories above made of the contract', () => {
  /** Which event was said because of which, in all orders so far. */
  async function consequences() {
    const { rows } = (await db().execute(sql`
      select distinct cause.event_type as cause, effect.event_type as effect
      from log.events effect
      join log.events cause on cause.event_id = effect.causation_id
      join log.events placed on placed.lane = effect.lane and placed.event_type = 'OrderPlaced'
    `)) as unknown as { rows: { cause: EventType; effect: EventType }[] }
    return rows
  }

  it('had each event said by the module that is declared to, because it reacts to the cause', async () => {
    const pairs = await consequences()
    expect(pairs.length).toBeGreaterThan(10)
    for (const { cause, effect } of pairs) {
      expect(Object.keys(modules[saidBy[effect]].reactions), `${effect} because of ${cause}`).toContain(cause)
    }
  })

  it('had nothing follow that is not expected', async () => {
    const expected = watches.flatMap(({ eventType, awaits }) =>
      awaits.map((effect) => `${eventType} ${effect}`),
    )
    const seen = (await consequences()).map(({ cause, effect }) => `${cause} ${effect}`)
    expect(expected).toEqual(expect.arrayContaining(seen))
  })
})

describe('who reacts to what', () => {
  const reactors = (event: EventType) =>
    Object.entries(modules).flatMap(([name, { reactions }]) => (event in reactions ? [name] : []))

  it('equals the catalog of event-flows.md, and what product.md adds', () => {
    const map = (Object.keys(contract) as EventType[]).map(
      (event) => `${event} → ${reactors(event).join(', ') || '·'}`,
    )
    expect(`\n${map.join('\n')}\n`).toMatchInlineSnapshot(`
      "
      OrderPlaced → inventory
      OrderConfirmed → payments
      OrderRejected → ·
      OrderPaid → shipments
      OrderPaymentFailed → inventory
      OrderShipped → shipments
      OrderCancelled → inventory, payments, shipments
      OrderNoteAdded → ·
      PersonalDataErased → shipments
      InventoryReserved → orders
      InventoryReservationFailed → orders
      InventoryReleased → ·
      InventoryCommitted → ·
      ProductCreated → ·
      ProductUpdated → ·
      StockAdjusted → ·
      PaymentProcessed → orders
      PaymentFailed → orders
      PaymentRefunded → orders
      ShipmentCreated → orders
      ShipmentDispatched → inventory
      ShipmentDelivered → ·
      ShipmentVoided → ·
      "
    `)
  })
})

import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { checkout, PlaceOrder } from '@/server/checkout'
import type { EventType, Module, RecordedEvent } from '@/server/events'
import { eventTypes } from '@/server/events'
import { modules } from '@/server/modules'
import { addNote, cancelOrder, EraseCustomer, eraseCustomer, getOrder } from '@/server/modules/orders'
import type { PaymentMethod } from '@/server/modules/payments'
import { deliverShipment, dispatchShipment, getShipment } from '@/server/modules/shipments'
import { discard, redrive } from '@/server/platform/dead-letters'
import { listEvents } from '@/server/platform/event-store'
import { deadDeliveries } from '@/server/testing/ledger'
import { address, aProduct, order } from '@/server/testing/orders'
import { moneyOf } from '@/server/testing/provider'
import { settled, untilEvent } from '@/server/testing/stories'
import { factsOf } from './facts'
import { reactorsOf } from './reactions'
import { retell, type Story, settle } from './story'

const recordOf = async (orderId: string): Promise<RecordedEvent[]> =>
  (await listEvents({ orderId }, { order: 'asc', limit: 200 })).items

/** The story by the rules alone, which has to be the one on record, in what was said and in what everybody knows. */
async function expectRetold(orderId: string): Promise<Story> {
  const record = await recordOf(orderId)
  const facts = factsOf(record)
  const story = retell(record, facts)
  expect(story.said.map(({ eventType }) => eventType)).toEqual(record.map(({ eventType }) => eventType))
  expect(story.refused).toEqual([])
  // Nobody would say anything that is not on record, but for those who are dead or parked.
  const { world, pending } = settle(story, facts)
  const stuck = (await deadDeliveries(orderId)).map(({ module }) => module)
  expect(
    pending.filter(({ module }) => !stuck.includes(module) && !(module === 'payments' && world.parked)),
  ).toEqual([])
  const { status, shipmentId } = await getOrder(orderId)
  expect(world.order?.status).toBe(status)
  const money = await moneyOf(orderId)
  const kept = (money?.captured ?? 0) - (money?.refunded ?? 0)
  expect(world.payment?.status === 'CAPTURED').toBe(kept > 0)
  if (shipmentId) {
    const { status: parcel } = await getShipment(shipmentId)
    expect(world.shipment).toMatchObject({ id: shipmentId, status: parcel })
  }
  return story
}

type Course = {
  method: PaymentMethod
  quantity: number
  cancelAfter?: EventType
  parcel: 0 | 1 | 2
  note: boolean
  erase: boolean
}

/** Takes an order through the real shop. */
async function live({ method, quantity, cancelAfter, parcel, note, erase }: Course): Promise<string> {
  const { sku } = await aProduct(3)
  const orderId = await order({ sku, quantity, paymentMethod: method })
  if (cancelAfter) {
    await Promise.race([untilEvent(orderId, cancelAfter), settled(orderId)])
    await cancelOrder(orderId, { reason: 'Changed my mind' }).catch(() => {})
  }
  const { shipmentId = '', status } = await settled(orderId)
  if (status === 'SHIPPED' && parcel > 0) await dispatchShipment(shipmentId)
  if (status === 'SHIPPED' && parcel > 1) await deliverShipment(shipmentId)
  if (note) await addNote(orderId, { note: 'A remark' }, 'ada')
  const [dead] = await deadDeliveries(orderId)
  if (dead && note) await redrive(dead, 'ada')
  if (dead && !note) await discard(dead, 'ada', 'the test is over')
  await settled(orderId)
  if (erase) {
    const { customerId } = await getOrder(orderId)
    await eraseCustomer(EraseCustomer.parse({ customerId }), 'ada').catch(() => {})
  }
  await settled(orderId)
  return orderId
}

const course: fc.Arbitrary<Course> = fc.record({
  method: fc.constantFrom<PaymentMethod>(
    'pm_card_visa',
    'pm_card_visa',
    'pm_card_declined',
    'pm_card_insufficient_funds',
    'pm_card_slow',
    'pm_card_flaky',
    'pm_card_lost_reply',
    'pm_card_down',
  ),
  quantity: fc.constantFrom(1, 2, 3, 4),
  cancelAfter: fc.option(
    fc.constantFrom<EventType>(
      'OrderPlaced',
      'InventoryReserved',
      'OrderConfirmed',
      'PaymentProcessed',
      'OrderPaid',
      'ShipmentCreated',
    ),
    { nil: undefined },
  ),
  parcel: fc.constantFrom<0 | 1 | 2>(0, 1, 2),
  note: fc.boolean(),
  erase: fc.boolean(),
})

describe('a story by the rules alone', () => {
  it('is the one on record, event by event, however it went', async () => {
    const courses = fc.sample(course, { numRuns: 60, seed: 20261127 })
    const told = await Promise.all(courses.map(async (each) => expectRetold(await live(each))))
    // A sample that is always the same course would show nothing.
    const endings = new Set(told.map(({ world }) => world.order?.status))
    expect([...endings].sort()).toEqual(
      ['CANCELLED', 'CONFIRMED', 'PAYMENT_FAILED', 'REJECTED', 'SHIPPED'].sort(),
    )
  }, 60_000)

  it('has a charge that was in flight when the order was cancelled', async () => {
    const { sku } = await aProduct(3)
    const orderId = await order({ sku, paymentMethod: 'pm_card_slow' })
    await untilEvent(orderId, 'OrderConfirmed')
    await vi.waitFor(async () => expect(await moneyOf(orderId)).not.toBeNull(), { timeout: 5_000 })
    await cancelOrder(orderId)
    await settled(orderId)
    const { world } = await expectRetold(orderId)
    expect(world.payment?.status).toBe('REFUNDED')
  })

  it('of many lines gives back each', async () => {
    const products = [await aProduct(2), await aProduct(2), await aProduct(2)]
    // In no order of theirs: shelves are locked, and so told of, by the SKUs.
    const items = products.toReversed().map(({ sku }) => ({ sku, quantity: 1 }))
    const wanted = { items, shippingAddress: address, paymentMethod: 'pm_card_declined' }
    const { orderId } = await checkout(PlaceOrder.parse(wanted), { trusted: true })
    await settled(orderId)
    const { said } = await expectRetold(orderId)
    expect(said.filter(({ eventType }) => eventType === 'InventoryReleased')).toHaveLength(3)
  })

  it('that is not what the rules say is not believed', async () => {
    const { sku } = await aProduct(3)
    const orderId = await order({ sku })
    await settled(orderId)
    const record = await recordOf(orderId)
    const without = record.filter(({ eventType }) => eventType !== 'OrderConfirmed')
    expect(() => retell(without, factsOf(without))).toThrow(
      'the rules say nothing, the record PaymentProcessed',
    )
  })

  it('is heard by those who react in the shop', () => {
    const inShop = (eventType: EventType) =>
      (Object.keys(modules) as Module[]).filter((module) => eventType in modules[module].reactions)
    for (const eventType of eventTypes)
      expect(reactorsOf(eventType).sort(), eventType).toEqual(inShop(eventType).sort())
  })
})

import { describe, expect, it, vi } from 'vitest'
import { cancelOrder } from '@/server/modules/orders'
import { aProduct, order } from '@/server/testing/orders'
import { settled, untilEvent } from '@/server/testing/stories'
import { discard } from './dead-letters'
import { listEvents } from './event-store'
import { poke } from './pokes'
import { findHoldUp, listReceipts, watchLane } from './receipts'

const place = async (paymentMethod?: Parameters<typeof order>[0]['paymentMethod']) =>
  order({ sku: (await aProduct(5)).sku, paymentMethod })

async function receiptOf(orderId: string, eventType: string, module: string) {
  const receipts = await listReceipts(orderId)
  return receipts.find((receipt) => receipt.eventType === eventType && receipt.module === module)
}

describe('the receipts of an order', () => {
  it('say of a quiet order that each delivery was done at the first try, and none came twice', async () => {
    const orderId = await place()
    await settled(orderId)
    const receipts = await listReceipts(orderId)
    expect(receipts.map(({ module, eventType }) => `${module} ${eventType}`)).toEqual([
      'inventory OrderPlaced',
      'orders InventoryReserved',
      'payments OrderConfirmed',
      'orders PaymentProcessed',
      'shipments OrderPaid',
      'orders ShipmentCreated',
      'shipments OrderShipped',
    ])
    for (const receipt of receipts)
      expect(receipt).toMatchObject({ status: 'DONE', duplicates: 0, ignored: null, incidents: [] })
  })

  it('keep every try that failed, and when the next was due', async () => {
    const orderId = await place('pm_card_flaky')
    await settled(orderId)
    const failed = {
      kind: 'FAILED',
      error: 'The payment provider answered 500',
      nextAttemptAt: expect.any(Date),
    }
    expect(await receiptOf(orderId, 'OrderConfirmed', 'payments')).toMatchObject({
      status: 'DONE',
      incidents: [
        { ...failed, attempt: 1 },
        { ...failed, attempt: 2 },
      ],
    })
  })

  it('say why a module had nothing to do', async () => {
    const orderId = await place('pm_card_slow')
    await untilEvent(orderId, 'OrderConfirmed')
    await cancelOrder(orderId)
    await settled(orderId)
    expect(await receiptOf(orderId, 'OrderCancelled', 'shipments')).toMatchObject({
      ignored: 'there is no shipment',
    })
  })

  it('count a poke that comes again, and it has no effect', async () => {
    const orderId = await place()
    await settled(orderId)
    const { items } = await listEvents({ orderId, eventType: 'OrderPlaced' }, { limit: 1 })
    const [{ eventId = '', eventType = 'OrderPlaced', lane = '', sequence = 0 } = {}] = items
    poke([{ id: `${eventId}:again`, eventId, eventType, lane, sequence }])
    await vi.waitFor(async () =>
      expect(await receiptOf(orderId, 'OrderPlaced', 'inventory')).toMatchObject({ duplicates: 1 }),
    )
  })

  it('say what is parked behind a dead letter, and who gave it up', async () => {
    const orderId = await place('pm_card_down')
    await vi.waitFor(async () => expect(await findHoldUp(orderId)).toMatchObject({ dead: true }), 20_000)
    await cancelOrder(orderId)
    await settled(orderId)
    const dead = await receiptOf(orderId, 'OrderConfirmed', 'payments')
    expect(dead?.incidents.map(({ kind }) => kind)).toEqual(['FAILED', 'FAILED', 'FAILED', 'DEAD'])
    const parked = await receiptOf(orderId, 'OrderCancelled', 'payments')
    expect(parked).toMatchObject({ status: 'PENDING', parkedBehind: dead?.eventId })

    await discard({ eventId: dead?.eventId ?? '', module: 'payments' }, 'ada@example.com', 'a test order')
    await settled(orderId)
    expect((await receiptOf(orderId, 'OrderConfirmed', 'payments'))?.incidents.at(-1)).toMatchObject({
      kind: 'DISCARDED',
      by: 'ada@example.com',
      reason: 'a test order',
    })
  })
})

describe('what holds an order up', () => {
  it('is told with the try and when the next is due, and is nothing once it has gone through', async () => {
    const orderId = await place('pm_card_flaky')
    await vi.waitFor(
      async () =>
        expect(await findHoldUp(orderId)).toMatchObject({
          module: 'payments',
          failedAttempts: expect.any(Number),
          maxAttempts: 4,
          dead: false,
        }),
      { timeout: 10_000, interval: 5 },
    )
    await settled(orderId)
    expect(await findHoldUp(orderId)).toBeNull()
  })
})

it('watching an order yields anew when a try fails, though no event is told', async () => {
  const orderId = await place('pm_card_down')
  const marks: string[] = []
  for await (const mark of watchLane(orderId, AbortSignal.timeout(20_000))) {
    marks.push(mark)
    if ((await findHoldUp(orderId))?.dead) break
  }
  expect(new Set(marks).size).toBe(marks.length)
  expect(marks.length).toBeGreaterThan(4)
})

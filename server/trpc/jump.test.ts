import { describe, expect, it } from 'vitest'
import { listEvents } from '@/server/platform/event-store'
import { aProduct, order } from '@/server/testing/orders'
import { settled } from '@/server/testing/stories'
import { jump } from './jump'

describe('jumping', () => {
  it('finds an order by the end of its id, and tells its last events', async () => {
    const { sku } = await aProduct(5)
    const orderId = await order({ sku })
    await settled(orderId)
    const { orders, events } = await jump(orderId.slice(-12))
    expect(orders.map((found) => found.orderId)).toEqual([orderId])
    expect(events.map(({ eventType, module }) => `${module} ${eventType}`)).toEqual([
      'orders OrderShipped',
      'shipments ShipmentCreated',
      'orders OrderPaid',
      'payments PaymentProcessed',
    ])
  })

  it('finds a product by a part of its SKU, and the orders of it', async () => {
    const { sku } = await aProduct(5)
    const orderId = await order({ sku })
    const { products, orders } = await jump(sku.toLowerCase())
    expect(products.map((found) => found.sku)).toEqual([sku])
    expect(orders.map((found) => found.orderId)).toContain(orderId)
  })

  it('finds an event by its id', async () => {
    const { items } = await listEvents({}, { limit: 1 })
    const { events } = await jump(items[0]?.eventId ?? '')
    expect(events[0]?.eventId).toBe(items[0]?.eventId)
  })

  it('finds nothing, and is no error, when nothing has that name', async () => {
    expect(await jump('no such thing at all')).toEqual({ orders: [], products: [], events: [] })
  })
})

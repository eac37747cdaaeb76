import { describe, expect, it } from 'vitest'
import { newId } from '@/server/kernel/id'
import { Shipment, type ShipmentState } from '@/server/modules/shipments/domain/shipment'
import { shipments } from '@/server/modules/shipments/infrastructure/tables'
import { db } from '@/server/platform/database/connect'
import { as } from '@/server/testing/callers'
import { problemIn } from '@/server/testing/http-client'
import { address, aProduct, order } from '@/server/testing/orders'
import { settled } from '@/server/testing/stories'

const api = as('admin')

type Step = 'dispatch' | 'deliver'

const get = (shipmentId: string) => api('GET', `/api/shipments/${shipmentId}`)
const ask = (shipmentId: string, step: Step) => api('POST', `/api/shipments/${shipmentId}/${step}`)

/** A shipment of a shipped order, ready to leave. */
async function ready(quantity = 1) {
  const { sku } = await aProduct(10)
  const orderId = await order({ sku, quantity })
  const { shipmentId = '', trackingNumber } = await settled(orderId)
  return { sku, orderId, shipmentId, trackingNumber }
}

/** A shipment in a state that lasts only a moment when an order runs its course. */
async function stored(changes: Partial<ShipmentState>) {
  const items = [{ sku: 'T-NONE', quantity: 1 }]
  const shipment = Shipment.create({ orderId: newId(), items, address })
  await db()
    .insert(shipments)
    .values({ ...shipment.toState(), ...changes })
  return shipment.id
}

const eventsOf = async (orderId: string, eventType: string) =>
  (await api<unknown[]>('GET', `/api/events?orderId=${orderId}&eventType=${eventType}`)).body

describe('a shipment', () => {
  it('has what is known when it is made, and nothing else', async () => {
    const { orderId, shipmentId, trackingNumber } = await ready()
    const { status, body } = await get(shipmentId)
    expect(status).toBe(200)
    expect(body).toEqual({
      shipmentId,
      orderId,
      status: 'CREATED',
      carrier: expect.stringMatching(/\w/),
      trackingNumber,
      createdAt: expect.any(String),
    })
  })

  it('is dispatched and delivered, and says when', async () => {
    const { shipmentId, orderId } = await ready()
    const created = (await get(shipmentId)).body
    const dispatched = await ask(shipmentId, 'dispatch')
    expect([dispatched.status, dispatched.body]).toEqual([
      200,
      { ...created, status: 'DISPATCHED', dispatchedAt: expect.any(String) },
    ])
    const delivered = await ask(shipmentId, 'deliver')
    expect([delivered.status, delivered.body]).toEqual([
      200,
      { ...dispatched.body, status: 'DELIVERED', deliveredAt: expect.any(String) },
    ])
    expect((await get(shipmentId)).body).toEqual(delivered.body)
    expect((await settled(orderId)).status).toBe('SHIPPED')
  })

  it('cannot be dispatched before its order is SHIPPED: 409', async () => {
    const shipmentId = await stored({})
    const before = (await get(shipmentId)).body
    expect(problemIn(await ask(shipmentId, 'dispatch'), 409).detail).toContain('only after')
    expect((await get(shipmentId)).body).toEqual(before)
  })

  it('dispatched once more answers the same, and nothing happens', async () => {
    const { shipmentId, orderId, sku } = await ready(3)
    const first = await ask(shipmentId, 'dispatch')
    const again = await ask(shipmentId, 'dispatch')
    expect([again.status, again.text]).toEqual([200, first.text])
    await settled(orderId)
    expect(await eventsOf(orderId, 'ShipmentDispatched')).toHaveLength(1)
    expect((await api('GET', `/api/inventory/products/${sku}`)).body).toMatchObject({ stockQuantity: 7 })
  })

  it('delivered once more answers the same, and nothing happens; nor does a dispatch', async () => {
    const { shipmentId, orderId } = await ready()
    await ask(shipmentId, 'dispatch')
    const first = await ask(shipmentId, 'deliver')
    expect((await ask(shipmentId, 'deliver')).text).toBe(first.text)
    expect((await ask(shipmentId, 'dispatch')).text).toBe(first.text)
    expect(await eventsOf(orderId, 'ShipmentDelivered')).toHaveLength(1)
  })

  it('is dispatched once when ten ask at the same time', async () => {
    const { shipmentId, orderId, sku } = await ready(2)
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(shipmentId, 'dispatch')))
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    await settled(orderId)
    expect(await eventsOf(orderId, 'ShipmentDispatched')).toHaveLength(1)
    expect((await api('GET', `/api/inventory/products/${sku}`)).body).toMatchObject({ stockQuantity: 8 })
  })

  it('keeps its goods reserved until it leaves; then they are neither on hand nor reserved', async () => {
    const { shipmentId, orderId, sku } = await ready(3)
    const stock = async () => (await api('GET', `/api/inventory/products/${sku}`)).body
    expect(await stock()).toMatchObject({ stockQuantity: 10, reservedQuantity: 3, availableStock: 7 })
    await ask(shipmentId, 'dispatch')
    await settled(orderId)
    expect(await stock()).toMatchObject({ stockQuantity: 7, reservedQuantity: 0, availableStock: 7 })
  })

  it.each<[Partial<ShipmentState>, Step]>([
    [{ status: 'CREATED', cleared: true }, 'deliver'],
    [{ status: 'VOIDED' }, 'dispatch'],
    [{ status: 'VOIDED' }, 'deliver'],
  ])('that is %j cannot %s: 409, which names the state', async (state, step) => {
    const problem = problemIn(await ask(await stored(state), step), 409)
    expect(problem).toMatchObject({ type: '/problems/conflict', shipmentStatus: state.status })
    expect(problem.detail).toContain(state.status)
  })
})

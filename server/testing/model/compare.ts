import { expect } from 'vitest'
import { look, type Seen } from './shop'
import { type Expected, learn, type Module, reservedOf, type ShopModel } from './shop-model'

/** What the test itself did, and what the simulated provider says by its methods: nothing else may ever go wrong. */
const foreseen =
  /^(A fault of the test|A refusal of the test|The payment provider answered 500|The connection to the provider was lost)$/

/**
 * Looks which deliveries went through, which only those of the lanes that were touched may have, has the model draw its
 * conclusions, and compares the shop with it: a delivery that is done had its effect once, one that is not had none.
 */
export async function compare(model: ShopModel, ...touched: { orderId: string; module: Module }[]) {
  const seen = await look()
  for (const { orderId, settled, refunded } of seen.orders) {
    const order = model.orders.get(orderId)
    if (order) order.books = { settled, refunded }
  }
  for (const delivery of seen.deliveries) {
    const { orderId, module, sequence, standing, error } = delivery
    const order = model.orders.get(orderId)
    if (!order) throw new Error(`Order ${orderId} was never placed`)
    if (error) expect(error).toMatch(foreseen)
    const known = order.deliveries.find((one) => one.module === module && one.sequence === sequence)
    if (!known || known.standing === standing) continue
    const where = touched.map(({ orderId, module }) => `${orderId} ${module}`)
    expect(where, `${delivery.event} is ${standing}`).toContain(`${orderId} ${module}`)
    learn(model, order, delivery)
  }
  expect(stockOf(seen)).toEqual(
    [...model.onHand].map(([sku, onHand]) => [sku, onHand, reservedOf(model, sku)]),
  )
  expect(new Map(seen.orders.map((order) => [order.orderId, viewOf(order, seen)]))).toEqual(
    new Map([...model.orders].map(([orderId, order]) => [orderId, expectedView(order)])),
  )
  for (const order of seen.orders) expectHonestBooks(order, model.orders.get(order.orderId))
}

const stockOf = ({ stock }: Seen) =>
  stock
    .map(({ sku, onHand, reserved }) => [sku, onHand, reserved])
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))

const viewOf = ({ orderId, status, parcel, told }: Seen['orders'][number], { deliveries }: Seen) => ({
  status,
  parcel,
  told: told ?? [],
  deliveries: deliveries
    .filter((delivery) => delivery.orderId === orderId)
    .map(({ sequence, event, module, standing }) => ({ sequence, event, module, standing })),
})

const expectedView = ({ status, parcel, story, deliveries }: Expected) => ({
  status,
  parcel,
  told: story,
  deliveries,
})

/** Money moves at most once each way, as the card allows, and comes back only to who cancelled. */
function expectHonestBooks(
  { settled, captures, refunded }: Seen['orders'][number],
  expected: Expected | undefined,
) {
  const { method = '', payment, story = [] } = expected ?? {}
  const refused = ['pm_card_declined', 'pm_card_insufficient_funds'].includes(method)
  expect(captures).toBe(settled === 'CAPTURED' ? 1 : 0)
  if (settled === 'CAPTURED') expect(refused || method === 'pm_card_down').toBe(false)
  if (settled === 'DECLINED') expect(refused).toBe(true)
  if (payment === 'CAPTURED' || payment === 'REFUNDED') expect(settled).toBe('CAPTURED')
  if (payment === 'REFUNDED') expect(refunded).toBe(true)
  if (settled === 'VOIDED' || refunded) expect(story).toContain('OrderCancelled')
}

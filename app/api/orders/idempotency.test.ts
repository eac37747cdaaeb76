import { describe, expect, it } from 'vitest'
import { newId } from '@/server/kernel/id'
import { connected, transaction } from '@/server/platform/database/connect'
import { answerOnce } from '@/server/platform/idempotency'
import { as, screensAs } from '@/server/testing/callers'
import { problemIn } from '@/server/testing/http-client'
import { address, aProduct, order } from '@/server/testing/orders'
import { settled } from '@/server/testing/stories'

const api = as('admin')

type Placed = { orderId: string; accessToken: string }

/** A customer of the test's own, who orders one thing with a key. */
async function buyer(stock = 10) {
  const { sku } = await aProduct(stock)
  const body = {
    customerId: newId(),
    items: [{ sku, quantity: 1, unitPrice: 12.5 }],
    shippingAddress: address,
  }
  return {
    sku,
    body,
    place: (key: string, changes: object = {}) =>
      api<Placed>('POST', '/api/orders', { ...body, ...changes }, { 'idempotency-key': key }),
    orders: async () => (await api<Placed[]>('GET', `/api/orders?customerId=${body.customerId}`)).body,
  }
}

describe('placing an order with an Idempotency-Key', () => {
  it('makes one order however often it is asked, and answers the same, the access token included', async () => {
    const { place, orders } = await buyer()
    const key = newId()
    const first = await place(key)
    expect(first.status).toBe(201)
    expect(first.body.accessToken).toMatch(/^tso_[\w-]{43}$/)
    await settled(first.body.orderId)
    const again = await place(key)
    expect([again.status, again.text]).toEqual([201, first.text])
    expect(again.headers.get('location')).toBe(first.headers.get('location'))
    expect(await orders()).toHaveLength(1)
  })

  it('makes one order when twenty ask at the same time', async () => {
    const { place, orders, sku } = await buyer()
    const key = newId()
    const told = await Promise.all(Array.from({ length: 20 }, () => place(key)))
    const [placed, ...others] = await orders()
    expect(others).toEqual([])
    expect(told.filter(({ status }) => status === 201).length).toBeGreaterThan(0)
    for (const answer of told) {
      if (answer.status === 201) expect(answer.body.orderId).toBe(placed?.orderId)
      else expect(problemIn(answer, 409).type).toBe('/problems/request-in-progress')
    }
    await settled(placed?.orderId ?? '')
    expect((await api('GET', `/api/inventory/products/${sku}`)).body).toMatchObject({ reservedQuantity: 1 })
    expect((await place(key)).body.orderId).toBe(placed?.orderId)
  })

  // The embedded database has one session: there a second request waits for the first.
  it.runIf(connected().shared)('is refused with 409 while the first is still under way', async () => {
    const { place, orders } = await buyer()
    const key = newId()
    await transaction((tx) =>
      answerOnce(tx, { key, request: null }, async () => {
        expect(problemIn(await place(key), 409).type).toBe('/problems/request-in-progress')
        return 'done'
      }),
    )
    expect(await orders()).toEqual([])
  })

  it('is refused with 422 when the key was used for another body', async () => {
    const { place, orders } = await buyer()
    const key = newId()
    await place(key)
    const problem = problemIn(await place(key, { paymentMethod: 'pm_card_slow' }), 422)
    expect(problem.type).toBe('/problems/idempotency-key-reused')
    expect(await orders()).toHaveLength(1)
  })

  it('is answered as the first time, though the price has changed since', async () => {
    const { place, sku } = await buyer()
    const key = newId()
    const { text } = await place(key)
    await api('PATCH', `/api/inventory/products/${sku}`, { price: 99 })
    expect((await place(key)).text).toBe(text)
    problemIn(await place(newId()), 409)
  })

  it('may be tried again after a refusal, and changed', async () => {
    const { place, orders } = await buyer()
    const key = newId()
    problemIn(await place(key, { items: [{ sku: 'T-NONE', quantity: 1 }] }), 422)
    expect((await place(key)).status).toBe(201)
    expect(await orders()).toHaveLength(1)
  })

  it('makes a second order with a second key, or without one', async () => {
    const { body, place, orders } = await buyer()
    await place(newId())
    await place(newId())
    await api('POST', '/api/orders', body)
    await api('POST', '/api/orders', body)
    expect(await orders()).toHaveLength(4)
  })

  it.each(['', 'two words', 'schl\u00fcssel', 'x'.repeat(256)])(
    'is refused with 400 with the key %j',
    async (key) => {
      const { place, orders } = await buyer()
      expect(problemIn(await place(key), 400).detail).toContain('Idempotency-Key')
      expect(await orders()).toEqual([])
    },
  )

  it('works for the screens too', async () => {
    const { body, orders } = await buyer()
    const { place } = (await screensAs('nobody')).orders
    const idempotencyKey = newId()
    const first = await place({ ...body, idempotencyKey })
    expect(await place({ ...body, idempotencyKey })).toEqual(first)
    expect(first.placedAt).toBeInstanceOf(Date)
    expect(await orders()).toHaveLength(1)
    await expect(place({ ...body, idempotencyKey: 'two words' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
  })
})

describe('cancelling with an Idempotency-Key', () => {
  const cancel = (orderId: string, key: string, body?: object) =>
    api('POST', `/api/orders/${orderId}/cancel`, body, { 'idempotency-key': key })
  const slowOrder = async () => order({ sku: (await aProduct(5)).sku, paymentMethod: 'pm_card_slow' })

  it('answers the same again', async () => {
    const [orderId, key] = [await slowOrder(), newId()]
    const first = await cancel(orderId, key, { reason: 'Changed my mind' })
    expect(first.status).toBe(200)
    expect((await cancel(orderId, key, { reason: 'Changed my mind' })).text).toBe(first.text)
  })

  it('is refused with 422 for another order, another reason, or a key that placed an order', async () => {
    const [orderId, key] = [await slowOrder(), newId()]
    await cancel(orderId, key)
    problemIn(await cancel(orderId, key, { reason: 'Another' }), 422)
    problemIn(await cancel(await slowOrder(), key), 422)
    const { place } = await buyer()
    const placing = newId()
    await place(placing)
    problemIn(await cancel(orderId, placing), 422)
  })

  it('is refused with 400 when the key is none', async () => {
    problemIn(await cancel(await slowOrder(), 'two words'), 400)
  })
})

import { describe, expect, it } from 'vitest'
import { isId, newId } from '@/server/kernel/id'
import { as } from '@/server/testing/callers'
import { faultsIn, nextOf, pagesOf, problemIn } from '@/server/testing/http-client'
import { address, aProduct } from '@/server/testing/orders'
import { settled } from '@/server/testing/stories'

const api = as('admin')

type Placed = { orderId: string; customerId: string; placedAt: string; accessToken: string }
type Listed = { orderId: string; status: string; customerId: string }

const place = (items: unknown[], more: Record<string, unknown> = {}) =>
  api<Placed>('POST', '/api/orders', { items, shippingAddress: address, ...more })

const newProduct = async (changes: Record<string, unknown> = {}) => {
  const sku = `T-${newId().slice(-12).toUpperCase()}`
  await api('POST', '/api/inventory/products', {
    sku,
    name: sku,
    price: 29.99,
    stockQuantity: 100,
    ...changes,
  })
  return sku
}

/** What a customer has ordered, newest first. */
const ordersOf = async (customerId: string) =>
  (await api<Listed[]>('GET', `/api/orders?customerId=${encodeURIComponent(customerId)}`)).body

describe('placing an order', () => {
  it('answers 201 at once: PENDING, where to find it, and what it costs to the cent', async () => {
    const sku = await newProduct()
    const { status, headers, body, text } = await place([{ sku, quantity: 5 }], {
      customerId: 'customer-789',
    })
    expect(status).toBe(201)
    expect(body).toEqual({
      orderId: expect.any(String),
      status: 'PENDING',
      customerId: 'customer-789',
      totalAmount: 149.95,
      currency: 'EUR',
      placedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      accessToken: expect.stringMatching(/^tso_[\w-]{43}$/),
    })
    expect(text).toContain('"totalAmount":149.95,')
    expect(isId(body.orderId)).toBe(true)
    expect(headers.get('location')).toBe(`/api/orders/${body.orderId}`)
    expect((await api('GET', headers.get('location') ?? '')).body).toMatchObject({ orderId: body.orderId })
  })

  it('makes a customer for a guest, and another one for the next', async () => {
    const sku = await newProduct()
    const [one, other] = [await place([{ sku, quantity: 1 }]), await place([{ sku, quantity: 1 }])]
    expect(isId(one.body.customerId)).toBe(true)
    expect(other.body.customerId).not.toBe(one.body.customerId)
    expect(other.body.accessToken).not.toBe(one.body.accessToken)
  })

  it.each([
    ['EUR', 0.01, 3, 0.03],
    ['JPY', 1_999, 3, 5_997],
    ['KWD', 1.005, 3, 3.015],
  ])('counts in %s: %d × %i is %d', async (currency, price, quantity, totalAmount) => {
    const sku = await newProduct({ currency, price })
    const { status, body } = await place([{ sku, quantity, unitPrice: price }])
    expect([status, body]).toEqual([201, expect.objectContaining({ currency, totalAmount })])
  })

  it('merges the lines of one SKU, however it is written', async () => {
    const sku = await newProduct()
    const { body } = await place([
      { sku, quantity: 1 },
      { sku: ` ${sku.toLowerCase()} `, quantity: 2 },
    ])
    expect(body).toMatchObject({ totalAmount: 89.97 })
    const { items } = await settled(body.orderId)
    expect(items).toEqual([{ sku, name: sku, quantity: 3, unitPrice: 29.99 }])
  })

  it('sells at the price that the caller saw', async () => {
    const sku = await newProduct()
    expect((await place([{ sku, quantity: 1, unitPrice: 29.99 }])).status).toBe(201)
  })
})

describe('an order that the facts are against', () => {
  it('is refused with 422 and the line, when a SKU is unknown', async () => {
    const customerId = newId()
    const [sku, none] = [await newProduct(), `T-NONE-${newId().slice(-12).toUpperCase()}`]
    const lines = [
      { sku, quantity: 1 },
      { sku: none, quantity: 1 },
    ]
    const problem = problemIn(await place(lines, { customerId }), 422)
    expect(problem.type).toBe('/problems/unknown-sku')
    expect(problem.errors).toEqual([{ pointer: '/items/1/sku', detail: `${none} is not for sale` }])
    expect(await ordersOf(customerId)).toEqual([])
  })

  it('is refused with 422 and the line, when a product is not for sale any more', async () => {
    const sku = await newProduct()
    await api('PATCH', `/api/inventory/products/${sku}`, { status: 'INACTIVE' })
    const problem = problemIn(await place([{ sku, quantity: 1 }]), 422)
    expect(problem.errors).toMatchObject([{ pointer: '/items/0/sku' }])
  })

  it('is refused with 422 and the line, when it has two currencies', async () => {
    const [euros, yen] = [await newProduct(), await newProduct({ currency: 'JPY', price: 100 })]
    const customerId = newId()
    const lines = [
      { sku: euros, quantity: 1 },
      { sku: yen, quantity: 1 },
    ]
    const problem = problemIn(await place(lines, { customerId }), 422)
    expect(problem.type).toBe('/problems/currency-mix')
    expect(problem.errors).toMatchObject([{ pointer: '/items/1/sku' }])
    expect(await ordersOf(customerId)).toEqual([])
  })

  it('is refused with 409 and the present prices, when the caller saw others', async () => {
    const [sku, other] = [await newProduct(), await newProduct({ price: 5 })]
    const customerId = newId()
    const lines = [
      { sku, quantity: 1, unitPrice: 25 },
      { sku: other, quantity: 1, unitPrice: 5 },
    ]
    const problem = problemIn(await place(lines, { customerId }), 409)
    expect(problem.type).toBe('/problems/price-changed')
    expect(problem.items).toEqual([{ sku, unitPrice: 25, currentPrice: 29.99 }])
    expect(await ordersOf(customerId)).toEqual([])
  })

  it('is refused with 400 and nothing is stored, when its form is wrong', async () => {
    const sku = await newProduct()
    const customerId = newId()
    const wrong: [pointer: string, items: unknown[], more?: Record<string, unknown>][] = [
      ['/items', []],
      ['/items/0/quantity', [{ sku, quantity: '3' }]],
      ['/items/0/quantity', [{ sku, quantity: 0 }]],
      ['/items/0/quantity', [{ sku, quantity: -1 }]],
      ['/items/0/quantity', [{ sku, quantity: 1.5 }]],
      ['/items/0/quantity', [{ sku, quantity: 1_001 }]],
      [
        '/items/1/quantity',
        [
          { sku, quantity: 600 },
          { sku: sku.toLowerCase(), quantity: 600 },
        ],
      ],
      ['/items', Array.from({ length: 51 }, () => ({ sku, quantity: 1 }))],
      ['/items/0/sku', [{ sku: 'a\u0000', quantity: 1 }]],
      ['/paymentMethod', [{ sku, quantity: 1 }], { paymentMethod: 'pm_card_gold' }],
      ['/shippingAddress/city', [{ sku, quantity: 1 }], { shippingAddress: { ...address, city: '  ' } }],
      ['/shippingAddress/name', [{ sku, quantity: 1 }], { shippingAddress: { ...address, name: 'a\u0000' } }],
      ['/shippingAddress/state', [{ sku, quantity: 1 }], { shippingAddress: { ...address, country: 'US' } }],
      ['/totalAmount', [{ sku, quantity: 1 }], { totalAmount: 0.01 }],
    ]
    for (const [pointer, items, more] of wrong) {
      expect(faultsIn(await place(items, { customerId, ...more }))).toEqual([pointer])
    }
    expect(faultsIn(await place([{ sku, quantity: 1 }], { customerId: ' ' }))).toEqual(['/customerId'])
    expect(await ordersOf(customerId)).toEqual([])
  })
})

describe('the list of orders', () => {
  it('is an array, newest first, and walks to its end without a gap or a repeat', async () => {
    const customerId = newId()
    const sku = await newProduct()
    const placed: string[] = []
    for (let n = 0; n < 7; n++)
      placed.push((await place([{ sku, quantity: 1 }], { customerId })).body.orderId)
    const newestFirst = placed.toReversed()

    expect((await ordersOf(customerId)).map(({ orderId }) => orderId)).toEqual(newestFirst)

    // What is ordered meanwhile belongs before the first page, so it shifts nothing.
    const pages = await pagesOf<Listed>(api, `/api/orders?customerId=${customerId}&limit=3`, () =>
      place([{ sku, quantity: 1 }], { customerId }),
    )
    expect(pages.map((page) => page.length)).toEqual([3, 3, 1])
    expect(pages.flat().map(({ orderId }) => orderId)).toEqual(newestFirst)
  })

  it('has no Link on its last page, also when that is full', async () => {
    const customerId = newId()
    const sku = await newProduct()
    for (let n = 0; n < 2; n++) await place([{ sku, quantity: 1 }], { customerId })
    expect(nextOf((await api('GET', `/api/orders?customerId=${customerId}&limit=2`)).headers)).toBeUndefined()
    const { headers } = await api('GET', `/api/orders?customerId=${customerId}&limit=1`)
    expect(nextOf(headers)).toMatch(/^\/api\/orders\?.*cursor=/)
    expect(nextOf(headers)).toContain(`customerId=${customerId}`)
    expect(nextOf(headers)).toContain('limit=1')
  })

  it('gives fifty unless asked otherwise, and two hundred at most', async () => {
    const customerId = newId()
    const sku = await newProduct({ stockQuantity: 0 })
    await Promise.all(Array.from({ length: 201 }, () => place([{ sku, quantity: 1 }], { customerId })))
    const count = async (query: string) =>
      (await api<Listed[]>('GET', `/api/orders?customerId=${customerId}${query}`)).body.length
    expect([await count(''), await count('&limit=200'), await count('&limit=500')]).toEqual([50, 200, 200])
    expect(
      (await pagesOf(api, `/api/orders?customerId=${customerId}&limit=500`)).map((page) => page.length),
    ).toEqual([200, 1])
  })

  it('combines its filters', async () => {
    const [customerId, other] = [newId(), newId()]
    const [{ sku }, { sku: soldOut }] = [await aProduct(10), await aProduct(0)]
    const ids: Record<string, string> = {}
    for (const [name, line, who] of [
      ['shipped', sku, customerId],
      ['rejected', soldOut, customerId],
      ['foreign', sku, other],
    ]) {
      ids[name] = (await place([{ sku: line, quantity: 1 }], { customerId: who })).body.orderId
      await settled(ids[name])
    }
    const found = async (query: string) =>
      (await api<Listed[]>('GET', `/api/orders?limit=200&${query}`)).body.map(({ orderId }) => orderId)
    expect(await found(`customerId=${customerId}&status=SHIPPED`)).toEqual([ids.shipped])
    expect(await found(`customerId=${customerId}&status=REJECTED`)).toEqual([ids.rejected])
    expect(await found(`customerId=${customerId}&status=PAID`)).toEqual([])
    expect(await found(`customerId=${other}`)).toEqual([ids.foreign])
    expect(await found(`customerId=${newId()}`)).toEqual([])
    expect(await found('status=SHIPPED')).toEqual(expect.arrayContaining([ids.shipped, ids.foreign]))
    expect(await found('status=SHIPPED')).not.toContain(ids.rejected)
  })

  it('finds a customer whatever stands in the name', async () => {
    const customerId = `O'Brien & Söhne % _ ${newId()}`
    const sku = await newProduct()
    const { body } = await place([{ sku, quantity: 1 }], { customerId })
    expect(await ordersOf(customerId)).toMatchObject([{ orderId: body.orderId, customerId }])
  })
})

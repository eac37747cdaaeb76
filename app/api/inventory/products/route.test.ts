import { describe, expect, it } from 'vitest'
import { isId, newId } from '@/server/kernel/id'
import { as } from '@/server/testing/callers'
import { faultsIn, pagesOf, problemIn } from '@/server/testing/http-client'
import { order } from '@/server/testing/orders'
import { settled } from '@/server/testing/stories'

const api = as('admin')

type Product = { productId: string; sku: string }

const path = '/api/inventory/products'
const newSku = () => `T-${newId().slice(-12).toUpperCase()}`

const create = (changes: Record<string, unknown> = {}) =>
  api<Product>('POST', path, { sku: newSku(), name: 'Test', price: 12.5, ...changes })

describe('creating a product', () => {
  it('answers 201, where to find it, and all of it', async () => {
    const sku = newSku()
    const given = {
      name: 'Low mug',
      description: 'Two\nlines',
      price: 29.99,
      currency: 'EUR',
      stockQuantity: 10,
    }
    const { status, headers, body } = await create({ sku, ...given, status: 'INACTIVE' })
    expect(status).toBe(201)
    expect(body).toEqual({
      productId: expect.any(String),
      sku,
      ...given,
      reservedQuantity: 0,
      availableStock: 10,
      status: 'INACTIVE',
    })
    expect(isId(body.productId)).toBe(true)
    const location = headers.get('location') ?? ''
    expect(location).toBe(`${path}/${sku}`)
    expect((await api('GET', location)).body).toEqual(body)
  })

  it('needs no more than a SKU, a name and a price', async () => {
    expect((await create()).body).toMatchObject({
      description: '',
      currency: 'EUR',
      stockQuantity: 0,
      availableStock: 0,
      status: 'ACTIVE',
    })
  })

  it('has a category and a picture only when they are given', async () => {
    const more = { category: 'Table', picture: '/products/low-mug.svg' }
    expect((await create(more)).body).toMatchObject(more)
    const { body } = await create()
    expect(Object.keys(body)).not.toEqual(expect.arrayContaining(['category']))
    expect(Object.keys(body)).not.toEqual(expect.arrayContaining(['picture']))
  })

  it.each([
    ['/sku', { sku: '' }],
    ['/sku', { sku: ' ' }],
    ['/sku', { sku: 'x'.repeat(51) }],
    ['/sku', { sku: 'a\u0000b' }],
    ['/sku', { sku: 7 }],
    ['/sku', { sku: undefined }],
    ['/name', { name: undefined }],
    ['/name', { name: ' ' }],
    ['/name', { name: 'a\u0000' }],
    ['/name', { name: 'x'.repeat(201) }],
    ['/description', { description: 'a\u0000' }],
    ['/description', { description: 'x'.repeat(5_001) }],
    ['/price', { price: undefined }],
    ['/price', { price: '12.5' }],
    ['/price', { price: -0.01 }],
    ['/price', { price: 1.234 }],
    ['/price', { price: 1_000_001 }],
    ['/price', { price: 10.5, currency: 'JPY' }],
    ['/price', { price: 1.2345, currency: 'KWD' }],
    ['/currency', { currency: 'eur' }],
    ['/currency', { currency: 'ZZZ' }],
    ['/currency', { currency: 978 }],
    ['/stockQuantity', { stockQuantity: -1 }],
    ['/stockQuantity', { stockQuantity: 1.5 }],
    ['/stockQuantity', { stockQuantity: '10' }],
    ['/stockQuantity', { stockQuantity: 1_000_001 }],
    ['/status', { status: 'SOLD' }],
    ['/picture', { picture: 'https://elsewhere.example/x.png' }],
    ['/picture', { picture: '/x y.png' }],
    ['/reservedQuantity', { reservedQuantity: 5 }],
    ['/productId', { productId: newId() }],
  ])('is refused with 400 at %s: %j', async (pointer, changes) => {
    expect(faultsIn(await create(changes))).toEqual([pointer])
  })

  it('names every fault at once', async () => {
    const answer = await create({ sku: '', name: undefined, price: 1.234, stockQuantity: -1, colour: 'red' })
    expect(faultsIn(answer).toSorted()).toEqual(['/colour', '/name', '/price', '/sku', '/stockQuantity'])
  })

  it('is refused with 409 when the SKU is taken, however it is written', async () => {
    const { body } = await create()
    for (const sku of [body.sku, body.sku.toLowerCase(), `  ${body.sku} `]) {
      const problem = problemIn(await create({ sku, name: 'Another' }), 409)
      expect(problem).toMatchObject({ type: '/problems/duplicate-sku', errors: [{ pointer: '/sku' }] })
    }
    expect((await api('GET', `${path}/${body.sku}`)).body).toEqual(body)
  })

  it('is done once when twenty race for one SKU', async () => {
    const sku = newSku()
    const answers = await Promise.all(Array.from({ length: 20 }, () => create({ sku, stockQuantity: 5 })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array(19).fill(409)])
    const [winner] = answers.filter(({ status }) => status === 201)
    const { body: told } = await api<unknown[]>('GET', `/api/events?aggregateId=${winner.body.productId}`)
    expect(told).toMatchObject([{ eventType: 'ProductCreated', payload: { sku, onHand: 5 } }])
  })
})

describe('a product, asked for by its SKU', () => {
  it('is found whatever the case', async () => {
    const { body } = await create()
    for (const sku of [body.sku, body.sku.toLowerCase(), `%20${body.sku}%20`]) {
      expect((await api('GET', `${path}/${sku}`)).body).toEqual(body)
    }
  })

  it.each(['A/B', '50% OFF', '100%', 'É-東京', "O'MUG", 'A&B=C?D#E', 'A+B', '..', 'A;B'])(
    'is found at its location when the SKU is like %s',
    async (kind) => {
      const sku = `${kind} ${newSku()}`
      const { body, headers } = await create({ sku })
      expect(body.sku).toBe(sku)
      const { status, body: found } = await api('GET', headers.get('location') ?? '')
      expect([status, found]).toEqual([200, body])
    },
  )
})

describe('changing a product', () => {
  const change = (sku: string, body: unknown) => api('PATCH', `${path}/${encodeURIComponent(sku)}`, body)

  it('answers 200 with all of it, and leaves the rest as it was', async () => {
    const { body } = await create({ stockQuantity: 10 })
    const changes = { name: 'New', price: 9.99, status: 'INACTIVE', description: 'Now', stockQuantity: 4 }
    const answer = await change(body.sku, changes)
    expect([answer.status, answer.body]).toEqual([200, { ...body, ...changes, availableStock: 4 }])
    expect((await api('GET', `${path}/${body.sku}`)).body).toEqual(answer.body)
    expect((await change(body.sku, { price: 0 })).body).toEqual({ ...answer.body, price: 0 })
  })

  it('matches the SKU upper-cased and trimmed', async () => {
    const { body } = await create()
    expect((await change(` ${body.sku.toLowerCase()} `, { name: 'New' })).body).toMatchObject({ name: 'New' })
  })

  it('is told with what has changed, and stock with its difference and reason', async () => {
    const { body } = await create({ stockQuantity: 10 })
    await change(body.sku, { price: 9.99 })
    await change(body.sku, { stockQuantity: 7, reason: 'Counted' })
    const { body: told } = await api<unknown[]>('GET', `/api/events?aggregateId=${body.productId}&order=asc`)
    expect(told).toMatchObject([
      { eventType: 'ProductCreated', sequence: 1 },
      { eventType: 'ProductUpdated', sequence: 2, payload: { sku: body.sku, price: 9.99 } },
      {
        eventType: 'StockAdjusted',
        sequence: 3,
        causationId: null,
        payload: { sku: body.sku, delta: -3, reason: 'Counted', onHand: 7 },
      },
    ])
  })

  it.each([
    ['', {}],
    ['/name', { name: '' }],
    ['/price', { price: -1 }],
    ['/price', { price: '1' }],
    ['/price', { price: 1.234 }],
    ['/stockQuantity', { stockQuantity: -1 }],
    ['/stockQuantity', { stockQuantity: 0.5 }],
    ['/stockQuantity', { stockQuantity: '7' }],
    ['/status', { status: 'GONE' }],
    ['/reason', { stockQuantity: 1, reason: 'a\u0000' }],
    ['/sku', { sku: 'OTHER', name: 'New' }],
    ['/currency', { currency: 'JPY', name: 'New' }],
    ['/reservedQuantity', { reservedQuantity: 0, name: 'New' }],
  ])('is refused with 400 at "%s": %j', async (pointer, changes) => {
    const { body } = await create({ stockQuantity: 3 })
    expect(faultsIn(await change(body.sku, changes))).toEqual([pointer])
    expect((await api('GET', `${path}/${body.sku}`)).body).toEqual(body)
  })

  it('is refused with 400 when the price has more digits than the product’s currency', async () => {
    const { body } = await create({ currency: 'JPY', price: 100 })
    expect(faultsIn(await change(body.sku, { price: 10.5 }))).toEqual(['/price'])
  })

  it('is refused with 409 when the stock would be below what is reserved, and nothing of it is done', async () => {
    const { body } = await create({ stockQuantity: 5 })
    const { sku } = body
    await settled(await order({ sku, quantity: 3 }))
    const problem = problemIn(await change(sku, { stockQuantity: 2, name: 'New' }), 409)
    expect(problem).toMatchObject({
      type: '/problems/stock-below-reserved',
      errors: [{ pointer: '/stockQuantity' }],
    })
    const now = { stockQuantity: 5, reservedQuantity: 3, availableStock: 2, name: 'Test' }
    expect((await api('GET', `${path}/${sku}`)).body).toMatchObject(now)
    expect((await change(sku, { stockQuantity: 3 })).body).toMatchObject({
      availableStock: 0,
      reservedQuantity: 3,
    })
  })
})

describe('the list of products', () => {
  it('is an array, newest first, and walks to its end without a gap or a repeat', async () => {
    const made: string[] = []
    for (let n = 0; n < 5; n++) made.push((await create()).body.sku)
    const all = (await pagesOf<Product>(api, `${path}?limit=200`)).flat()
    const pages = await pagesOf<Product>(api, `${path}?limit=3`, () => create())
    expect(pages.flat()).toEqual(all)
    expect(all.slice(0, 5).map(({ sku }) => sku)).toEqual(made.toReversed())
    expect(new Set(all.map(({ productId }) => productId)).size).toBe(all.length)
    expect(pages.slice(0, -1).every((page) => page.length === 3)).toBe(true)
  })

  it('can be of one status only', async () => {
    const [active, inactive] = [await create(), await create({ status: 'INACTIVE' })]
    const skus = async (status: string) =>
      (await pagesOf<Product>(api, `${path}?limit=200&status=${status}`)).flat().map(({ sku }) => sku)
    expect(await skus('ACTIVE')).toContain(active.body.sku)
    expect(await skus('ACTIVE')).not.toContain(inactive.body.sku)
    expect(await skus('INACTIVE')).toContain(inactive.body.sku)
    expect(await skus('INACTIVE')).not.toContain(active.body.sku)
  })
})

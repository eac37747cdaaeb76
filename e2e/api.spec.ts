import { orThrow, ProblemError, tinyStore } from '../client/client'
import { address, expect, expectStatus, test } from './fixtures'
import { port, withKey } from './way-in'

const json = { accept: 'application/json' }

test('the literal paths answer programs as JSON, and a browser with the page', async ({
  page,
  request,
  shop,
}) => {
  const { sku, name } = await shop.createProduct({ price: 29.99 })
  const placed = await request.post('/orders', {
    headers: json,
    data: { items: [{ sku, quantity: 5 }], shippingAddress: address },
  })
  expect(placed.status()).toBe(201)
  const { orderId, ...rest } = await placed.json()
  expect(rest).toMatchObject({ status: 'PENDING', totalAmount: 149.95, currency: 'EUR' })
  expect(placed.headers().location).toBe(`/api/orders/${orderId}`)
  await shop.reached(orderId, 'SHIPPED')

  const asked = await request.get(`/orders/${orderId}`, { headers: json })
  expect(asked.status()).toBe(200)
  expect(asked.headers()['content-type']).toContain('application/json')
  expect(await asked.json()).toMatchObject({ orderId, status: 'SHIPPED', items: [{ sku, quantity: 5 }] })
  const list = await request.get('/orders?limit=1', { headers: { ...json, ...withKey() } })
  expect(await list.json()).toHaveLength(1)

  const opened = await page.goto(`/orders/${orderId}`)
  expect(opened?.headers()['content-type']).toContain('text/html')
  await expectStatus(page, 'SHIPPED')
  await expect(page.getByText(name).first()).toBeVisible()
})

test('what is not there is a problem document', async ({ request }) => {
  for (const path of ['/api/nowhere', '/api/orders/01938f', '/api/inventory/products/NO-SUCH-THING']) {
    const response = await request.get(path)
    expect(response.status(), path).toBe(404)
    expect(response.headers()['content-type'], path).toBe('application/problem+json')
    expect(await response.json(), path).toMatchObject({ type: '/problems/not-found', status: 404 })
  }
})

test('a method that is not there is refused with those that are', async ({ request }) => {
  const response = await request.delete('/api/orders')
  expect(response.status()).toBe(405)
  expect(response.headers().allow).toBe('GET, POST')
  expect(await response.json()).toMatchObject({ type: '/problems/method-not-allowed', status: 405 })
})

test('a refused order says what is wrong with it, fault by fault', async ({ request }) => {
  const response = await request.post('/api/orders', {
    data: { items: [], shippingAddress: { ...address, city: '' } },
  })
  expect(response.status()).toBe(400)
  const { errors } = await response.json()
  expect(errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
    '/items',
    '/shippingAddress/city',
  ])
})

test('the shop says that it is well', async ({ request }) => {
  const response = await request.get('/api/health')
  expect(response.status()).toBe(200)
  // Other tests leave dead letters behind on purpose; a shop that has some is not down.
  expect(await response.json()).toMatchObject({
    status: expect.stringMatching(/^(ok|degraded)$/),
    engine: 'embedded',
  })
})

test('a program orders by the client, and is told by type what is refused', async ({ shop }) => {
  const origin = `http://localhost:${port}`
  const { sku } = await shop.createProduct()
  const store = tinyStore({ origin })
  const body = { items: [{ sku, quantity: 1 }], shippingAddress: address }
  const { orderId, accessToken } = await orThrow(store.POST('/api/orders', { body }))
  const path = { orderId }
  const mine = tinyStore({ origin, key: accessToken })
  const order = await orThrow(mine.GET('/api/orders/{orderId}', { params: { path } }))
  expect(order).toMatchObject({ orderId, items: [{ sku }], shippingAddress: address })

  const nothing = { ...body, items: [{ sku: 'NO-SUCH-THING', quantity: 1 }] }
  const { error } = await store.POST('/api/orders', { body: nothing })
  expect(error?.type === '/problems/unknown-sku' && error.errors).toMatchObject([{ pointer: '/items/0/sku' }])
  const refused = orThrow(store.POST('/api/orders/{orderId}/cancel', { params: { path } }))
  await expect(refused).rejects.toThrow(ProblemError)
  await expect(refused).rejects.toMatchObject({ problem: { type: '/problems/unauthenticated', status: 401 } })
  await expect(tinyStore({ origin: 'http://localhost:1' }).GET('/api/health')).rejects.toThrow('not answered')
})

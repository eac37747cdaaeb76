import type { Page } from '@playwright/test'
import { expect, open, type Product, type Shop, test } from './fixtures'

async function shippedOrder(shop: Shop, { sku }: Product, quantity = 1) {
  const { orderId } = await shop.placeOrder({ sku, quantity })
  return shop.reached(orderId, 'SHIPPED')
}

const rows = (page: Page) => page.getByRole('table', { name: 'Shipments' }).getByRole('row')
const rowOf = (page: Page, orderId: string) =>
  rows(page).filter({ has: page.getByRole('link', { name: `Shipment of order ${orderId}` }) })
const choose = (page: Page, orderId: string) => rowOf(page, orderId).getByRole('checkbox').check()
const drawer = (page: Page) => page.getByRole('dialog')

test('a shipment is dispatched and delivered, and the customer sees it', async ({ page, context, shop }) => {
  const product = await shop.createProduct({ stockQuantity: 5 })
  const { orderId } = await shippedOrder(shop, product, 2)
  const customer = await context.newPage()
  await open(customer, `/orders/${orderId}`)

  await open(page, `/admin/shipments?q=${orderId}`)
  await page.getByRole('link', { name: `Shipment of order ${orderId}` }).click()
  await drawer(page).getByRole('button', { name: 'Dispatch' }).click()
  await expect(drawer(page).getByText('Dispatched now')).toBeVisible()
  await expect(rowOf(page, orderId)).toContainText('Dispatched now')
  await expect(customer.getByRole('heading', { name: 'It is on its way.' })).toBeVisible()
  // The goods have left: neither on hand nor reserved any more.
  await expect.poll(() => shop.product(product.sku)).toMatchObject({ stockQuantity: 3, reservedQuantity: 0 })

  await drawer(page).getByRole('button', { name: 'Mark as delivered' }).click()
  await expect(drawer(page).getByText('Delivered now')).toBeVisible()
  await expect(drawer(page).getByRole('button', { name: /Dispatch|delivered/ })).toHaveCount(0)
  await expect(drawer(page).getByRole('link', { name: 'ShipmentDelivered' })).toBeVisible()
  await expect(customer.getByRole('heading', { name: 'It has arrived.' })).toBeVisible()
})

test('several are dispatched at once, and each says what came of it', async ({ page, shop }) => {
  const product = await shop.createProduct()
  const orders = [await shippedOrder(shop, product), await shippedOrder(shop, product)]
  const [ready, early] = orders as [(typeof orders)[0], (typeof orders)[0]]
  const paid = await shippedOrder(shop, product)
  await open(page, '/admin/shipments?status=CREATED')
  for (const { orderId } of [...orders, paid]) await choose(page, orderId)
  await expect(page.getByText('3 chosen')).toBeVisible()
  // Meanwhile somebody else sends one of them off.
  await page.route(
    /shipments\.dispatch/,
    async (route) => {
      await shop.dispatch(early)
      await route.continue()
    },
    { times: 1 },
  )
  await page.getByRole('button', { name: 'Dispatch 3' }).click()

  await expect(rowOf(page, ready.orderId)).toContainText('Dispatched now')
  await expect(rowOf(page, paid.orderId)).toContainText('Dispatched now')
  await expect(rowOf(page, early.orderId)).toContainText('Had left already, nothing done')
  await expect(page.getByText('2 dispatched')).toBeVisible()
  await expect(page.getByText('1 had left already')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Choose none' })).toBeEnabled()
})

test('one that is refused says why, is tried again, and results stay until the next choice', async ({
  page,
  shop,
}) => {
  const product = await shop.createProduct()
  const [one, other] = [await shippedOrder(shop, product), await shippedOrder(shop, product)]
  const next = await shippedOrder(shop, product)
  await open(page, '/admin/shipments')
  // The answer that a shipment gets whose order is not shipped yet, once.
  const problem = { type: '/problems/conflict', shipmentStatus: 'CREATED' }
  const data = { code: 'CONFLICT', httpStatus: 409, problem }
  const refused = { error: { json: { message: 'not yet', code: -32009, data } } }
  await page.route(
    /shipments\.dispatch/,
    async (route) => {
      const [, ...others] = await (await route.fetch()).json()
      await route.fulfill({ status: 207, json: [refused, ...others] })
    },
    { times: 1 },
  )
  for (const { orderId } of [one, other]) await choose(page, orderId)
  await page.getByRole('button', { name: 'Dispatch 2' }).click()
  await expect(page.getByText('Not yet: its order must be shipped first')).toBeVisible()
  await expect(page.getByText('1 dispatched')).toBeVisible()
  await expect(page.getByText('1 not done')).toBeVisible()

  await page.getByRole('button', { name: 'Try 1 again' }).click()
  await expect(page.getByText('Had left already, nothing done')).toBeVisible()
  await expect(page.getByText('1 not done')).toBeHidden()

  await choose(page, next.orderId)
  await expect(page.getByText('1 chosen')).toBeVisible()
  await expect(page.getByText('Dispatched now')).toHaveCount(0)
})

test('a shipment is found by its tracking number, and one that stays here cannot be chosen', async ({
  page,
  shop,
}) => {
  const product = await shop.createProduct()
  const { trackingNumber = '', orderId } = await shippedOrder(shop, product)
  await open(page, '/admin/shipments')
  const field = page.getByRole('searchbox', { name: 'Order or tracking number' })
  await field.fill(trackingNumber.replace(/(\d{4})/g, ' $1').toLowerCase())
  await field.press('Enter')
  await expect(rows(page)).toHaveCount(1 + 1)
  await expect(rowOf(page, orderId)).toBeVisible()

  await open(page, '/admin/shipments?status=VOIDED&sort=backwards')
  await expect(page.getByText('Left out, because the address says something that cannot be')).toContainText(
    'sort',
  )
  await expect(page.getByRole('checkbox').first()).toBeDisabled()
})

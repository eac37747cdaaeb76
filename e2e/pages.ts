import type { Page } from '@playwright/test'
import { expect, expectStatus, fillAddress, open, orderStatus, type Shop, type Stories } from './fixtures'

type Tools = { page: Page; shop: Shop; stories: Stories }

/** Every page in every state that looks different: how to get there, and nothing to wait for afterwards. */
export const pages: Record<string, (tools: Tools) => Promise<unknown>> = {
  'shop-catalogue': ({ page }) => open(page, '/'),
  'shop-category': ({ page }) => open(page, '/?category=Desk'),
  'shop-category-empty': ({ page }) => open(page, '/?category=Garden'),
  'shop-product': async ({ page }) => {
    await open(page, '/products/LAMP-PEBBLE-01')
    await page.getByRole('button', { name: 'Add to cart' }).click()
    await expect(page.getByText('1 in your cart')).toBeVisible()
  },
  'shop-product-sold-out': ({ page }) => open(page, '/products/CLOTH-TIDE-LIN'),
  'shop-product-plain': async ({ page, shop }) => {
    const name = 'Letter rack without a picture and with a rather long name'
    const { sku } = await shop.createProduct({ name, category: 'Desk', price: 1234.5, stockQuantity: 2 })
    await open(page, `/products/${sku}`)
  },
  'shop-cart-empty': ({ page }) => open(page, '/cart'),
  'shop-cart': async ({ page }) => {
    await fillCart(page)
    await open(page, '/cart')
    await expect(page.getByText('has sold out since')).toBeVisible()
  },
  'shop-checkout-empty': ({ page }) => open(page, '/checkout'),
  'shop-checkout': async ({ page }) => {
    await fillCart(page)
    await open(page, '/checkout')
    await fillAddress(page)
  },
  'shop-checkout-refused': async ({ page }) => {
    await fillCart(page)
    await open(page, '/checkout')
    await page.getByLabel('E-mail').fill('somebody')
    await page.getByLabel('Country').selectOption('US')
    await page.getByRole('button', { name: /^Pay / }).click()
    await expect(page.getByText('things to put right')).toBeVisible()
  },
  'shop-order-moving': movingOrder,
  'shop-order-cancel': async (tools) => {
    await movingOrder(tools)
    await tools.page.getByRole('button', { name: 'Cancel this order' }).click()
  },
  'shop-order-lost': async ({ page, stories }) => {
    await page.route(/events\.follow/, (route) => route.abort())
    await open(page, `/orders/${stories.shipped.orderId}`)
    await expect(page.getByText('No live connection')).toBeVisible()
  },
  'shop-order-shipped': ({ page, stories }) => open(page, `/orders/${stories.shipped.orderId}`),
  'shop-order-dispatched': ({ page, stories }) => open(page, `/orders/${stories.dispatched.orderId}`),
  'shop-order-delivered': ({ page, stories }) => open(page, `/orders/${stories.delivered.orderId}`),
  'shop-order-rejected': ({ page, stories }) => open(page, `/orders/${stories.rejected.orderId}`),
  'shop-order-declined': ({ page, stories }) => open(page, `/orders/${stories.declined.orderId}`),
  'shop-order-refunded': ({ page, stories }) => open(page, `/orders/${stories.cancelled.orderId}`),
  'shop-orders-empty': ({ page }) => open(page, '/orders'),
  'shop-orders': async ({ page, stories }) => {
    const known = Object.values(stories).map(({ orderId, accessToken = '' }) => ({ orderId, accessToken }))
    await keep(page, 'tiny-store.orders', known)
    await open(page, '/orders')
    await expect(page.getByText('Ready to go')).toBeVisible()
  },
  'shop-not-found': ({ page }) => open(page, '/nowhere'),

  'desk-overview': ({ page }) => open(page, '/admin'),
  'desk-orders': ({ page }) => open(page, '/admin/orders'),
  'desk-orders-none': ({ page }) => open(page, '/admin/orders?customerId=nobody'),
  'desk-order-shipped': async ({ page, stories }) => {
    await open(page, `/admin/orders/${stories.shipped.orderId}`)
    await expect(page.getByText('OrderShipped', { exact: true })).toBeVisible()
    await page.getByText('InventoryReserved', { exact: true }).first().click()
  },
  'desk-order-cancelled': async ({ page, stories }) => {
    await open(page, `/admin/orders/${stories.cancelled.orderId}`)
    await expect(page.getByText('PaymentRefunded', { exact: true })).toBeVisible()
  },
  'desk-order-cancel': async ({ page, shop }) => {
    const { sku } = await shop.createProduct({ name: 'Letter rack' })
    const { orderId } = await shop.placeOrder({ sku, paymentMethod: 'pm_card_slow' })
    await shop.reached(orderId, 'CONFIRMED')
    await standStill(page)
    await open(page, `/admin/orders/${orderId}`)
    await page.getByRole('button', { name: 'Cancel this order…' }).click()
  },
  'desk-inventory': ({ page }) => open(page, '/admin/inventory'),
  'desk-product': ({ page }) => open(page, '/admin/inventory/PEN-STEM-BRASS'),
  'desk-product-refused': async ({ page }) => {
    await open(page, '/admin/inventory/LAMP-PEBBLE-01')
    await page.getByLabel('New quantity on hand').fill('0')
    await page.getByLabel('Why').fill('Counted')
    await page.getByRole('button', { name: 'Adjust' }).click()
    await expect(page.getByText('On hand cannot be less.')).toBeVisible()
  },
  'desk-shipments': ({ page }) => open(page, '/admin/shipments'),
  'desk-events': async ({ page }) => {
    await open(page, '/admin/events')
    await page.getByRole('button', { name: 'OrderShipped' }).first().click()
  },
  'desk-events-held': async ({ page, shop }) => {
    await open(page, '/admin/events')
    await shop.createProduct({ name: 'Letter rack' })
    await expect(page.getByRole('button', { name: /held while you read/ })).toBeVisible()
  },
  'desk-not-found': ({ page }) => open(page, '/admin/orders/01938f'),
}

async function fillCart(page: Page) {
  const line = { currency: 'EUR', quantity: 1 }
  await keep(page, 'tiny-store.cart', [
    { ...line, sku: 'MUG-LOW-CLAY', name: 'Low mug', quantity: 4, unitPrice: 17 },
    { ...line, sku: 'LAMP-PEBBLE-01', name: 'Pebble lamp', unitPrice: 89 },
    { ...line, sku: 'CLOTH-TIDE-LIN', name: 'Tide linen cloth', unitPrice: 24 },
  ])
}

const keep = (page: Page, key: string, value: unknown) =>
  page.addInitScript(([key, value]) => localStorage.setItem(key, value), [
    key,
    JSON.stringify(value),
  ] as const)

/** An order between its states, on a page that stays there. */
async function movingOrder({ page, shop }: Tools) {
  const { orderId } = await shop.placeOrder({
    sku: 'MUG-LOW-CLAY',
    quantity: 2,
    paymentMethod: 'pm_card_slow',
  })
  await shop.reached(orderId, 'CONFIRMED')
  await standStill(page)
  await open(page, `/orders/${orderId}`)
  await expectStatus(page, 'CONFIRMED')
  await expect(orderStatus(page)).toContainText('Set aside.')
}

/** The stream of news is connected and says nothing, however often it is opened again. */
const standStill = (page: Page) =>
  page.route(/events\.follow/, (route) =>
    route.fulfill({
      contentType: 'text/event-stream',
      body: 'retry: 100\nevent: connected\ndata: {}\n\n',
    }),
  )

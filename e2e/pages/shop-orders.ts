import { expect, expectStatus, fillAddress, open } from '../fixtures'
import { fillCart, keep, movingOrder, retryingOrder, type Visits } from './visit'

export const shopOrders: Visits = {
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
  'shop-checkout-unheard': async ({ page }) => {
    await fillCart(page)
    await page.route(/orders\.place/, (route) => route.abort())
    await open(page, '/checkout')
    await fillAddress(page)
    await page.getByRole('button', { name: /^Pay / }).click()
    await expect(page.getByText('We did not hear whether your order arrived.')).toBeVisible()
  },
  'shop-checkout-offline': async ({ page }) => {
    await fillCart(page)
    await open(page, '/checkout')
    await fillAddress(page)
    await page.context().setOffline(true)
    await page.getByRole('button', { name: /^Pay / }).click()
    await expect(page.getByText('You are offline, so nothing was sent.')).toBeVisible()
  },
  'shop-order-moving': movingOrder,
  'shop-order-retrying': async (tools) => {
    await retryingOrder(tools)
    await expect(tools.page.getByRole('img', { name: /Attempt 3: no answer/ })).toBeVisible()
  },
  'shop-order-given-up': async (tools) => {
    await retryingOrder(tools)
    await expect(tools.page.getByText('Your bank does not answer.')).toBeVisible({ timeout: 30_000 })
  },
  'shop-order-cancel': async (tools) => {
    await movingOrder(tools)
    await tools.page.getByRole('button', { name: 'Cancel this order' }).click()
  },
  'shop-order-lost': async ({ page, stories }) => {
    await page.route(/events\.watch/, (route) => route.abort())
    await open(page, `/orders/${stories.shipped.orderId}`)
    await expect(page.getByText('No live connection')).toBeVisible()
  },
  'shop-order-shipped': ({ page, stories }) => open(page, `/orders/${stories.shipped.orderId}`),
  'shop-order-dispatched': ({ page, stories }) => open(page, `/orders/${stories.dispatched.orderId}`),
  'shop-order-delivered': ({ page, stories }) => open(page, `/orders/${stories.delivered.orderId}`),
  'shop-order-rejected': ({ page, stories }) => open(page, `/orders/${stories.rejected.orderId}`),
  'shop-order-declined': ({ page, stories }) => open(page, `/orders/${stories.declined.orderId}`),
  'shop-order-cancelled': async (tools) => {
    await retryingOrder(tools)
    await tools.page.getByRole('button', { name: 'Cancel this order' }).click()
    await tools.page.getByRole('button', { name: 'Yes, cancel it' }).click()
    await expectStatus(tools.page, 'CANCELLED')
  },
  'shop-order-refunded': ({ page, stories }) => open(page, `/orders/${stories.cancelled.orderId}`),
  'shop-orders-empty': ({ page }) => open(page, '/orders'),
  'shop-orders': async ({ page, stories }) => {
    await keep(page, 'tiny-store.orders', remembered(Object.values(stories)))
    await open(page, '/orders')
    await expect(page.getByText('Ready to go')).toBeVisible()
  },
  'shop-orders-unreachable': async ({ page, stories: { shipped } }) => {
    await keep(page, 'tiny-store.orders', remembered([shipped]))
    await page.route(/orders\.byId/, (route) => route.abort())
    await open(page, '/orders')
    await expect(page.getByText('We could not load this order.')).toBeVisible()
  },
  'shop-orders-forget': async ({ page, stories: { shipped } }) => {
    await keep(page, 'tiny-store.orders', remembered([shipped]))
    await open(page, '/orders')
    await page.getByRole('button', { name: 'Forget these orders…' }).click()
  },
  'shop-order-not-found': ({ page }) => open(page, '/orders/01938f'),
  'shop-not-found': ({ page }) => open(page, '/nowhere'),
}

/** As the browser keeps its orders; to look at them needs no token. */
const remembered = (orders: { orderId: string }[]) =>
  orders.map(({ orderId }) => ({ orderId, accessToken: '' }))

import { expect, expectStatus, fillAddress, open, openPrivately } from '../fixtures'
import { fillCart, movingOrder, retryingOrder, type Visits } from './visit'

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
    await page.route(/orders\.watch/, (route) => route.abort())
    await openPrivately(page, stories.shipped)
    await expect(page.getByText('No live connection')).toBeVisible()
  },
  'shop-order-shipped': ({ page, stories }) => openPrivately(page, stories.shipped),
  'shop-order-dispatched': ({ page, stories }) => openPrivately(page, stories.dispatched),
  'shop-order-delivered': ({ page, stories }) => openPrivately(page, stories.delivered),
  'shop-order-rejected': ({ page, stories }) => openPrivately(page, stories.rejected),
  'shop-order-declined': ({ page, stories }) => openPrivately(page, stories.declined),
  'shop-order-cancelled': async (tools) => {
    await retryingOrder(tools)
    await tools.page.getByRole('button', { name: 'Cancel this order' }).click()
    await tools.page.getByRole('button', { name: 'Yes, cancel it' }).click()
    await expectStatus(tools.page, 'CANCELLED')
  },
  'shop-order-refunded': ({ page, stories }) => openPrivately(page, stories.cancelled),
  'shop-orders-empty': ({ page }) => open(page, '/orders'),
  'shop-orders': async ({ page, stories: { shipped, delivered, declined } }) => {
    for (const order of [shipped, delivered, declined]) await openPrivately(page, order)
    await open(page, '/orders')
    await expect(page.getByText('Ready to go')).toBeVisible()
  },
  'shop-orders-forget': async ({ page, stories: { shipped } }) => {
    await openPrivately(page, shipped)
    await open(page, '/orders')
    await page.getByRole('button', { name: 'Forget these orders…' }).click()
  },
  'shop-order-not-yours': ({ page, stories: { shipped } }) => open(page, `/orders/${shipped.orderId}`),
  'shop-order-wrong-link': async ({ page, stories: { shipped, delivered } }) => {
    await open(page, `/orders/${shipped.orderId}#token=${delivered.accessToken}`)
    await expect(page.getByText('This link does not open the order.')).toBeVisible()
  },
  'shop-order-not-found': ({ page }) => open(page, '/orders/01938f'),
  'shop-not-found': ({ page }) => open(page, '/nowhere'),
}

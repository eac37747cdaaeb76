import { expect, fillAddress, open } from '../fixtures'
import { fillCart, keep, movingOrder, type Visits } from './visit'

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
}

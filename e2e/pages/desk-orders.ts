import { expect, open } from '../fixtures'
import { standStill, type Visits } from './visit'

export const deskOrders: Visits = {
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
}

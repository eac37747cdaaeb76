import type { Page } from '@playwright/test'
import { expect, expectStatus, open, orderStatus, type Product, type Shop, test } from './fixtures'

async function shippedOrder(shop: Shop, { sku }: Product, quantity = 1) {
  const { orderId } = await shop.placeOrder({ sku, quantity })
  return shop.reached(orderId, 'SHIPPED')
}

const rowsOf = (page: Page, table: string) => page.getByRole('table', { name: table }).getByRole('row')

test.describe('an order', () => {
  test('tells its story in seven events, each with its cause', async ({ page, shop }) => {
    const product = await shop.createProduct({ price: 18 })
    const { orderId, trackingNumber } = await shippedOrder(shop, product, 2)
    await open(page, `/admin/orders/${orderId}`)

    await expectStatus(page, 'SHIPPED')
    const events = page.getByRole('list', { name: 'Events of this order' }).getByRole('listitem')
    await expect(events).toContainText([
      /OrderPlaced.*orders.*command.*€36\.00/,
      /InventoryReserved.*inventory.*because of OrderPlaced.*2 × E2E-/,
      /OrderConfirmed.*orders.*because of InventoryReserved/,
      /PaymentProcessed.*payments.*because of OrderConfirmed/,
      /OrderPaid.*orders.*because of PaymentProcessed/,
      /ShipmentCreated.*shipments.*because of OrderPaid/,
      /OrderShipped.*orders.*because of ShipmentCreated/,
    ])
    await expect(events).toHaveCount(7)
    await events.nth(0).getByText('OrderPlaced', { exact: true }).click()
    await expect(events.nth(0)).toContainText(`"orderId": "${orderId}"`)
    await expect(page.getByRole('region', { name: 'Address and ids' })).toContainText(String(trackingNumber))
    await expect(page.getByRole('region', { name: 'Lines' })).toContainText(product.name)
  })

  test('is found in the list by its status and its customer', async ({ page, shop }) => {
    const { sku } = await shop.createProduct()
    const customerId = `ada-${sku.toLowerCase()}`
    const declined = await shop.placeOrder({ sku, customerId, paymentMethod: 'pm_card_declined' })
    const shipped = await shop.placeOrder({ sku, customerId })
    await shop.reached(declined.orderId, 'PAYMENT_FAILED')
    await shop.reached(shipped.orderId, 'SHIPPED')

    await open(page, '/admin/orders')
    await page.getByRole('searchbox', { name: 'Customer id' }).fill(customerId)
    await page.getByRole('searchbox', { name: 'Customer id' }).press('Enter')
    await expect(rowsOf(page, 'Orders')).toHaveCount(1 + 2)
    await page.getByLabel('Status').selectOption({ label: 'Payment failed' })
    await expect(rowsOf(page, 'Orders')).toHaveCount(1 + 1)
    await expect(page).toHaveURL(/status=PAYMENT_FAILED/)
    await expect(rowsOf(page, 'Orders').last()).toContainText('Your card was declined.')
    await page.getByRole('link', { name: `Order ${declined.orderId}` }).click()
    await expectStatus(page, 'PAYMENT_FAILED')
    await page.goBack()
    await expect(rowsOf(page, 'Orders')).toHaveCount(1 + 1)
  })

  test('can be cancelled for a customer, with the reason', async ({ page, shop }) => {
    const { sku } = await shop.createProduct()
    const { orderId } = await shop.placeOrder({ sku, paymentMethod: 'pm_card_slow' })
    await shop.reached(orderId, 'CONFIRMED')
    await open(page, `/admin/orders/${orderId}`)
    await page.getByRole('button', { name: 'Cancel this order…' }).click()
    await page.getByLabel('Why').fill('The address is wrong')
    await page.getByRole('button', { name: 'Cancel the order' }).click()

    await expectStatus(page, 'CANCELLED')
    const events = page.getByRole('list', { name: 'Events of this order' }).getByRole('listitem')
    await expect(events.filter({ hasText: 'The address is wrong' })).toContainText(/OrderCancelled.*command/)
    await expect(events.filter({ hasText: 'InventoryReleased' })).toContainText('because of OrderCancelled')
    await expect(events.filter({ hasText: 'PaymentRefunded' })).toBeVisible()
    await expect(orderStatus(page)).toHaveText('Cancelled')
  })
})

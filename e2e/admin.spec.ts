import type { Page } from '@playwright/test'
import { expect, open, type Product, type Shop, test } from './fixtures'

async function shippedOrder(shop: Shop, { sku }: Product, quantity = 1) {
  const { orderId } = await shop.placeOrder({ sku, quantity })
  return shop.reached(orderId, 'SHIPPED')
}

const rowsOf = (page: Page, table: string) => page.getByRole('table', { name: table }).getByRole('row')

test.describe('the event log', () => {
  test('is narrowed by type and by order, and the address remembers it', async ({ page, shop }) => {
    const product = await shop.createProduct()
    const { orderId } = await shippedOrder(shop, product)
    await shippedOrder(shop, product)
    await open(page, '/admin/events')
    await page.getByLabel('Type').selectOption('OrderPaid')
    await expect(page).toHaveURL(/eventType=OrderPaid/)
    await expect(rowsOf(page, 'Events').getByRole('button').first()).toBeVisible()
    for (const name of await rowsOf(page, 'Events').getByRole('button').allInnerTexts()) {
      expect(name).toContain('OrderPaid')
    }

    await page.getByRole('searchbox', { name: 'Order id' }).fill(orderId)
    await page.getByRole('searchbox', { name: 'Order id' }).press('Enter')
    await expect(rowsOf(page, 'Events')).toHaveCount(1 + 1)
    await page.reload()
    await expect(rowsOf(page, 'Events')).toHaveCount(1 + 1)
    await page.getByLabel('Type').selectOption({ label: 'all' })
    await expect(rowsOf(page, 'Events')).toHaveCount(1 + 7)
    await expect(rowsOf(page, 'Events').nth(1)).toContainText('OrderShipped')
    await expect(rowsOf(page, 'Events').nth(1)).toContainText('ShipmentCreated')
    await page.getByRole('button', { name: 'OrderPlaced' }).click()
    await expect(page.getByText(`"orderId": "${orderId}"`).first()).toBeVisible()
  })

  test('holds new events while one reads, and lets them in when followed', async ({ page, shop }) => {
    const { sku } = await shop.createProduct()
    await open(page, '/admin/events')
    const linksTo = (orderId: string) =>
      rowsOf(page, 'Events').getByRole('link', { name: `Order ${orderId}` })

    const held = await shop.placeOrder({ sku })
    await page.getByRole('button', { name: /new events?, held while you read/ }).click()
    await expect(linksTo(held.orderId).first()).toBeVisible()

    await page.getByRole('button', { name: 'Follow' }).click()
    const followed = await shop.placeOrder({ sku })
    await expect(linksTo(followed.orderId)).toHaveCount(7)
    await page.getByRole('button', { name: 'Pause' }).click()
    await expect(page.getByText('New events wait while you read')).toBeVisible()
  })
})

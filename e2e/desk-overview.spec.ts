import type { Page } from '@playwright/test'
import { expect, open, test } from './fixtures'

const tile = (page: Page, name: string) => page.getByRole('term').filter({ hasText: name }).locator('..')
const region = (page: Page, name: string) => page.getByRole('region', { name })

test('the overview counts what happens', async ({ page, shop }) => {
  const { sku } = await shop.createProduct()
  const shipped = async () => {
    const { orderId } = await shop.placeOrder({ sku })
    return shop.reached(orderId, 'SHIPPED')
  }
  await shipped()
  await open(page, '/admin')
  const ordersToday = async () => {
    const text = await tile(page, 'Orders today').getByRole('definition').first().textContent()
    return Number(text?.replaceAll(',', ''))
  }
  await expect(tile(page, 'Revenue today')).toContainText('€')
  await expect(tile(page, 'Placed to shipped, p50')).toContainText(/(ms|s)p95 .*, last \d+/)
  await expect(tile(page, 'Failed or rejected')).toContainText('%')
  await expect(tile(page, 'Dead letters')).toContainText(/every event arrived|parked/)
  await expect(region(page, 'Running on')).toContainText('Embedded, in this process')
  const before = await ordersToday()
  const { orderId } = await shipped()
  await expect.poll(ordersToday).toBeGreaterThan(before)
  await expect(region(page, 'Latest orders').getByRole('link', { name: `Order ${orderId}` })).toBeVisible()
  await page.getByRole('link', { name: /^Shipped \d/ }).click()
  await expect(page).toHaveURL('/admin/orders?status=SHIPPED')
})

test('the charts say the same as a table, by the day and by the hour', async ({ page, shop }) => {
  const { sku } = await shop.createProduct({ price: 21 })
  await shop.reached((await shop.placeOrder({ sku })).orderId, 'SHIPPED')
  await open(page, '/admin')
  await expect(page.getByRole('img', { name: /^Orders per day: .* in 14 days/ })).toBeVisible()
  const orders = region(page, 'Orders per day')
  await orders.getByText('As a table').click()
  await expect(orders.getByRole('row')).toHaveCount(1 + 14)
  await expect(orders.getByRole('row').last().getByRole('cell').first()).not.toHaveText('0')

  await page.getByRole('link', { name: 'Today' }).click()
  await expect(page).toHaveURL('/admin?span=today')
  const revenue = region(page, 'Revenue per hour')
  await revenue.getByText('As a table').click()
  await expect(revenue.getByRole('row')).toHaveCount(1 + 24)
  await expect(revenue).toContainText('€')
})

test('a product that is sold out needs a hand', async ({ page, shop }) => {
  const { sku, name } = await shop.createProduct({ stockQuantity: 0 })
  await open(page, '/admin')
  await region(page, 'Needs a hand')
    .getByRole('link', { name: `${name} is sold out` })
    .click()
  await expect(page).toHaveURL(`/admin/inventory/${sku}`)
})

test('an address with a span that there is not shows two weeks, and says so', async ({ page }) => {
  await open(page, '/admin?span=century')
  await expect(
    page.getByText('Left out, because the address says something that cannot be: span'),
  ).toBeVisible()
  await expect(region(page, 'Orders per day')).toBeVisible()
})

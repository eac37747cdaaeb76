import type { Page } from '@playwright/test'
import { expect, open, type Shop } from '../fixtures'
import { standStill, type Visits } from './visit'

const story = (page: Page) => page.getByRole('list', { name: 'Events of this order' })

export const deskOrders: Visits = {
  'desk-orders': ({ page }) => open(page, '/admin/orders'),
  'desk-orders-narrowed': async ({ page, stories }) => {
    await open(page, '/admin/orders?q=grace&status=SHIPPED,REJECTED&from=2020-01-31&sort=largest')
    await expect(page.getByRole('link', { name: `Order ${stories.shipped.orderId}` })).toBeVisible()
  },
  'desk-orders-choosing': async ({ page }) => {
    await open(page, '/admin/orders?status=PAID,SHIPPED')
    await page.getByRole('button', { name: 'Status' }).click()
    await expect(page.getByRole('checkbox', { name: 'Paid' })).toBeVisible()
  },
  'desk-orders-none': ({ page }) => open(page, '/admin/orders?q=nobody-at-all'),
  'desk-orders-by-hand': ({ page }) => open(page, '/admin/orders?status=LOST&from=yesterday'),
  'desk-orders-failed': async ({ page }) => {
    await open(page, '/admin')
    await page.route(/orders\.find/, (route) => route.abort())
    await page
      .getByRole('link', { name: /^Orders/ })
      .first()
      .click()
  },
  'desk-order-shipped': async ({ page, stories }) => {
    await open(page, `/admin/orders/${stories.shipped.orderId}?at=4`)
    await expect(story(page)).toContainText('OrderShipped')
    await page.getByText('JSON').evaluate((summary: HTMLElement) => summary.click())
  },
  'desk-order-diagram': async ({ page, stories }) => {
    await open(page, `/admin/orders/${stories.cancelled.orderId}?at=4`)
    await choose(page, 'Diagram')
  },
  'desk-order-state': async ({ page, stories }) => {
    await open(page, `/admin/orders/${stories.cancelled.orderId}?at=7`)
    await choose(page, 'State')
  },
  'desk-order-cancelled': async ({ page, stories }) => {
    await open(page, `/admin/orders/${stories.cancelled.orderId}`)
    await expect(story(page)).toContainText('PaymentRefunded')
  },
  'desk-order-rejected': ({ page, stories }) => open(page, `/admin/orders/${stories.rejected.orderId}`),
  'desk-order-retried': async ({ page, shop }) => {
    const { orderId } = await placed(shop, 'pm_card_flaky')
    await shop.reached(orderId, 'SHIPPED')
    await open(page, `/admin/orders/${orderId}`)
    await expect(story(page)).toContainText('Try 3: done')
  },
  'desk-order-dead': async ({ page, shop }) => {
    const { orderId } = await placed(shop, 'pm_card_down')
    await open(page, `/admin/orders/${orderId}`)
    await expect(story(page)).toContainText('dead after 4 tries', { timeout: 30_000 })
  },
  'desk-order-cancel': async ({ page, shop }) => {
    const { orderId } = await placed(shop, 'pm_card_slow')
    await shop.reached(orderId, 'CONFIRMED')
    await standStill(page)
    await open(page, `/admin/orders/${orderId}`)
    await page.getByRole('button', { name: 'Cancel this order…' }).click()
  },
  'desk-order-erase': async ({ page, stories }) => {
    await open(page, `/admin/orders/${stories.rejected.orderId}`)
    await page.getByRole('button', { name: 'Erase personal data…' }).click()
  },
  'desk-order-erased': async ({ page, shop }) => {
    const { orderId } = await placed(shop, 'pm_card_declined')
    await shop.reached(orderId, 'PAYMENT_FAILED')
    await shop.erase(orderId)
    await open(page, `/admin/orders/${orderId}`)
    await expect(page.getByText('Somebody in NL.')).toBeVisible()
  },
  'desk-order-lost': async ({ page, stories }) => {
    await page.route(/events\.watch/, (route) => route.abort())
    await open(page, `/admin/orders/${stories.shipped.orderId}`)
    await expect(page.getByText('Live updates are interrupted.')).toBeVisible()
  },
}

async function placed(shop: Shop, paymentMethod: string) {
  const { sku } = await shop.createProduct({ name: 'Letter rack' })
  return shop.placeOrder({ sku, paymentMethod })
}

/** On a phone one of three; where there is room all of them are there. */
async function choose(page: Page, view: string) {
  const tab = page.getByRole('tab', { name: view })
  if (await tab.isVisible()) await tab.click()
}

import { expect, open } from '../fixtures'
import type { Visits } from './visit'

const failure = 'a:has-text("OrderPaymentFailed")'

export const deskEvents: Visits = {
  'desk-events': ({ page }) => open(page, '/admin/events'),
  'desk-events-held': async ({ page, shop }) => {
    await open(page, '/admin/events')
    await shop.createProduct({ name: 'Letter rack' })
    await expect(page.getByRole('button', { name: /held while you read/ })).toBeVisible()
  },
  'desk-events-inspector': async ({ page, stories }) => {
    await open(page, `/admin/events?orderId=${stories.declined.orderId}`)
    await page.locator(failure).first().click()
    await expect(page.getByText(/^inventory, /)).toBeVisible()
  },
  'desk-events-narrowed': ({ page }) =>
    open(page, '/admin/events?view=failures&within=24h&contains=sku%3A%20CLOCK-HOUR-20&module=inventory'),
  'desk-events-none': ({ page }) => open(page, '/admin/events?contains=sku%3A%20NONE'),
  'desk-events-ignored': ({ page }) => open(page, '/admin/events?contains=colour%3A%20red&from=yesterday'),
  'desk-events-time': async ({ page }) => {
    await open(page, '/admin/events')
    await page.getByRole('button', { name: /^Time/ }).click()
    await expect(page.getByLabel('From', { exact: true })).toBeVisible()
  },
  'desk-events-lost': async ({ page }) => {
    await page.route(/events\.tail/, (route) => route.abort())
    await open(page, '/admin/events')
    await expect(page.getByText('Live updates are interrupted')).toBeVisible()
  },
}

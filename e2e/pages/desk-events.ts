import { expect, open } from '../fixtures'
import type { Visits } from './visit'

export const deskEvents: Visits = {
  'desk-events': async ({ page }) => {
    await open(page, '/admin/events')
    await page.getByRole('button', { name: 'OrderShipped' }).first().click()
  },
  'desk-events-held': async ({ page, shop }) => {
    await open(page, '/admin/events')
    await shop.createProduct({ name: 'Letter rack' })
    await expect(page.getByRole('button', { name: /held while you read/ })).toBeVisible()
  },
}

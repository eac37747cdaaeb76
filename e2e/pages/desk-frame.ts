import { expect, open } from '../fixtures'
import type { Visits } from './visit'

export const deskFrame: Visits = {
  'desk-command-menu': async ({ page, stories }) => {
    await open(page, '/admin')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill(stories.shipped.orderId.slice(-12))
    await expect(page.getByRole('option', { name: 'OrderShipped' })).toBeVisible()
  },
  'desk-command-menu-all': async ({ page }) => {
    await open(page, '/admin')
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('option', { name: 'Dead letters' })).toBeVisible()
  },
}

import { expect, open } from '../fixtures'
import type { Visits } from './visit'

export const deskStock: Visits = {
  'desk-inventory': ({ page }) => open(page, '/admin/inventory'),
  'desk-product': ({ page }) => open(page, '/admin/inventory/PEN-STEM-BRASS'),
  'desk-product-refused': async ({ page }) => {
    await open(page, '/admin/inventory/LAMP-PEBBLE-01')
    await page.getByLabel('New quantity on hand').fill('0')
    await page.getByLabel('Why').fill('Counted')
    await page.getByRole('button', { name: 'Adjust' }).click()
    await expect(page.getByText('On hand cannot be less.')).toBeVisible()
  },
  'desk-shipments': ({ page }) => open(page, '/admin/shipments'),
}

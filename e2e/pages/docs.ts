import { expect, open } from '../fixtures'
import type { Visits } from './visit'

export const docs: Visits = {
  docs: ({ page }) => open(page, '/docs'),
  'docs-orders': async ({ page }) => {
    await open(page, '/docs/orders')
    const place = page.getByRole('region', { name: 'Place an order' })
    await expect(place.getByText('curl').first()).toBeVisible()
    await place.getByText('ShippingAddress', { exact: true }).last().click()
  },
  'docs-messages': ({ page }) => open(page, '/docs/messages'),
}

import { expect, open } from '../fixtures'
import type { Visits } from './visit'

export const deskAnalytics: Visits = {
  'desk-analytics': async ({ page }) => {
    await open(page, '/admin/analytics')
    await expect(page.locator('.recharts-surface').last()).toBeVisible()
  },
  'desk-analytics-day': async ({ page }) => {
    await open(page, '/admin/analytics?span=24h')
    await expect(page.locator('.recharts-surface').last()).toBeVisible()
    await page.getByText('As a table').nth(2).click()
  },
  'desk-replay': async ({ page }) => {
    await open(page, '/admin/replay')
    const model = page.getByRole('listitem', { name: 'units-per-sku' })
    await model.getByRole('button', { name: /^(Rebuild|Compare)/ }).click()
    await model.getByRole('button', { name: /^Compare/ }).click()
    await expect(model.getByText(/alike/)).toBeVisible()
    const whatIf = page.getByRole('form', { name: 'What if' })
    await whatIf.getByLabel('What is otherwise').selectOption('DECLINED')
    await whatIf.getByRole('button', { name: 'Reckon' }).click()
    await expect(page.getByText(/would have ended otherwise/)).toBeVisible()
    await expect(whatIf.getByRole('button', { name: 'Reckon' })).toBeVisible()
  },
  'desk-order-what-if': async ({ page, stories }) => {
    await open(page, `/admin/orders/${stories.shipped.orderId}?at=4&whatif=declined`)
    await expect(page.getByRole('table', { name: 'Both stories' })).toBeVisible()
  },
}

import { expect, open, test } from './fixtures'
import { breakProof } from './pages/desk-system'

test('every promise is asked and holds, and the answers are still there after a reload', async ({
  page,
  stories,
}) => {
  expect(stories.shipped.orderId).toBeTruthy()
  await open(page, '/admin/proof')
  await page.getByRole('button', { name: /^Run/ }).click()
  await expect(page.getByText('All thirteen hold')).toBeVisible({ timeout: 30_000 })
  const lines = page.getByRole('list', { name: 'Promises' }).getByRole('listitem')
  await expect(lines).toHaveCount(13)
  for (const line of await lines.all())
    await expect(line).toContainText(/holds:.*\d+ (deliveries|orders|SKUs|lines|shipments|lanes|follow-ups)/)
  await page.reload()
  await expect(page.getByText('All thirteen hold')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Run again' })).toBeVisible()
})

test('a broken promise is red, and leads to the first at fault', async ({ page, stories }) => {
  await breakProof(page, stories.shipped.orderId)
  await open(page, '/admin/proof')
  await expect(page.getByText('V6 is broken')).toBeVisible()
  await page.getByRole('link', { name: /^order / }).click()
  await expect(page).toHaveURL(`/admin/orders/${stories.shipped.orderId}`)
})

import type { Page } from '@playwright/test'
import { expect, open, test } from './fixtures'
import { aBrowser, aMember, begin } from './members'
import { withKey } from './way-in'

const rows = (page: Page) => page.getByRole('table', { name: 'Audit trail' }).locator('tbody tr')
const drawer = (page: Page) => page.getByRole('dialog')

async function narrow(page: Page, label: string, text: string) {
  const field = page.getByRole('searchbox', { name: label }).or(page.getByRole('combobox', { name: label }))
  await field.fill(text)
  await field.press('Enter')
}

test('what was done is there with who, before and after, and leads to the thing', async ({ page, shop }) => {
  const { sku } = await shop.createProduct({ stockQuantity: 10 })
  await open(page, `/admin/inventory?product=${sku}`)
  await page.getByLabel('Set on hand').fill('9')
  await page.getByLabel('Why').fill('one broken in the box')
  await page.getByRole('button', { name: 'Adjust' }).click()
  await expect(page.getByText('Set to 9')).toBeVisible()

  await open(page, '/admin/audit')
  await narrow(page, 'Order, SKU or target', sku.toLowerCase())
  await expect(page).toHaveURL(`/admin/audit?target=product%2F${sku}`)
  await expect(rows(page)).toHaveCount(2)
  await expect(rows(page).first()).toContainText(
    new RegExp(`Admin.*adjusted stock.*product ${sku}.*stockQuantity 10 → 9`),
  )
  await expect(rows(page).last()).toContainText(/End-to-end tests.*made a product/)

  await rows(page).first().getByRole('link').click()
  await expect(drawer(page)).toHaveAccessibleName('Admin adjusted stock')
  await expect(page).toHaveURL(/entry=\d+$/)
  const change = drawer(page).getByRole('region', { name: 'Before and after' })
  await expect(change).toContainText(/−\s*stockQuantity\s*10.*\+\s*stockQuantity\s*9/)
  await expect(drawer(page).getByRole('button', { name: /^[\w-]{8,}, copy request id$/ })).toBeVisible()
  await page.reload()
  await expect(drawer(page)).toHaveAccessibleName('Admin adjusted stock')
  await drawer(page)
    .getByRole('link', { name: `product ${sku}` })
    .click()
  await expect(page).toHaveURL(`/admin/inventory?product=${sku}`)
})

test('who was turned away is there, with what they lacked', async ({ page, browser }) => {
  const member = await aMember(browser, 'viewer')
  const context = await aBrowser(browser)
  await begin(await context.newPage(), member)
  expect((await context.request.get('/api/audit')).status()).toBe(403)
  await context.close()
  await open(page, `/admin/audit?who=${member.id}`)
  await expect(rows(page).first()).toContainText(/A viewer.*was refused.*GET \/api\/audit.*needs audit:read/)
  await page.getByLabel('Did').selectOption({ label: 'signed in' })
  await expect(rows(page)).toHaveCount(1)
  await rows(page).getByRole('link').click()
  await expect(drawer(page)).toHaveAccessibleName('A viewer signed in')
})

test('a failed sign-in is there by the name that was tried', async ({ page, request }) => {
  const email = `nobody-${Date.now()}@tiny-store.example`
  const tried = await request.post('/api/session', {
    data: { email, password: 'open sesame' },
    headers: { origin: new URL(test.info().project.use.baseURL ?? '').origin },
  })
  expect(tried.status()).toBe(401)
  await open(page, '/admin/audit?action=sign-in.refused')
  await expect(rows(page).filter({ hasText: email })).toContainText('failed to sign in')
  expect(await page.content()).not.toContain('sesame')
})

test('pages go back by cursor and filters stay in the address', async ({ page, shop, request }) => {
  const { sku } = await shop.createProduct({ stockQuantity: 1 })
  for (let stockQuantity = 2; stockQuantity <= 52; stockQuantity++) {
    const changed = await request.patch(`/api/inventory/products/${sku}`, {
      data: { stockQuantity },
      headers: withKey(),
    })
    expect(changed.status()).toBe(200)
  }
  await open(page, `/admin/audit?target=product/${sku}&action=products.adjust`)
  await expect(rows(page)).toHaveCount(50)
  await expect(rows(page).first()).toContainText('stockQuantity 51 → 52')
  await page.getByRole('link', { name: 'Older' }).click()
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page)).toContainText('stockQuantity 1 → 2')
  await expect(page).toHaveURL(/action=products\.adjust&.*cursor=\d+/)
  await page.getByRole('link', { name: 'Newest' }).click()
  await expect(rows(page)).toHaveCount(50)

  await page.getByRole('button', { name: /^Time/ }).click()
  await page.getByRole('button', { name: 'last 15 minutes' }).click()
  await expect(page).toHaveURL(/within=15m/)
  await expect(rows(page)).toHaveCount(50)
  await page.getByRole('button', { name: /^Time/ }).click()
  await page.getByLabel('To', { exact: true }).fill('2020-01-01T00:00:00')
  await page.getByRole('button', { name: 'Show this time' }).click()
  await expect(page.getByText('No entry fits')).toBeVisible()
})

test('new entries wait while somebody reads', async ({ page, shop }) => {
  const { sku } = await shop.createProduct({ stockQuantity: 1 })
  await open(page, `/admin/audit?target=product/${sku}`)
  await expect(rows(page)).toHaveCount(1)
  await shop.changeProduct(sku, { stockQuantity: 3 })
  await page.getByRole('button', { name: '1 new entry, held while you read' }).click()
  await expect(rows(page)).toHaveCount(2)
  await expect(rows(page).first()).toContainText('stockQuantity 1 → 3')
})

test('an address that asks for what cannot be says so', async ({ page }) => {
  await open(page, '/admin/audit?from=yesterday&entry=first&action=refused')
  await expect(page.getByText('Left out, because the address says something that cannot be')).toContainText(
    'from and entry',
  )
  await expect(page.getByLabel('Did')).toHaveValue('refused')
  await open(page, '/admin/audit?entry=999999999')
  await expect(drawer(page)).toContainText('There is no such entry')
})

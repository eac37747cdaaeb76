import type { Page } from '@playwright/test'
import { expect, open, test } from './fixtures'

const rowOf = (page: Page, name: string) =>
  page.getByRole('table', { name: 'API keys' }).getByRole('row').filter({ hasText: name }).first()

async function fillIn(page: Page, name: string, scopes: string[]) {
  await page.getByRole('button', { name: 'New key' }).click()
  const form = page.getByRole('form', { name: 'New key' })
  await form.getByLabel('Name').fill(name)
  for (const scope of scopes) await form.getByRole('checkbox', { name: new RegExp(`^${scope}:`) }).check()
  await form.getByRole('button', { name: 'Make the key' }).click()
  return form
}

/** Makes a key at the desk, and answers what is shown this once. */
async function makeKey(page: Page, name: string, scopes: string[]) {
  await fillIn(page, name, scopes)
  const once = page.getByRole('dialog', { name: `Copy the key for ${name} now` })
  const key = (await once.locator('code').first().textContent()) ?? ''
  expect(key).toMatch(/^tsk_[\w-]{43}$/)
  return { once, bearer: { authorization: `Bearer ${key}` }, key }
}

test('a key is made, used by REST for what it is for and nothing else, and revoked', async ({
  page,
  request,
}) => {
  const name = `Printer ${Date.now()}`
  await open(page, '/admin/keys')
  const { once, bearer, key } = await makeKey(page, name, ['orders:read', 'shipments:write'])
  await expect(once).toContainText(/curl -H 'Authorization: Bearer tsk_…' 'http.*\/api\/orders\?limit=5'/)
  await expect(once.getByRole('button', { name: 'Copy', exact: true })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(once.getByRole('button', { name: 'Close' })).toBeDisabled()
  await once.getByLabel('I have put it somewhere safe').check()
  await once.getByRole('button', { name: 'Close' }).click()
  await expect(rowOf(page, name)).toContainText(/orders:read.*shipments:write.*Admin.*never.*Not used yet/)

  expect((await request.get('/api/orders?limit=5', { headers: bearer })).status()).toBe(200)
  const refused = await request.post('/api/inventory/products', { headers: bearer, data: {} })
  expect(refused.status()).toBe(403)
  expect(await refused.json()).toMatchObject({ permission: 'inventory:write' })
  await page.reload()
  await expect(rowOf(page, name)).toContainText('In use')
  expect(await page.content()).not.toContain(key)

  await rowOf(page, name).getByRole('button', { name: 'Revoke' }).click()
  await page.getByRole('button', { name: 'Keep it' }).click()
  expect((await request.get('/api/orders?limit=5', { headers: bearer })).status()).toBe(200)
  await rowOf(page, name).getByRole('button', { name: 'Revoke' }).click()
  await page
    .getByRole('group', { name: `Revoke ${name}?` })
    .getByRole('button', { name: 'Revoke it' })
    .click()
  await expect(rowOf(page, name)).toContainText('Revoked')
  expect((await request.get('/api/orders?limit=5', { headers: bearer })).status()).toBe(401)
  await expect(rowOf(page, name).getByRole('button')).toHaveCount(0)
})

test('a key that was made by mistake is revoked where it is shown', async ({ page, request }) => {
  const name = `Mistake ${Date.now()}`
  await open(page, '/admin/keys')
  const { once, bearer } = await makeKey(page, name, ['events:read'])
  expect((await request.get('/api/events?limit=1', { headers: bearer })).status()).toBe(200)
  await once.getByRole('button', { name: 'Revoke it' }).click()
  await expect(once).toBeHidden()
  await expect(rowOf(page, name)).toContainText('Revoked')
  expect((await request.get('/api/events?limit=1', { headers: bearer })).status()).toBe(401)
})

test('a key that may nothing is refused beside the scopes', async ({ page }) => {
  await open(page, '/admin/keys')
  const form = await fillIn(page, 'Nothing', [])
  await expect(form.getByRole('group', { name: 'What it may do' })).toHaveAccessibleDescription(
    'Must have at least one scope.',
  )
  await form.getByRole('checkbox', { name: /^orders:read/ }).check()
  await expect(form.getByText('Must have at least one scope.')).toBeHidden()
})

test('the key and the call with it are copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await open(page, '/admin/keys')
  const { once, key } = await makeKey(page, `Copied ${Date.now()}`, ['orders:read'])
  await once.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(once.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await copied()).toBe(key)
  await once.getByRole('button', { name: 'Copy the call with the key' }).click()
  await expect.poll(copied).toMatch(`curl -H 'Authorization: Bearer ${key}' 'http://localhost`)
})

import type { Page } from '@playwright/test'
import { expect, open } from '../fixtures'
import { aMember, ask } from '../members'
import { admin, fromOurPage } from '../way-in'
import type { Visits } from './visit'

const browserOf = (page: Page) => {
  const browser = page.context().browser()
  if (!browser) throw new Error('The page has no browser')
  return browser
}

export const deskAccess: Visits = {
  'desk-staff': async ({ page }) => {
    await aMember(browserOf(page), 'viewer')
    await open(page, '/admin/staff')
    await expect(page.getByRole('link', { name: /^viewer-/ }).first()).toBeVisible()
  },
  'desk-member': async ({ page }) => {
    const { id } = await aMember(browserOf(page), 'operator')
    await open(page, `/admin/staff?account=${id}`)
    await page.getByRole('button', { name: 'Disable the account…' }).click()
    await expect(page.getByText('Signed in nowhere')).toBeVisible()
  },
  'desk-member-last-admin': async ({ page }) => {
    await open(page, '/admin/staff')
    await page.getByRole('table', { name: 'Staff' }).getByRole('link', { name: admin.email }).click()
    await page.getByRole('dialog').getByLabel('Role').selectOption('operator')
    await expect(page.getByText('This is the last admin.')).toBeVisible()
  },
  'desk-member-new-refused': async ({ page }) => {
    await open(page, '/admin/staff?account=new')
    await page.getByLabel('E-mail address').fill(admin.email)
    await page.getByRole('textbox', { name: 'Name' }).fill('Twin')
    await page.getByRole('button', { name: 'Make the account' }).click()
    await expect(page.getByText('Is in use already.')).toBeVisible()
  },
  'desk-member-password': async ({ page }) => {
    const { id } = await aMember(browserOf(page), 'viewer')
    await open(page, `/admin/staff?account=${id}`)
    await page.getByRole('button', { name: 'New password…' }).click()
    await page.getByRole('button', { name: 'Make a new password' }).click()
    await expect(page.getByText('I have put it somewhere safe')).toBeVisible()
  },
  'desk-keys': async ({ page }) => {
    const scopes = ['orders:read', 'orders:write', 'inventory:write', 'events:read', 'shipments:write']
    await ask(page.request, 'keys.create', { name: 'Nightly tests', scopes })
    await open(page, '/admin/keys')
    await page.getByRole('button', { name: 'Revoke Nightly tests…' }).first().click()
    await expect(page.getByText('A revoked key stays revoked.')).toBeVisible()
  },
  'desk-key-new-refused': async ({ page }) => {
    await open(page, '/admin/keys?key=new')
    await page.getByRole('textbox', { name: 'Name' }).fill('Nothing')
    await page.getByRole('button', { name: 'Make the key' }).click()
    await expect(page.getByText('Must have at least one scope.')).toBeVisible()
  },
  'desk-key-made': async ({ page }) => {
    await open(page, '/admin/keys?key=new')
    await page.getByRole('textbox', { name: 'Name' }).fill('Warehouse printer')
    await page.getByRole('checkbox', { name: /^orders:read/ }).check()
    await page.getByRole('checkbox', { name: /^shipments:write/ }).check()
    await page.getByRole('button', { name: 'Make the key' }).click()
    await expect(page.getByText('Copy the key for Warehouse printer now')).toBeVisible()
  },
  'desk-audit': async ({ page, shop }) => {
    const { sku } = await shop.createProduct()
    await shop.changeProduct(sku, { price: 20 })
    await page.request.post('/api/session', {
      data: { email: 'who@example.com', password: 'no' },
      headers: fromOurPage,
    })
    await open(page, '/admin/audit')
    await expect(page.getByRole('table', { name: 'Audit trail' }).getByRole('link').nth(2)).toBeVisible()
  },
  'desk-audit-none': ({ page }) => open(page, '/admin/audit?who=nobody+we+know&from=yesterday'),
  'desk-audit-entry': async ({ page, shop }) => {
    const { sku } = await shop.createProduct({ stockQuantity: 10 })
    await shop.changeProduct(sku, { stockQuantity: 9 })
    await open(page, `/admin/audit?target=product/${sku}`)
    await page.getByRole('link', { name: /adjusted stock/ }).click()
    await expect(page.getByRole('region', { name: 'Before and after' })).toContainText('stockQuantity')
  },
  'desk-account': async ({ page }) => {
    await open(page, '/admin/account')
    await page.getByRole('button', { name: 'Set it up…' }).click()
    await page.getByLabel('Your password').fill('not my password')
    await page.getByRole('button', { name: 'Go on' }).click()
    await expect(page.getByLabel('Your password')).toHaveAccessibleDescription(/refused/)
  },
  // Shown and not confirmed: the admin of all tests stays without.
  'desk-account-second-factor': async ({ page }) => {
    await page.route(/account\.setUpSecondFactor/, (route) =>
      route.fulfill({ json: [{ result: { data: { json: secondFactor } } }] }),
    )
    await open(page, '/admin/account')
    await page.getByRole('button', { name: 'Set it up…' }).click()
    await page.getByLabel('Your password').fill('any password')
    await page.getByRole('button', { name: 'Go on' }).click()
    await expect(page.getByRole('img', { name: /camera/ })).toBeVisible()
  },
}

const secondFactor = {
  totpURI:
    'otpauth://totp/Tiny%20Store:admin@tiny-store.example?secret=I53DA53LORSHQMDMJBFTIZ3CIJLFOUJQ&issuer=Tiny%20Store&digits=6&period=30',
  backupCodes: ['abcde-12345'],
}

import type { Page } from '@playwright/test'
import { expect, open, test } from './fixtures'
import { aBrowser, aMember, ask, begin, giveTo, own } from './members'
import { admin, deskState } from './way-in'

const table = (page: Page) => page.getByRole('table', { name: 'Staff' })
const rowOf = (page: Page, email: string) => table(page).getByRole('row').filter({ hasText: email })
const drawer = (page: Page) => page.getByRole('dialog', { name: '@' })

async function openMember(page: Page, email: string) {
  await open(page, '/admin/staff')
  await table(page).getByRole('link', { name: email }).click()
  await expect(drawer(page)).toHaveAccessibleName(new RegExp(email))
}

test('an operator is made, comes in with the password shown once, and is refused what is for admins', async ({
  page,
  browser,
}) => {
  const email = `made-${Date.now()}@tiny-store.example`
  await open(page, '/admin/staff')
  await page.getByRole('button', { name: 'New account' }).click()
  const form = page.getByRole('form', { name: 'New account' })
  await form.getByLabel('E-mail address').fill(admin.email)
  await form.getByLabel('Name').fill('Packing table')
  await form.getByLabel('Role').selectOption('operator')
  await form.getByRole('button', { name: 'Make the account' }).click()
  await expect(form.getByLabel('E-mail address')).toHaveAccessibleDescription(/in use already/)
  await form.getByLabel('E-mail address').fill(email)
  await form.getByRole('button', { name: 'Make the account' }).click()

  const once = page.getByRole('dialog', { name: `Give ${email} this password` })
  const password = (await once.locator('code').textContent()) ?? ''
  expect(password).toMatch(/^[0-9a-f-]{20,}$/)
  // Neither a key nor a press beside it loses what is never shown again.
  await page.keyboard.press('Escape')
  await page.mouse.click(10, 10)
  await expect(once.getByRole('button', { name: 'Close' })).toBeDisabled()
  await once.getByLabel('I have put it somewhere safe').check()
  await once.getByRole('button', { name: 'Close' }).click()
  await expect(once).toBeHidden()
  await expect(rowOf(page, email)).toContainText(/One-time password.*operator.*not yet.*never/)

  const context = await aBrowser(browser)
  const theirs = await context.newPage()
  await begin(theirs, { email, password, id: '' })
  const places = theirs.getByRole('navigation', { name: 'Desk' })
  await expect(places.getByRole('link', { name: 'Fault lab' })).toBeVisible()
  await expect(places.getByRole('link', { name: /Staff|API keys|Audit/ })).toHaveCount(0)
  for (const path of ['staff', 'keys', 'audit']) {
    expect((await theirs.goto(`/admin/${path}`))?.status()).toBe(403)
    await expect(theirs.getByText('Your role does not let you see this')).toBeVisible()
  }
  await context.close()
  await expect(rowOf(page, email)).not.toContainText('One-time password', { timeout: 20_000 })
})

test('a session that is ended is out, and the others are not', async ({ page, browser }) => {
  const member = await aMember(browser, 'operator')
  const [one, two] = [await aBrowser(browser, deviceOf('Firefox')), await aBrowser(browser)]
  const theirs = await one.newPage()
  const { password } = await begin(theirs, member)
  const other = await two.newPage()
  await open(other, '/sign-in')
  await giveTo(other, { ...member, password })
  await expect(other.getByRole('heading', { name: 'Overview' })).toBeVisible()

  await openMember(page, member.email)
  const sessions = drawer(page).getByRole('list', { name: 'Sessions' }).getByRole('listitem')
  await expect(sessions).toHaveCount(2)
  await page.getByRole('button', { name: 'End the session of Firefox on Linux' }).click()
  await expect(sessions).toHaveCount(1)
  // The desk notices by itself.
  await expect(theirs).toHaveURL('/sign-in?next=%2Fadmin')
  await other.goto('/admin/orders')
  await expect(other.getByRole('heading', { name: 'Orders' })).toBeVisible()
  await Promise.all([one.close(), two.close()])
})

const deviceOf = (browser: string) => ({
  userAgent: `Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 ${browser}/143.0`,
})

test('a role counts from the next request on', async ({ page, browser }) => {
  const member = await aMember(browser, 'viewer')
  const context = await aBrowser(browser)
  const theirs = await context.newPage()
  await begin(theirs, member)
  await open(theirs, '/admin/inventory')
  await expect(theirs.getByRole('button', { name: 'New product' })).toHaveCount(0)
  await openMember(page, member.email)
  await drawer(page).getByLabel('Role').selectOption('operator')
  await expect(rowOf(page, member.email)).toContainText('operator')
  await theirs.reload()
  await expect(theirs.getByRole('button', { name: 'New product' })).toBeVisible()
  await context.close()
})

test('who is given a new password is out, and the old one lets in no more', async ({ page, browser }) => {
  const member = await aMember(browser, 'viewer')
  const context = await aBrowser(browser)
  const theirs = await context.newPage()
  await begin(theirs, member)
  await openMember(page, member.email)
  await drawer(page).getByRole('button', { name: 'New password…' }).click()
  await expect(drawer(page).getByText('they are signed out everywhere')).toBeVisible()
  await drawer(page).getByRole('button', { name: 'Make a new password' }).click()
  const password = (await page.getByRole('dialog', { name: 'Give' }).locator('code').textContent()) ?? ''
  await expect(theirs).toHaveURL('/sign-in?next=%2Fadmin')
  await giveTo(theirs, { ...member, password: own })
  await expect(theirs.getByText('The e-mail address or the password is wrong').first()).toBeVisible()
  await giveTo(theirs, { ...member, password })
  await expect(theirs.getByRole('heading', { name: 'Choose a password of your own' })).toBeVisible()
  await context.close()
})

test('a disabled account is out and cannot come in until it is enabled', async ({ page, browser }) => {
  const member = await aMember(browser, 'viewer')
  const context = await aBrowser(browser)
  const theirs = await context.newPage()
  await begin(theirs, member)
  await openMember(page, member.email)
  await drawer(page).getByRole('button', { name: 'Disable the account…' }).click()
  await drawer(page).getByRole('button', { name: 'Disable it' }).click()
  await expect(rowOf(page, member.email)).toContainText('Disabled')
  await expect(theirs).toHaveURL('/sign-in?next=%2Fadmin')
  await giveTo(theirs, { ...member, password: own })
  await expect(theirs.getByText('This account is disabled').first()).toBeVisible()
  await drawer(page).getByRole('button', { name: 'Enable the account' }).click()
  await expect(rowOf(page, member.email)).not.toContainText('Disabled')
  await giveTo(theirs, { ...member, password: own })
  await expect(theirs.getByRole('heading', { name: 'Overview' })).toBeVisible()
  await context.close()
})

test('the last admin stays one, and is told why beside what was tried', async ({ page }) => {
  await openMember(page, admin.email)
  await expect(drawer(page).getByRole('button', { name: /New password/ })).toHaveCount(0)
  await drawer(page).getByLabel('Role').selectOption('viewer')
  await expect(drawer(page).getByLabel('Role')).toHaveAccessibleDescription(/This is the last admin/)
  await expect(drawer(page).getByLabel('Role')).toHaveValue('admin')
  await drawer(page).getByRole('button', { name: 'Disable the account…' }).click()
  await drawer(page).getByRole('button', { name: 'Disable it' }).click()
  await expect(drawer(page).getByRole('alert')).toContainText('This is the last admin')
  await page.keyboard.press('Escape')
  await expect(rowOf(page, admin.email)).toContainText(/you.*admin/)
})

test('the table of roles says what the server does', async ({ page, browser }) => {
  await open(page, '/admin/staff')
  const roles = page.getByRole('table', { name: 'What a role may do' })
  const cell = (what: string) => roles.getByRole('row', { name: what }).getByRole('cell')
  await expect(cell('Dispatch and deliver')).toHaveText(['no', 'yes', 'yes'])
  await expect(cell('Read the audit trail')).toHaveText(['no', 'no', 'yes'])
  await expect(cell('See payments')).toHaveText(['yes', 'yes', 'yes'])
  const member = await aMember(browser, 'operator')
  const context = await aBrowser(browser)
  await begin(await context.newPage(), member)
  const { permissions } = await (await context.request.get('/api/session')).json()
  const yes = roles.getByRole('row').filter({ has: page.getByRole('cell').nth(1).getByText('yes') })
  await expect(yes).toHaveCount(permissions.length)
  await context.close()
})

test('an address of somebody who is not there says so', async ({ page }) => {
  await open(page, '/admin/staff?account=nobody-of-ours')
  await expect(page.getByRole('dialog')).toContainText('Nobody has this account')
})

test('nobody below an admin reads the staff by asking directly', async ({ browser }) => {
  const member = await aMember(browser, 'operator')
  const context = await aBrowser(browser)
  await begin(await context.newPage(), member)
  const answer = await context.request.get('/api/trpc/staff.list')
  expect(answer.status()).toBe(403)
  await context.close()
  const desk = await browser.newContext({ storageState: deskState })
  await ask(desk.request, 'staff.disable', { id: member.id })
  await desk.close()
})

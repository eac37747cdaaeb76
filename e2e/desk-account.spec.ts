import { expect, open, test } from './fixtures'
import { aBrowser, aMember, begin, codeOf, giveTo, own } from './members'

// Each acts as somebody of their own: what they change is theirs.
test.use({ storageState: { cookies: [], origins: [] } })

test('a second factor is scanned or typed, confirmed by a code, asked for, and turned off', async ({
  page,
  browser,
}) => {
  const member = await begin(page, await aMember(browser, 'viewer'))
  await page.getByRole('link', { name: member.email }).click()
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
  const panel = page.getByRole('region', { name: 'Second factor' })
  await panel.getByRole('button', { name: 'Set it up…' }).click()
  await panel.getByLabel('Your password').fill('not my password')
  await panel.getByRole('button', { name: 'Go on' }).click()
  await expect(panel.getByLabel('Your password')).toHaveAccessibleDescription(/refused/)
  await panel.getByLabel('Your password').fill(own)
  await panel.getByRole('button', { name: 'Go on' }).click()

  await expect(panel.getByRole('img', { name: /camera/ })).toBeVisible()
  const copy = panel.getByRole('button', { name: /copy secret$/ })
  const secret = ((await copy.textContent()) ?? '').trim()
  const uri = `otpauth://totp/x?secret=${secret}`
  await panel.getByLabel('Code that the app shows').fill(codeOf(uri, 0))
  await panel.getByRole('button', { name: 'Turn it on' }).click()
  await expect(panel.getByLabel('Code that the app shows')).toHaveAccessibleDescription(/refused/)
  await panel.getByLabel('Code that the app shows').fill(codeOf(uri))
  await panel.getByRole('button', { name: 'Turn it on' }).click()

  const once = page.getByRole('dialog', { name: 'Keep these backup codes' })
  const [backup = ''] = ((await once.locator('code').textContent()) ?? '').split('\n')
  await once.getByLabel('I have put it somewhere safe').check()
  await once.getByRole('button', { name: 'Close' }).click()
  await expect(panel.getByRole('status')).toContainText('On: signing in takes a code')

  await page.getByRole('button', { name: 'Sign out' }).click()
  await giveTo(page, { ...member, password: own })
  await page.getByLabel('Code').fill(backup)
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page).toHaveURL('/admin')

  await open(page, '/admin/account')
  await panel.getByRole('button', { name: 'Turn it off…' }).click()
  await panel.getByLabel('Your password').fill(own)
  await panel.getByRole('button', { name: 'Turn it off' }).click()
  await expect(panel.getByRole('status')).toContainText('Not yet')
})

test('a password is changed with the one before, and ends the sessions elsewhere', async ({
  page,
  browser,
}) => {
  const member = await begin(page, await aMember(browser, 'viewer'))
  const context = await aBrowser(browser)
  const elsewhere = await context.newPage()
  await open(elsewhere, '/sign-in')
  await giveTo(elsewhere, member)
  await expect(elsewhere.getByRole('heading', { name: 'Overview' })).toBeVisible()

  await open(page, '/admin/account')
  const form = page.getByRole('form', { name: 'Change the password' })
  const change = async (current: string, next: string) => {
    await form.getByLabel('Current password').fill(current)
    await form.getByLabel('New password').fill(next)
    await form.getByRole('button', { name: 'Change the password' }).click()
  }
  await change('not my password', 'another one of my own')
  await expect(form.getByLabel('Current password')).toHaveAccessibleDescription(/refused/)
  await change(own, 'short')
  await expect(form.getByLabel('New password')).toHaveAccessibleDescription(/at least 12 characters/)
  await change(own, 'another one of my own')
  await expect(form.getByRole('status')).toContainText('Your other sessions are over')

  // The desk notices by itself.
  await expect(elsewhere).toHaveURL('/sign-in?next=%2Fadmin')
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
  await giveTo(elsewhere, { ...member, password: 'another one of my own' })
  await expect(elsewhere.getByRole('heading', { name: 'Overview' })).toBeVisible()
  await context.close()
})

test('one’s own sessions are listed and ended, but for the one that asks', async ({ page, browser }) => {
  const member = await begin(page, await aMember(browser, 'operator'))
  const contexts = [await aBrowser(browser), await aBrowser(browser)]
  const pages = await Promise.all(contexts.map((context) => context.newPage()))
  for (const each of pages) {
    await open(each, '/sign-in')
    await giveTo(each, member)
    await expect(each.getByRole('heading', { name: 'Overview' })).toBeVisible()
  }
  await open(page, '/admin/account')
  const sessions = page.getByRole('region', { name: 'Your sessions' }).getByRole('listitem')
  await expect(sessions).toHaveCount(3)
  await expect(sessions.filter({ hasText: 'this one' })).toHaveCount(1)
  await expect(sessions.filter({ hasText: 'this one' }).getByRole('button')).toHaveCount(0)
  await sessions
    .getByRole('button', { name: /^End the session/ })
    .first()
    .click()
  await expect(sessions).toHaveCount(2)
  await page.getByRole('button', { name: 'End all others' }).click()
  await expect(sessions).toHaveCount(1)
  for (const each of pages) await expect(each).toHaveURL('/sign-in?next=%2Fadmin')
  await Promise.all(contexts.map((context) => context.close()))
})

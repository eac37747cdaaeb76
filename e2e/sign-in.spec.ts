import { expect, open, test } from './fixtures'
import { aMember, ask, begin, codeOf, giveTo, own } from './members'
import { deskState, fromOurPage, withKey } from './way-in'

test.use({ locale: 'en-GB' })

test('whoever is sent to sign in comes back to the same page', async ({ page, browser }) => {
  const member = await aMember(browser, 'operator')
  await page.goto('/admin/orders?status=PAID&q=grace')
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await giveTo(page, member)
  await page.getByLabel('New password').fill(own)
  await page.getByRole('button', { name: 'Save and go on' }).click()
  await expect(page).toHaveURL('/admin/orders?status=PAID&q=grace')
  await expect(page.getByRole('complementary').getByText(member.email)).toBeVisible()
})

test('a password that an admin gave lets in once, to choose another', async ({ page, browser }) => {
  const member = await aMember(browser, 'viewer')
  await open(page, '/sign-in')
  await giveTo(page, member)
  await expect(page.getByRole('heading', { name: 'Choose a password of your own' })).toBeVisible()
  // Whoever goes past it is sent back, and is asked for the given one again.
  await page.goto('/admin/orders')
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  expect((await page.request.get('/api/orders')).status()).toBe(403)

  await page.getByLabel('Password you were given').fill(member.password)
  await page.getByLabel('New password').fill('too short')
  await page.getByRole('button', { name: 'Save and go on' }).click()
  await expect(page.getByLabel('New password')).toHaveAccessibleDescription(
    /must have at least 12 characters/,
  )
  await expect(page.getByLabel('New password')).toBeFocused()
  await page.getByLabel('New password').fill(own)
  await page.getByRole('button', { name: 'Save and go on' }).click()
  await expect(page).toHaveURL('/admin/orders')
})

test('a wrong password is said beside its field, and heard', async ({ page }) => {
  await open(page, '/sign-in')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByLabel('Email')).toHaveAccessibleDescription('This is missing.')
  await expect(page.getByLabel('Email')).toBeFocused()

  await giveTo(page, { email: 'nobody@tiny-store.example', password: 'not the password' })
  const said = 'The e-mail address or the password is wrong'
  await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(said)
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused()
  await expect(page.getByRole('alert').filter({ hasText: said })).toHaveCount(1)
  expect((await page.request.get('/api/session')).status()).toBe(401)
})

test('too many tries are said to be that', async ({ page }) => {
  const detail = 'Too many tries. Try again in 42 seconds.'
  await page.route('/api/session', (route) =>
    route.fulfill({
      status: 429,
      contentType: 'application/problem+json',
      body: JSON.stringify({ type: '/problems/too-many-requests', status: 429, detail, error: detail }),
    }),
  )
  await open(page, '/sign-in')
  await giveTo(page, { email: 'somebody@tiny-store.example', password: 'a password' })
  await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(detail)
})

test('with a second factor the password alone does not let in', async ({ page, browser }) => {
  const member = await begin(page, await aMember(browser, 'operator'))
  const { totpURI, backupCodes } = await ask<{ totpURI: string; backupCodes: string[] }>(
    page.request,
    'account.setUpSecondFactor',
    { password: own },
  )
  await ask(page.request, 'account.confirmSecondFactor', { code: codeOf(totpURI) })
  await page.getByRole('complementary').getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in to the desk' })).toBeVisible()

  await open(page, '/sign-in?next=/admin/events')
  await giveTo(page, member)
  await expect(page.getByRole('heading', { name: 'Your second factor' })).toBeVisible()
  expect((await page.request.get('/api/events')).status()).toBe(401)
  const wrong = codeOf(totpURI, 0)
  await page.getByLabel('Code').fill(wrong)
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByLabel('Code')).toHaveAccessibleDescription(/This code is wrong/)
  await page.getByLabel('Code').fill(codeOf(totpURI))
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page).toHaveURL('/admin/events')

  // Without the telephone one of the backup codes does, and only once.
  const [code = ''] = backupCodes
  for (const [times, lets] of [true, false].entries()) {
    const other = await browser.newContext()
    const elsewhere = await other.newPage()
    await open(elsewhere, '/sign-in')
    await giveTo(elsewhere, member)
    await elsewhere.getByLabel('Code').fill(code)
    await elsewhere.getByRole('button', { name: 'Confirm' }).click()
    if (lets) await expect(elsewhere, `time ${times}`).toHaveURL('/admin')
    else await expect(elsewhere.getByLabel('Code')).toHaveAccessibleDescription(/This code is wrong/)
    await other.close()
  }
})

test('a viewer is offered nothing to do, and is refused what he tries', async ({ page, browser, shop }) => {
  const { sku } = await shop.createProduct()
  const order = await shop.reached((await shop.placeOrder({ sku })).orderId, 'SHIPPED')
  await begin(page, await aMember(browser, 'viewer'))
  await open(page, `/admin/orders/${order.orderId}`)
  await expect(page.getByRole('list', { name: 'Events of this order' })).toContainText('OrderShipped')
  await expect(page.getByRole('button', { name: 'Add note' })).toHaveCount(0)
  await open(page, `/admin/inventory?product=${sku}`)
  await expect(page.getByRole('heading', { name: 'Inventory' })).toBeVisible()
  await expect(page.getByText('On hand').first()).toBeVisible()
  await expect(page.getByRole('button', { name: /New product|Edit|Set/ })).toHaveCount(0)
  await open(page, `/admin/shipments?shipment=${order.shipmentId}`)
  await expect(page.getByRole('link', { name: 'Open the order' })).toBeVisible()
  await expect(page.getByRole('button', { name: /Dispatch/ })).toHaveCount(0)
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Fault lab' })).toHaveCount(0)

  const lab = await page.goto('/admin/fault-lab')
  expect(lab?.status()).toBe(403)
  await expect(page.getByText('Your role does not let you see this')).toBeVisible()
  const refused = await page.request.post(`/api/shipments/${order.shipmentId}/dispatch`, {
    headers: fromOurPage,
  })
  expect(refused.status()).toBe(403)
  expect(await refused.json()).toMatchObject({ permission: 'shipments:write' })
})

test('whose session an admin ends is out, and may sign in again', async ({ page, browser }) => {
  const member = await begin(page, await aMember(browser, 'viewer'))
  const admin = await browser.newContext({ storageState: deskState })
  await ask(admin.request, 'staff.endAllSessions', { id: member.id })
  await admin.close()
  // The desk notices by itself, and knows where to come back to.
  await expect(page).toHaveURL('/sign-in?next=%2Fadmin')
  await giveTo(page, member)
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible()
})

test('who is signed out is out with the cookie too', async ({ page, browser }) => {
  await begin(page, await aMember(browser, 'viewer'))
  const cookies = await page.context().cookies()
  await page.getByRole('complementary').getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in to the desk' })).toBeVisible()
  await page.context().addCookies(cookies)
  await page.goto('/admin')
  await expect(page).toHaveURL(/\/sign-in/)
})

test('the cookie is for our server alone', async ({ page, browser }) => {
  await begin(page, await aMember(browser, 'viewer'))
  const [cookie] = await page.context().cookies()
  expect(cookie).toMatchObject({
    name: 'tiny-store.session_token',
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
  })
})

test('what leads elsewhere leads to the desk', async ({ page, browser }) => {
  const member = await begin(page, await aMember(browser, 'viewer'))
  await page.getByRole('complementary').getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in to the desk' })).toBeVisible()
  await open(page, '/sign-in?next=//elsewhere.example/admin')
  await giveTo(page, member)
  await expect(page).toHaveURL('/admin')
})

test('every page of the desk is for those who are signed in, and no key opens it', async ({ request }) => {
  for (const path of ['', '/orders', '/orders/1', '/inventory', '/inventory/X', '/payments', '/shipments']
    .concat(['/events', '/dead-letters', '/proof', '/fault-lab'])
    .map((path) => `/admin${path}`)) {
    for (const headers of [{}, withKey(), { authorization: 'Bearer tsk_none' }]) {
      const answer = await request.get(path, { maxRedirects: 0, headers })
      expect(answer.status(), path).toBe(307)
      expect(answer.headers().location).toBe(`/sign-in?next=${encodeURIComponent(path)}`)
    }
  }
})

test('on a phone one signs out from the tab bar', async ({ page, browser }) => {
  await begin(page, await aMember(browser, 'viewer'))
  await page.setViewportSize({ width: 375, height: 812 })
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in to the desk' })).toBeVisible()
})

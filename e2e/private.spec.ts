import { address, buy, expect, expectStatus, open, test } from './fixtures'

const opens = 'Opens this order on another device.'

test('an order is for the browser that placed it; another one sees how far it is', async ({
  page,
  shop,
  browser,
}) => {
  const product = await shop.createProduct()
  const payment = await shop.arm({
    effect: 'DELAY',
    delayMs: 60_000,
    sku: product.sku,
    eventType: 'PaymentProcessed',
  })
  const orderId = await buy(page, product)
  await expectStatus(page, 'CONFIRMED')
  await expect(page.getByRole('complementary', { name: 'Your order' })).toContainText(address.street)
  await expect(page.getByRole('button', { name: 'Cancel this order' })).toBeVisible()

  const stranger = await browser.newPage()
  const received: string[] = []
  stranger.on('response', async (response) => {
    // Scripts are the same for everybody.
    if (response.request().resourceType() !== 'script') received.push(await response.text().catch(() => ''))
  })
  await open(stranger, `/orders/${orderId}`)
  await expect(stranger.getByText('This browser did not place this order')).toBeVisible()
  await expect(stranger.getByRole('complementary', { name: 'Your order' })).toContainText(product.name)
  await expect(stranger.getByRole('button', { name: 'Cancel this order' })).toBeHidden()
  await expect(stranger.getByRole('button', { name: 'Copy a private link' })).toBeHidden()
  const refused = await stranger.request.post(`/api/orders/${orderId}/cancel`)
  expect(refused.status()).toBe(401)
  expect((await refused.json()).detail).toContain('Authorization: Bearer tso_')

  // It moves for everybody.
  await shop.disarm(payment)
  await expectStatus(stranger, 'SHIPPED')
  await expectStatus(page, 'SHIPPED')
  await expect(page.getByTestId('tracking-number')).toBeVisible()
  await expect(stranger.getByTestId('tracking-number')).toBeHidden()
  for (const secret of [address.name, address.street, address.postalCode, 'pm_card_visa']) {
    expect(received.filter((text) => text.includes(secret))).toEqual([])
  }
  await stranger.context().close()
})

test('a private link opens it elsewhere, and its token is gone from the address at once', async ({
  page,
  shop,
  browser,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const product = await shop.createProduct()
  const orderId = await buy(page, product)
  await expect(page.getByText(opens)).toBeVisible()
  await page.getByRole('button', { name: 'Copy a private link' }).click()
  await expect(page.getByRole('button', { name: 'Link copied' })).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(link).toMatch(new RegExp(`/orders/${orderId}#token=tso_[\\w-]{43}$`))
  const token = link.split('=')[1] ?? ''

  const friend = await browser.newPage()
  const asked: string[] = []
  friend.on('request', (request) => asked.push(`${request.url()} ${request.headers().referer ?? ''}`))
  await friend.goto(link)
  await expect(friend.getByText(opens)).toBeVisible()
  await expect(friend.getByRole('complementary', { name: 'Your order' })).toContainText(address.street)
  expect(friend.url()).toMatch(new RegExp(`/orders/${orderId}$`))
  await friend.getByRole('link', { name: 'Your orders' }).click()
  await expect(friend.getByRole('link', { name: product.name })).toBeVisible()
  await friend.goBack()
  await expect(friend.getByText(opens)).toBeVisible()
  expect(friend.url()).not.toContain('token')
  expect(asked.filter((each) => each.includes(token))).toEqual([])
  expect(await friend.evaluate(() => document.cookie)).not.toContain('tso_')
  await friend.context().close()
})

test('a link that does not fit says so, and opens nothing', async ({ page, shop }) => {
  const { sku } = await shop.createProduct()
  const { orderId } = await shop.placeOrder({ sku })
  await open(page, `/orders/${orderId}#token=tso_${'A'.repeat(43)}`)
  await expect(page.getByText('This link does not open the order.')).toBeVisible()
  expect(page.url()).not.toContain('token')
})

test('a second tab has the same orders, and a private window has none', async ({ page, shop, browser }) => {
  const product = await shop.createProduct()
  await buy(page, product)
  const tab = await page.context().newPage()
  await open(tab, '/orders')
  await expect(tab.getByRole('link', { name: product.name })).toBeVisible()

  const incognito = await browser.newPage()
  await open(incognito, '/orders')
  await expect(incognito.getByText('No orders yet')).toBeVisible()
  await incognito.context().close()
})

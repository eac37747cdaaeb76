import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, open, type Product, type Shop, test } from './fixtures'

const rows = (page: Page) => page.getByRole('table', { name: 'Events' }).locator('tbody tr')
const names = (page: Page) => rows(page).locator('td:nth-child(2) a')
const inspector = (page: Page) => page.getByRole('complementary', { name: 'Event', exact: true })
const linksTo = (page: Page, orderId: string) => rows(page).getByRole('link', { name: `Order ${orderId}` })

async function shippedOrder(shop: Shop, { sku }: Product, quantity = 1) {
  const { orderId } = await shop.placeOrder({ sku, quantity })
  return shop.reached(orderId, 'SHIPPED')
}

async function declinedOrder(shop: Shop, { sku }: Product) {
  const { orderId } = await shop.placeOrder({ sku, paymentMethod: 'pm_card_declined' })
  return shop.reached(orderId, 'PAYMENT_FAILED')
}

async function fill(page: Page, field: string, value: string) {
  await page.getByLabel(field).fill(value)
  await page.getByLabel(field).press('Enter')
}

/** Waits until every row that is shown is of one of the types. */
const expectOnly = (page: Page, types: RegExp) =>
  expect(async () => {
    const shown = await names(page).allInnerTexts()
    expect(shown.length).toBeGreaterThan(0)
    expect(shown.filter((name) => !types.test(name))).toEqual([])
  }).toPass()

test.describe('the event log is narrowed', () => {
  test('by type and by order, and the address remembers it', async ({ page, shop }) => {
    const product = await shop.createProduct()
    const { orderId } = await shippedOrder(shop, product)
    await shippedOrder(shop, product)
    await open(page, '/admin/events')
    await page.getByLabel('Type').selectOption('OrderPaid')
    await expect(page).toHaveURL(/eventType=OrderPaid/)
    await expectOnly(page, /^OrderPaid/)

    await fill(page, 'Order id', orderId)
    await expect(rows(page)).toHaveCount(1)
    await page.reload()
    await expect(rows(page)).toHaveCount(1)
    await page.getByLabel('Type').selectOption({ label: 'all' })
    await expect(rows(page)).toHaveCount(7)
    await expect(rows(page).first()).toContainText(/OrderShipped.*ShipmentCreated \+/)
  })

  test('by aggregate and by module', async ({ page, shop }) => {
    const { sku, productId } = await shop.createProduct({ stockQuantity: 4 })
    await shop.changeProduct(sku, { stockQuantity: 5, reason: 'Counted' })
    await open(page, '/admin/events')
    await fill(page, 'Aggregate id', productId)
    await expect(rows(page)).toHaveCount(2)
    await expect(names(page)).toContainText(['StockAdjusted', 'ProductCreated'])
    await page.getByLabel('Module').selectOption('payments')
    await expect(page.getByText('No event fits')).toBeVisible()
    await page.getByRole('button', { name: 'Clear' }).click()
    await expect(page).toHaveURL('/admin/events')
  })

  test('by what payloads contain, also deep inside and several at once', async ({ page, shop }) => {
    const { sku } = await shop.createProduct()
    await shippedOrder(shop, { sku } as Product, 2)
    await shippedOrder(shop, { sku } as Product, 3)
    await open(page, '/admin/events')
    await fill(page, 'Payload contains', `sku: ${sku}`)
    await expect(page).toHaveURL(/contains=sku/)
    // Created, and of each order: placed and paid with its lines, reserved with its list.
    await expect(rows(page)).toHaveCount(1 + 3 + 3)
    await fill(page, 'Payload contains', `sku: ${sku}, quantity: 3`)
    await expect(rows(page)).toHaveCount(3)
    await page.getByLabel('Type').selectOption('OrderPlaced')
    await expect(rows(page)).toHaveCount(1)
  })

  test('not by a key that no event has, and the page says so', async ({ page }) => {
    await open(page, '/admin/events')
    await fill(page, 'Payload contains', 'skuu: LAMP-PEBBLE-01')
    await expect(page.getByText('contains (no event has the key “skuu”)')).toBeVisible()
    await expect(rows(page).first()).toBeVisible()
  })

  test('by time: so long back, and from one moment to another', async ({ page, shop }) => {
    const { orderId } = await shippedOrder(shop, await shop.createProduct())
    await open(page, `/admin/events?orderId=${orderId}`)
    await page.getByRole('button', { name: /^Time/ }).click()
    await page.getByRole('button', { name: 'last 15 minutes' }).click()
    await expect(page).toHaveURL(/within=15m/)
    await expect(rows(page)).toHaveCount(7)

    await page.getByRole('button', { name: /^Time/ }).click()
    await page.getByLabel('From', { exact: true }).fill('2020-01-01T09:00:00')
    await page.getByLabel('To', { exact: true }).fill('2020-01-01T10:00:00')
    await page.getByRole('button', { name: 'Show this time' }).click()
    // The clock of the reader is that of Amsterdam.
    await expect(page).toHaveURL(/from=2020-01-01T08%3A00%3A00.000Z&to=2020-01-01T09%3A00%3A00.000Z/)
    await expect(page.getByText('No event fits')).toBeVisible()
    await expect(page.getByText('Nothing new comes in here')).toBeVisible()
    await page.getByRole('button', { name: /^Time/ }).click()
    await page.getByRole('button', { name: 'All of the time' }).click()
    await expect(rows(page)).toHaveCount(7)
  })

  test('by views: failures, cancellations, the last hour', async ({ page, shop, stories }) => {
    await declinedOrder(shop, await shop.createProduct())
    await open(page, '/admin/events')
    const views = page.getByRole('navigation', { name: 'Views' })
    await views.getByRole('link', { name: 'Failures' }).click()
    await expect(views.getByRole('link', { name: 'Failures' })).toHaveAttribute('aria-current', 'page')
    await expectOnly(page, /^(OrderRejected|OrderPaymentFailed|InventoryReservationFailed|PaymentFailed)/)
    await views.getByRole('link', { name: 'Cancellations' }).click()
    await expectOnly(page, /^OrderCancelled/)
    await expect(linksTo(page, stories.cancelled.orderId).first()).toBeVisible()
    await views.getByRole('link', { name: 'Last hour' }).click()
    await expect(page).toHaveURL('/admin/events?within=1h')
    await expect(rows(page).first()).toBeVisible()
  })

  test('by an address that somebody wrote, as far as that can be', async ({ page, shop }) => {
    const { orderId } = await shippedOrder(shop, await shop.createProduct())
    const address = `/admin/events?orderId=${orderId}&eventType=Nothing&from=yesterday&within=9y&cursor=x&event=1`
    await open(page, address)
    await expect(page.getByText(/^Left out/)).toContainText('eventType, within, from, cursor and event')
    await expect(rows(page)).toHaveCount(7)
  })
})

test.describe('the live tail', () => {
  test('holds new events while one reads, counts them, and lets them in when followed', async ({
    page,
    shop,
  }) => {
    const { sku } = await shop.createProduct()
    await open(page, '/admin/events')
    const held = await shop.placeOrder({ sku })
    await shop.reached(held.orderId, 'SHIPPED')
    await expect(page.getByRole('button', { name: /^Follow \d+ new$/ })).toBeVisible()
    await page.getByRole('button', { name: /new events?, held while you read/ }).click()
    await expect(linksTo(page, held.orderId).first()).toBeVisible()

    await page.getByRole('button', { name: 'Follow' }).click()
    const followed = await shop.placeOrder({ sku })
    await expect(linksTo(page, followed.orderId)).toHaveCount(7)
    await page.getByRole('button', { name: 'Pause' }).click()
    await expect(page.getByText('New events wait while you read')).toBeVisible()
  })

  test('tells only what fits the filters', async ({ page, shop }) => {
    const product = await shop.createProduct()
    await declinedOrder(shop, product)
    await open(
      page,
      `/admin/events?view=failures&contains=${encodeURIComponent('reason: Your card was declined.')}`,
    )
    await page.getByRole('button', { name: 'Follow' }).click()
    const { orderId } = await declinedOrder(shop, product)
    await expect(linksTo(page, orderId)).toHaveCount(2)
    await expectOnly(page, /PaymentFailed/)
  })

  test('says when it is lost, and heals', async ({ page, shop }) => {
    await page.route(/events\.tail/, (route) => route.abort())
    await open(page, '/admin/events')
    await expect(page.getByText('Live updates are interrupted')).toBeVisible()
    const { sku } = await shop.createProduct()
    const { orderId } = await shop.placeOrder({ sku })
    await page.getByRole('button', { name: /held while you read/ }).click()
    await expect(linksTo(page, orderId).first()).toBeVisible()
    await page.unroute(/events\.tail/)
    await expect(page.getByText('Live updates are interrupted')).toBeHidden()
  })
})

test.describe('the inspector', () => {
  test('shows an event, its causes and effects, and how it was taken', async ({ page, shop }) => {
    const { orderId } = await declinedOrder(shop, await shop.createProduct())
    await open(page, `/admin/events?orderId=${orderId}`)
    await names(page)
      .filter({ hasText: /^PaymentFailed/ })
      .click()
    await expect(page).toHaveURL(/event=[\w-]{36}/)
    const event = inspector(page)
    await expect(event.getByRole('heading', { name: 'PaymentFailed' })).toBeVisible()
    await expect(event).toContainText('"reason": "Your card was declined."')
    await expect(event.locator('li a')).toContainText([
      /OrderPlaced/,
      /InventoryReserved.*\+/,
      /OrderConfirmed/,
      /PaymentFailed/,
      /OrderPaymentFailed/,
      /InventoryReleased/,
    ])
    await expect(event.locator('li a[aria-current]')).toContainText('PaymentFailed')
    await expect(event.getByText(/^orders, 1 try, \d/)).toBeVisible()

    await event.getByRole('link', { name: /OrderPlaced/ }).click()
    await expect(event.getByRole('heading', { name: 'OrderPlaced' })).toBeVisible()
    await page.reload()
    await expect(event.getByRole('heading', { name: 'OrderPlaced' })).toBeVisible()
    await event.getByRole('link', { name: 'Open the order' }).click()
    await expect(page).toHaveURL(`/admin/orders/${orderId}`)
  })

  test('is used by keyboard', async ({ page, shop }) => {
    const { orderId } = await shippedOrder(shop, await shop.createProduct())
    await open(page, `/admin/events?orderId=${orderId}`)
    await page.keyboard.press('j')
    await expect(names(page).first()).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(inspector(page).getByRole('heading', { name: 'OrderShipped' })).toBeVisible()
    await page.keyboard.press('j')
    await expect(inspector(page).getByRole('heading', { name: 'ShipmentCreated' })).toBeVisible()
    await page.keyboard.press('k')
    await expect(inspector(page).getByRole('heading', { name: 'OrderShipped' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(inspector(page)).toHaveCount(0)
    await expect(page).not.toHaveURL(/event=/)
  })

  test('shows an event that is not in the list, and says when there is none', async ({
    page,
    shop,
    request,
  }) => {
    const { orderId } = await shippedOrder(shop, await shop.createProduct())
    const [{ eventId }] = await (await request.get(`/api/events?orderId=${orderId}`)).json()
    await open(page, `/admin/events?view=failures&event=${eventId}`)
    await expect(inspector(page).getByRole('heading', { name: 'OrderShipped' })).toBeVisible()
    await open(page, '/admin/events?event=01938f00-0000-7000-8000-000000000000')
    await expect(inspector(page).getByRole('heading', { name: 'No such event' })).toBeVisible()
  })

  test('copies the JSON, and the call of the API that gives it', async ({ page, shop, context, baseURL }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const { orderId } = await shippedOrder(shop, await shop.createProduct())
    await open(page, `/admin/events?orderId=${orderId}`)
    const copied = () => page.evaluate(() => navigator.clipboard.readText())
    await page.getByRole('button', { name: 'Copy the list as curl' }).click()
    await expect
      .poll(copied)
      .toBe(`curl -H "authorization: Bearer $TINY_STORE_KEY" '${baseURL}/api/events?orderId=${orderId}'`)
    await names(page).first().click()
    await inspector(page).getByRole('button', { name: 'Copy the JSON' }).click()
    await expect.poll(async () => JSON.parse(await copied())).toMatchObject({ eventType: 'OrderShipped' })
    const eventId = new URL(page.url()).searchParams.get('event')
    await inspector(page).getByRole('button', { name: 'Copy as curl' }).click()
    await expect
      .poll(copied)
      .toBe(`curl -H "authorization: Bearer $TINY_STORE_KEY" '${baseURL}/api/events/${eventId}'`)
  })

  test('is a sheet over the list on a phone', async ({ page, shop }) => {
    await page.setViewportSize({ width: 375, height: 812 })
    const { orderId } = await shippedOrder(shop, await shop.createProduct())
    await open(page, `/admin/events?orderId=${orderId}`)
    await names(page).first().click()
    await expect(inspector(page)).toBeInViewport()
    await inspector(page).getByRole('button', { name: 'Close' }).click()
    await expect(inspector(page)).toHaveCount(0)
  })
})

test('what is shown is exported whole, as NDJSON and as CSV', async ({ page, shop }) => {
  const { orderId } = await shippedOrder(shop, await shop.createProduct())
  await open(page, `/admin/events?orderId=${orderId}&module=orders`)
  const download = async (format: RegExp) => {
    await page.getByRole('button', { name: 'Export' }).click()
    const arriving = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: format }).click()
    const file = await arriving
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
  }

  const ndjson = await download(/^NDJSON/)
  expect(ndjson.name).toMatch(/^events-.+\.ndjson$/)
  const events = ndjson.text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(events.map(({ eventType }) => eventType)).toEqual([
    'OrderPlaced',
    'OrderConfirmed',
    'OrderPaid',
    'OrderShipped',
  ])
  const csv = await download(/^CSV/)
  expect(csv.name).toMatch(/^events-.+\.csv$/)
  const [head, first, ...rest] = csv.text.trimEnd().split('\r\n')
  expect(head).toMatch(/^position,occurredAt,eventType,module,eventId/)
  expect(first).toContain('OrderPlaced,orders')
  expect(rest).toHaveLength(3)
})

import type { Page } from '@playwright/test'
import { expect, expectStatus, open, type Shop, test } from './fixtures'

/** Four tries and the waits between them. */
const UNTIL_DEAD = { timeout: 30_000 }

test.describe.configure({ timeout: 90_000 })

type Receipt = { module: string; eventType: string; status: string; attempts: number; duplicates: number }

const eventsOf = async (page: Page, orderId: string) => {
  const response = await page.request.get(`/api/events?orderId=${orderId}&order=asc`)
  return (await response.json()) as { eventType: string; eventId: string }[]
}

const typesOf = async (page: Page, orderId: string) =>
  (await eventsOf(page, orderId)).map(({ eventType }) => eventType)

/** To its end, and nothing has happened twice. */
async function expectShippedOnce(page: Page, shop: Shop, orderId: string) {
  await shop.reached(orderId, 'SHIPPED')
  const story = await typesOf(page, orderId)
  expect(story).toHaveLength(7)
  expect(new Set(story).size).toBe(7)
}

async function dead(page: Page, orderId: string, eventType: string) {
  await open(page, '/admin/dead-letters')
  const row = page
    .getByRole('table', { name: 'Dead letters' })
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: `Order ${orderId}` }) })
  const group = page.getByRole('link', {
    name: new RegExp(`Fault lab: thrown before the commit.*${eventType}`),
  })
  await expect(group).toBeVisible(UNTIL_DEAD)
  await group.click()
  await expect(row).toBeVisible(UNTIL_DEAD)
  return row
}

/** An order whose delivery of that event to the module fails four times. */
async function deadOrder(shop: Shop, module: string, eventType: string) {
  const { sku } = await shop.createProduct()
  const rule = await shop.arm({ effect: 'THROW_BEFORE_COMMIT', sku, module, eventType, uses: 4 })
  const { orderId } = await shop.placeOrder({ sku })
  return { sku, orderId, rule }
}

test('a failed try is seen on the order’s page, and so is the one that went well', async ({ page, shop }) => {
  const { sku } = await shop.createProduct()
  const rule = await shop.arm({ effect: 'THROW_BEFORE_COMMIT', sku, module: 'shipments', uses: 2 })
  const { orderId } = await shop.placeOrder({ sku })
  await open(page, `/admin/orders/${orderId}`)
  const story = page.getByRole('list', { name: 'Events of this order' })
  await expect(story).toContainText('Fault lab: thrown before the commit')
  await expectStatus(page, 'SHIPPED')
  expect(await shop.metBy(rule)).toEqual(['shipments OrderPaid 1', 'shipments OrderPaid 2'])
  await expectShippedOnce(page, shop, orderId)
})

test('a dead letter is redriven, and the order is completed', async ({ page, shop }) => {
  const { orderId } = await deadOrder(shop, 'shipments', 'OrderPaid')
  const row = await dead(page, orderId, 'OrderPaid')
  await expect(row).toContainText('Paid')
  await row.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Redrive 1' }).click()
  await expect(row).toContainText('went on')
  await expectShippedOnce(page, shop, orderId)
})

test('what is parked behind a dead letter goes on after it, in order', async ({ page, shop }) => {
  const { orderId, sku } = await deadOrder(shop, 'inventory', 'OrderPlaced')
  await dead(page, orderId, 'OrderPlaced')
  // Had inventory heard of it first, there would be nothing to let go, and the stock would be held for ever.
  await shop.cancel(orderId, 'It took too long')
  const [placed] = await eventsOf(page, orderId)
  await open(page, `/admin/dead-letters?event=${placed?.eventId}&module=inventory`)
  await expect(page.getByRole('region', { name: 'Parked behind it' })).toContainText('OrderCancelled')
  await page
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: `Order ${orderId}` }) })
    .getByRole('checkbox')
    .check()
  await page.getByRole('button', { name: 'Redrive 1' }).click()
  await expect
    .poll(() => typesOf(page, orderId))
    .toEqual(['OrderPlaced', 'OrderCancelled', 'InventoryReserved', 'InventoryReleased'])
  expect(await shop.product(sku)).toMatchObject({ availableStock: 10, reservedQuantity: 0 })
})

test('a dead letter is discarded, and what was parked goes on without it', async ({ page, shop }) => {
  const { orderId, sku } = await deadOrder(shop, 'inventory', 'OrderPlaced')
  const row = await dead(page, orderId, 'OrderPlaced')
  await shop.cancel(orderId, 'Never mind')
  await row.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Discard…' }).click()
  await page.getByLabel('Why').fill('A fault made on purpose')
  await page.getByRole('button', { name: 'Discard 1' }).click()
  await expect(row).toContainText('discarded')
  await open(page, `/admin/orders/${orderId}`)
  await expectStatus(page, 'CANCELLED')
  await expect
    .poll(async () =>
      (await receiptsOf(page, orderId)).map(({ eventType, status }) => `${eventType} ${status}`),
    )
    .toContain('OrderCancelled DONE')
  expect(await typesOf(page, orderId)).toEqual(['OrderPlaced', 'OrderCancelled'])
  expect(await shop.product(sku)).toMatchObject({ availableStock: 10, reservedQuantity: 0 })
})

async function receiptsOf(page: Page, orderId: string): Promise<Receipt[]> {
  const input = encodeURIComponent(JSON.stringify({ json: { orderId } }))
  const response = await page.request.get(`/api/trpc/events.receipts?input=${input}`)
  return (await response.json()).result.data.json
}

test('a hop that comes late holds its order up, and nothing has failed', async ({ page, shop }) => {
  const { sku } = await shop.createProduct()
  const rule = await shop.arm({ effect: 'DELAY', delayMs: 60_000, sku, module: 'shipments' })
  const { orderId } = await shop.placeOrder({ sku })
  await open(page, `/orders/${orderId}`)
  await expectStatus(page, 'PAID')
  await expect.poll(() => shop.metBy(rule)).toEqual(['shipments OrderPaid 1'])
  await shop.disarm(rule)
  await expectStatus(page, 'SHIPPED')
  for (const { attempts } of await receiptsOf(page, orderId)) expect(attempts).toBe(0)
})

test('a poke that is dropped is found by the sweep', async ({ page, shop }) => {
  const { sku } = await shop.createProduct()
  const rule = await shop.arm({ effect: 'DROP_POKE', sku, eventType: 'OrderConfirmed' })
  const { orderId } = await shop.placeOrder({ sku })
  await expectShippedOnce(page, shop, orderId)
  expect(await shop.metBy(rule)).toEqual(['OrderConfirmed'])
})

test('the provider’s lost reply makes one capture', async ({ page, shop }) => {
  const { sku } = await shop.createProduct({ price: 21.5 })
  await shop.arm({ effect: 'REPLY_LOST', sku, uses: 2 })
  const { orderId } = await shop.placeOrder({ sku })
  await expectShippedOnce(page, shop, orderId)
  await open(page, `/admin/payments?q=${orderId}`)
  await page.getByRole('link', { name: `Payment of order ${orderId}` }).click()
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByText(/captured/i).first()).toBeVisible()
  await expect(drawer).toContainText("Fault lab: the provider's reply was lost")
})

test.describe('the page', () => {
  test('adds a rule by hand, records its use with the event and the order, and removes it', async ({
    page,
    shop,
  }) => {
    const { sku } = await shop.createProduct()
    await open(page, '/admin')
    await page.getByRole('navigation', { name: 'Desk' }).getByRole('link', { name: 'Fault lab' }).click()
    const form = page.getByRole('form', { name: 'New rule' })
    await form.getByLabel('What goes wrong').selectOption('the provider does not answer')
    await form.getByLabel('Where').selectOption('payments on OrderConfirmed')
    await form.getByLabel('Only for').fill(sku)
    await form.getByLabel('Try').selectOption('1')
    await form.getByLabel('Uses').fill('2')
    await form.getByRole('button', { name: 'Arm it' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Armed' })).toBeVisible()
    const rule = page.getByRole('table', { name: 'Rules' }).getByRole('row').filter({ hasText: sku })
    await expect(rule).toContainText(/payments on OrderConfirmed.*try 1.*does not answer.*2 of 2.*Active/)

    const { orderId } = await shop.placeOrder({ sku })
    const use = page
      .getByRole('list', { name: 'Uses' })
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: `Order ${orderId}` }) })
    await expect(use).toContainText('payments, try 1: the provider does not answer')
    await expect(use).toContainText('went on')
    await expect(rule).toContainText('1 of 2')
    await shop.reached(orderId, 'SHIPPED')

    await rule.getByRole('button', { name: /^Remove the rule/ }).click()
    await expect(rule).toBeHidden()
    await expect(use, 'what it did stays on record').toBeVisible()
    await use.getByRole('link', { name: 'OrderConfirmed' }).click()
    await expect(page.getByRole('complementary', { name: 'Event' })).toContainText(orderId)
  })

  test('says beside the field what cannot be', async ({ page }) => {
    await open(page, '/admin/fault-lab')
    const form = page.getByRole('form', { name: 'New rule' })
    await form.getByLabel('Only for').fill('01938f00-0000-7000-8000-000000000000')
    await form.getByRole('button', { name: 'Arm it' }).click()
    await expect(form.getByLabel('Only for')).toHaveAccessibleDescription('Is the id of no order.')
    await form.getByLabel('Only for').fill('7F3A…C21E')
    await form.getByRole('button', { name: 'Arm it' }).click()
    await expect(form.getByLabel('Only for')).toHaveAccessibleDescription('Must be the whole id of an order.')
    await form.getByLabel('What goes wrong').selectOption('the poke is dropped')
    await expect(form.getByLabel('Try')).toBeDisabled()
  })

  test('says on every page of shop and desk that things may break', async ({ page, stories }) => {
    const banner = page.getByRole('complementary', { name: 'Fault lab' })
    for (const path of ['/', '/cart', `/orders/${stories.shipped.orderId}`, '/admin', '/nowhere']) {
      await page.goto(path)
      await expect(banner, path).toBeInViewport()
    }
    await page.mouse.wheel(0, 2_000)
    await expect(banner).toBeInViewport()
  })
})

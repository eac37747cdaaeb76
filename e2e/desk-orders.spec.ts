import type { Page } from '@playwright/test'
import { expect, expectStatus, open, orderStatus, type Shop, test } from './fixtures'

const rows = (page: Page) => page.getByRole('table', { name: 'Orders' }).getByRole('row')
const linkTo = (page: Page, orderId: string) => page.getByRole('link', { name: `Order ${orderId}` })
const story = (page: Page) => page.getByRole('list', { name: 'Events of this order' }).getByRole('listitem')
const moment = (page: Page) => page.getByRole('slider', { name: 'Moment' })

async function ordered(shop: Shop, paymentMethod: string, until: string, sku?: string) {
  const product = sku ?? (await shop.createProduct({ price: 18 })).sku
  const { orderId } = await shop.placeOrder({ sku: product, quantity: 2, paymentMethod })
  return shop.reached(orderId, until)
}

async function search(page: Page, text: string) {
  const field = page.getByRole('searchbox', { name: 'Order, customer or SKU' })
  await field.fill(text)
  await field.press('Enter')
}

test.describe('the orders', () => {
  test('are searched, narrowed and sorted, and the address remembers it', async ({ page, shop }) => {
    const { sku } = await shop.createProduct()
    const small = await shop.placeOrder({ sku })
    const large = await shop.placeOrder({ sku, quantity: 3 })
    const declined = await shop.placeOrder({ sku, quantity: 2, paymentMethod: 'pm_card_declined' })
    await shop.reached(small.orderId, 'SHIPPED')
    await shop.reached(large.orderId, 'SHIPPED')
    await shop.reached(declined.orderId, 'PAYMENT_FAILED')
    const links = () =>
      rows(page)
        .getByRole('link')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
    const inOrder = (...orders: { orderId: string }[]) =>
      orders.map(({ orderId }) => `/admin/orders/${orderId}`)

    await open(page, '/admin/orders')
    await search(page, sku.toLowerCase())
    await expect.poll(links).toEqual(inOrder(declined, large, small))
    await page.getByLabel('Sort').selectOption('smallest')
    await expect.poll(links).toEqual(inOrder(small, declined, large))

    await page.getByRole('button', { name: 'Status' }).click()
    await page.getByRole('checkbox', { name: 'Payment failed' }).click()
    await expect.poll(links).toEqual(inOrder(declined))
    await page.getByRole('checkbox', { name: 'Shipped' }).click()
    await expect(page.getByRole('button', { name: 'Status' })).toContainText('2 of 7')
    await expect.poll(links).toEqual(inOrder(small, declined, large))
    await page.keyboard.press('Escape')

    await page.reload()
    await expect.poll(links).toEqual(inOrder(small, declined, large))
    await page.getByLabel('To', { exact: true }).fill('2020-01-31')
    await page.getByLabel('To', { exact: true }).press('Enter')
    await expect(page.getByText('No order fits')).toBeVisible()
    await page.getByRole('button', { name: 'Clear' }).click()
    await expect(page).toHaveURL('/admin/orders')
    await expect(page.getByRole('button', { name: 'Status' })).toContainText('all')
    // The newest, whoever placed them.
    await expect(rows(page).getByRole('link').first()).toBeVisible()
  })

  test('are found by the short id that the desk shows, with the dots or without', async ({ page, shop }) => {
    const { orderId } = await ordered(shop, 'pm_card_visa', 'SHIPPED')
    await open(page, `/admin/orders?q=${orderId}`)
    const shown = (await linkTo(page, orderId).textContent()) ?? ''
    expect(shown).toMatch(/^[0-9A-F]{4}…[0-9A-F]{4}$/)
    for (const text of [shown, shown.replace('…', ''), orderId]) {
      await search(page, text)
      await expect(page).toHaveURL((url) => url.searchParams.get('q') === text)
      await expect(rows(page)).toHaveCount(1 + 1)
      await expect(linkTo(page, orderId)).toBeVisible()
    }
  })

  test('are paged, and back from an order is the same page at the same place', async ({ page, shop }) => {
    const { sku } = await shop.createProduct({ stockQuantity: 100 })
    const placed = []
    for (let n = 0; n < 30; n++) placed.push(await shop.placeOrder({ sku }))
    await open(page, `/admin/orders?q=${sku}&sort=oldest`)
    await expect(rows(page)).toHaveCount(1 + 25)
    const far = placed[24]?.orderId ?? ''
    await linkTo(page, far).scrollIntoViewIfNeeded()
    const scrolled = await page.evaluate(() => window.scrollY)
    expect(scrolled).toBeGreaterThan(0)
    await linkTo(page, far).click()
    await expectStatus(page, 'SHIPPED')
    await page.getByRole('link', { name: 'Back to Orders' }).click()
    await expect(page).toHaveURL(`/admin/orders?q=${sku}&sort=oldest`)
    await expect(linkTo(page, far)).toBeInViewport()
    expect(await page.evaluate(() => window.scrollY)).toBe(scrolled)

    await page.getByRole('link', { name: 'Newer' }).click()
    await expect(rows(page)).toHaveCount(1 + 5)
    await expect(linkTo(page, placed[29]?.orderId ?? '')).toBeVisible()
    await page.getByRole('link', { name: 'Oldest' }).click()
    await expect(rows(page)).toHaveCount(1 + 25)
  })

  test('of an address written by hand are shown without what cannot be', async ({ page, stories }) => {
    await open(page, '/admin/orders?status=LOST&from=yesterday&sort=cheapest&q=grace&cursor=1')
    await expect(page.getByRole('status').filter({ hasText: 'Left out' })).toContainText(
      'status, from, sort and cursor',
    )
    await expect(linkTo(page, stories.shipped.orderId)).toBeVisible()
  })
})

test.describe('the black box', () => {
  test('tells seven events, each with its cause and how it was taken', async ({ page, shop }) => {
    const product = await shop.createProduct({ price: 18 })
    const { orderId, trackingNumber } = await ordered(shop, 'pm_card_visa', 'SHIPPED', product.sku)
    await open(page, `/admin/orders/${orderId}`)

    await expectStatus(page, 'SHIPPED')
    await expect(story(page)).toContainText([
      /OrderPlaced.*orders.*inventory, 1 try.*command.*€36\.00/,
      /InventoryReserved.*inventory.*orders, 1 try.*because of OrderPlaced.*2 × E2E-/,
      /OrderConfirmed.*orders.*payments, 1 try.*because of InventoryReserved/,
      /PaymentProcessed.*payments.*orders, 1 try.*because of OrderConfirmed/,
      /OrderPaid.*orders.*shipments, 1 try.*because of PaymentProcessed/,
      /ShipmentCreated.*shipments.*orders, 1 try.*because of OrderPaid/,
      /OrderShipped.*orders.*shipments, 1 try.*because of ShipmentCreated/,
    ])
    await expect(story(page)).toHaveCount(7)
    await expect(page.getByRole('region', { name: 'Address and ids' })).toContainText(String(trackingNumber))
    await expect(page.getByRole('region', { name: 'Lines' })).toContainText(product.name)
    const payment = page.getByRole('region', { name: 'Payment', exact: true })
    await expect(payment.getByRole('list', { name: 'The provider’s books' })).toContainText(
      /Captured ch_\d+.*€36\.00/,
    )

    await page.getByRole('button', { name: 'OrderPlaced' }).click()
    await expect(page).toHaveURL(/\?at=1$/)
    const placed = page.getByRole('region', { name: 'OrderPlaced' })
    await placed.getByText('JSON').click()
    await expect(placed).toContainText(`"orderId": "${orderId}"`)
    await expect(placed.getByRole('link', { name: 'In the event log' })).toHaveAttribute('href', /\?event=/)
  })

  test('of a retried charge shows every try and every wait', async ({ page, shop }) => {
    const { orderId } = await ordered(shop, 'pm_card_flaky', 'SHIPPED')
    await open(page, `/admin/orders/${orderId}`)
    await expect(story(page)).toContainText([
      /OrderPlaced/,
      /InventoryReserved/,
      /OrderConfirmed.*payments, 3 tries/,
      /payments: Try 1: The payment provider answered 500.*waits/,
      /payments: Try 2: The payment provider answered 500.*waits/,
      /payments: Try 3: done/,
      /PaymentProcessed/,
    ])
    const diagram = page.getByRole('region', { name: 'What really happened' })
    await expect(diagram).toContainText('2 retries')
    await expect(diagram.getByRole('list', { name: 'The diagram in words' })).toContainText(
      'payments: Try 3: done',
    )
  })

  test('of a cancel that raced a charge shows it parked, released at once, and refunded', async ({
    page,
    shop,
  }) => {
    const { orderId } = await ordered(shop, 'pm_card_slow', 'CONFIRMED')
    await open(page, `/admin/orders/${orderId}`)
    await page.getByRole('button', { name: 'Cancel this order…' }).click()
    await page.getByLabel('Why').fill('The address is wrong')
    await page.getByRole('button', { name: 'Cancel the order' }).click()

    await expectStatus(page, 'CANCELLED')
    const cancelled = story(page).filter({ hasText: 'The address is wrong' })
    await expect(cancelled).toContainText('payments, parked behind OrderConfirmed')
    await expect(story(page).filter({ hasText: 'PaymentRefunded' })).toContainText(
      'because of OrderCancelled',
    )
    await expect(page.getByRole('region', { name: 'State of orders' })).toContainText('bydesk')
    await expect(cancelled).toContainText('shipments, ignored: there is no shipment')
    await expect(cancelled).toContainText(/payments, parked .* behind OrderConfirmed, 1 try/)
    await expect(story(page).filter({ hasText: 'PaymentProcessed' })).toContainText(
      'orders, ignored: the order is CANCELLED',
    )
    await expect(story(page).filter({ hasText: 'InventoryReleased' })).toContainText('nobody reacts')
    await expect(page.getByRole('region', { name: 'Payment', exact: true })).toContainText('Kept€0.00')
    await expect(orderStatus(page)).toHaveText('Cancelled')
  })

  test('of a dead charge leads to its dead letter', async ({ page, shop }) => {
    const { orderId } = await ordered(shop, 'pm_card_down', 'CONFIRMED')
    await open(page, `/admin/orders/${orderId}`)
    await expect(story(page).filter({ hasText: /payments: Try 1/ })).toBeVisible()
    await expect(page.getByRole('link', { name: 'payments, dead after 4 tries' })).toHaveAttribute(
      'href',
      /\/admin\/dead-letters\?event=[\w-]+&module=payments/,
      { timeout: 30_000 },
    )
    await expect(story(page).filter({ hasText: /payments: Try 4/ })).toBeVisible()
  })

  test('goes through time by keyboard, and says what each event changed', async ({ page, shop }) => {
    const { orderId } = await ordered(shop, 'pm_card_visa', 'SHIPPED')
    await open(page, `/admin/orders/${orderId}?at=3`)
    await expect(moment(page)).toHaveAttribute('aria-valuetext', '3 of 7, OrderConfirmed')
    const payments = page.getByRole('region', { name: 'State of payments' })
    await expect(payments.getByRole('term')).toHaveText(['+status', '+due', '+captured'])

    await moment(page).focus()
    await page.keyboard.press('ArrowRight')
    await expect(moment(page)).toHaveAttribute('aria-valuetext', '4 of 7, PaymentProcessed')
    await expect(payments.getByRole('term')).toHaveText([
      '−status',
      '+status',
      'due',
      '−captured',
      '+captured',
      '+id',
    ])
    await expect(payments.getByRole('definition')).toContainText([
      'CHARGING',
      'CAPTURED',
      '€36.00',
      '€0.00',
      '€36.00',
    ])
    await expect(story(page).nth(3).getByRole('button')).toHaveAttribute('aria-current', 'step')
    await page.keyboard.press('Home')
    await expect(payments).toContainText('nothing yet')
    await expect(page).toHaveURL(/at=1$/)

    await page.getByRole('button', { name: 'Play' }).click()
    await expect(moment(page)).toHaveAttribute('aria-valuetext', '7 of 7, OrderShipped')
    await expect(page.getByRole('button', { name: 'Play' })).toBeVisible()
    await expect(page).toHaveURL(`/admin/orders/${orderId}`)
  })

  test('takes a note into the story of any order', async ({ page, stories }) => {
    await open(page, `/admin/orders/${stories.rejected.orderId}`)
    const note = `Rang the customer at ${Date.now()}`
    await page.getByLabel('For those who look at this order later').fill(note)
    await page.getByRole('button', { name: 'Add note' }).click()
    await expect(page.getByText('In the timeline')).toBeVisible()
    await expect(story(page).filter({ hasText: note })).toContainText(
      /OrderNoteAdded.*orders.*nobody reacts.*command/,
    )
    await expectStatus(page, 'REJECTED')
    await expect(page.getByLabel('For those who look at this order later')).toHaveValue('')
  })
})

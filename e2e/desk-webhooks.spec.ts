import type { Page } from '@playwright/test'
import { Webhook } from 'standardwebhooks'
import { expect, open, type Shop, test } from './fixtures'
import { aReceiver } from './receiver'

/** What the desk shows of telling an order's event. Other tests have orders, too. */
const rowOf = (page: Page, orderId: string) =>
  page
    .getByRole('table', { name: 'Deliveries' })
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: `Order ${orderId}` }) })

async function shippedOrder(shop: Shop) {
  const { sku } = await shop.createProduct()
  const { orderId } = await shop.placeOrder({ sku })
  await shop.reached(orderId, 'SHIPPED')
  return orderId
}

test('an endpoint is made, told of an order, fails, is sent to again, paused and deleted', async ({
  page,
  shop,
}) => {
  let code = 200
  const receiver = await aReceiver(() => code)
  const name = `Parcels ${Date.now()}`
  await open(page, '/admin/webhooks')
  await page.getByRole('button', { name: 'New endpoint' }).first().click()
  const form = page.getByRole('form', { name: 'New endpoint' })
  await form.getByLabel('Name').fill(name)
  await form.getByLabel('Events', { exact: true }).fill('Ordr* OrderShipped')
  await expect(form.getByText('No event fits Ordr*.')).toBeVisible()
  await form.getByLabel('Events', { exact: true }).fill('OrderShipped')
  await expect(form.getByText('1 event of 23')).toBeVisible()
  await form.getByLabel('URL').fill(receiver.url)
  await form.getByRole('button', { name: 'Make the endpoint' }).click()

  const once = page.getByRole('dialog', { name: `Give ${name} this secret` })
  const secret = (await once.locator('code').first().textContent()) ?? ''
  expect(secret).toMatch(/^whsec_/)
  await once.getByLabel('I have put it somewhere safe').check()
  await once.getByRole('button', { name: 'Close' }).click()
  // Or what another test shipped in this moment.
  const deliveries = page.getByRole('table', { name: 'Deliveries' })
  await expect(page.getByText('Nothing was sent yet').or(deliveries).first()).toBeVisible()

  await test.step('it is told, and the signature holds', async () => {
    const orderId = await shippedOrder(shop)
    await expect(rowOf(page, orderId)).toContainText(/OrderShipped.*200 in/)
    const told = receiver.told.find((each) => each.orderId === orderId)
    expect(new Webhook(secret).verify(told?.body ?? '', told?.headers ?? {})).toMatchObject({
      type: 'OrderShipped',
    })
  })

  await test.step('it fails, each try is shown, and it can be sent again', async () => {
    code = 503
    const orderId = await shippedOrder(shop)
    const row = rowOf(page, orderId)
    await expect(row).toContainText('503, again')
    await row.getByRole('button', { name: 'OrderShipped', exact: true }).click()
    await expect(page.getByRole('list', { name: 'Tries' })).toContainText(/Try 1.*503 in.*“so it is”/)
    await page.getByRole('link', { name: 'Not arrived' }).click()
    await expect(row).toBeVisible()
    code = 200
    await row.getByRole('button', { name: /^Resend OrderShipped/ }).click()
    await expect(row).toHaveCount(0)
    await page.getByRole('link', { name: 'All', exact: true }).click()
    await expect(row).toContainText(/200 in .*, sent again by/)
  })

  await test.step('it can be tested, paused, resumed and deleted', async () => {
    await page.getByRole('button', { name: 'Send a test' }).click()
    await expect(page.getByText('The test arrived: 200 in')).toBeVisible()
    await page.getByRole('button', { name: 'Pause' }).click()
    await expect(page.getByText(/^Paused since/).first()).toBeVisible()
    await page.getByRole('button', { name: 'Resume' }).click()
    await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
    await page.getByRole('button', { name: 'Delete…' }).click()
    await page.getByRole('button', { name: 'Delete it' }).click()
    await expect(page.getByRole('link', { name })).toHaveCount(0)
  })
  receiver.close()
})

import type { Page } from '@playwright/test'
import { expect, open, test } from './fixtures'

const rows = (page: Page) => page.getByRole('table', { name: 'Payments' }).getByRole('row')
const drawer = (page: Page) => page.getByRole('dialog')

test('a payment is found by its order, and shows both books and every try', async ({ page, shop }) => {
  const { sku } = await shop.createProduct({ price: 40 })
  const { orderId } = await shop.placeOrder({ sku, paymentMethod: 'pm_card_flaky' })
  await shop.reached(orderId, 'SHIPPED')
  await open(page, '/admin/payments')
  await page.getByRole('searchbox', { name: 'Order, payment or reference' }).fill(orderId)
  await page.getByRole('searchbox', { name: 'Order, payment or reference' }).press('Enter')
  await expect(rows(page)).toHaveCount(1 + 1)
  await page.getByRole('link', { name: `Payment of order ${orderId}` }).click()

  await expect(drawer(page)).toHaveAccessibleName(/Payment of €40\.00.*Captured/)
  const figures = (name: string) =>
    drawer(page).getByRole('term').filter({ hasText: name }).locator('..').getByRole('definition')
  await expect(figures('Kept')).toHaveText('€40.00')
  const steps = drawer(page).getByRole('list', { name: 'How it went' }).getByRole('listitem')
  await expect(steps).toContainText([
    'Charge intended',
    'Answered with a fault',
    'Try 1 failed, next in',
    'Answered with a fault',
    'Try 2 failed, next in',
    /Captured.*€40\.00/,
    'PaymentProcessed',
  ])
  await expect(drawer(page).getByText('1 capture, 0 refunds')).toBeVisible()
  await expect(drawer(page).getByRole('region', { name: 'Tries' })).toContainText(
    /OrderConfirmed.*done in 3 tries/,
  )
  await expect(drawer(page).getByRole('link', { name: 'Open the order' })).toHaveAttribute(
    'href',
    `/admin/orders/${orderId}`,
  )
})

test('a refunded payment keeps nothing', async ({ page, shop }) => {
  const { sku } = await shop.createProduct({ price: 100 })
  const { orderId } = await shop.placeOrder({ sku, paymentMethod: 'pm_card_slow' })
  await shop.reached(orderId, 'CONFIRMED')
  await shop.cancel(orderId, 'Ordered the wrong colour')
  await open(page, `/admin/payments?q=${orderId}`)
  await page.getByRole('link', { name: `Payment of order ${orderId}` }).click()

  // However far it was when the page was opened: it says by itself what happens.
  await expect(drawer(page)).toHaveAccessibleName(/Refunded/)
  await expect(drawer(page).getByText('€0.00')).toBeVisible()
  await expect(drawer(page).getByText('1 capture, 1 refund')).toBeVisible()
  await expect(rows(page).last()).toContainText('Refunded')
})

test('payments are narrowed by status and method and sorted by amount, in the address', async ({
  page,
  shop,
}) => {
  const { sku } = await shop.createProduct({ price: 9_999 })
  const { orderId } = await shop.placeOrder({ sku, paymentMethod: 'pm_card_insufficient_funds' })
  await shop.reached(orderId, 'PAYMENT_FAILED')
  await open(page, '/admin/payments')
  await page.getByLabel('Status').selectOption({ label: 'Declined' })
  await page.getByLabel('Paid with').selectOption('pm_card_insufficient_funds')
  await page.getByLabel('Sort').selectOption('largest')
  await expect(page).toHaveURL(/status=FAILED&method=pm_card_insufficient_funds&sort=largest/)
  await expect(rows(page).nth(1)).toContainText(/Declined.*insufficient funds.*€9,999\.00/)
})

test('going back takes a filter off, and the next change goes on from there', async ({ page }) => {
  await open(page, '/admin/payments')
  await page.getByLabel('Status').selectOption('FAILED')
  await expect(page).toHaveURL(/payments\?status=FAILED$/)
  await page.getByLabel('Paid with').selectOption('pm_card_declined')
  await expect(page).toHaveURL(/payments\?status=FAILED&method=pm_card_declined$/)
  await page.goBack()
  await expect(page.getByLabel('Paid with')).toHaveValue('')
  await page.getByLabel('Sort').selectOption('largest')
  await expect(page).toHaveURL(/payments\?status=FAILED&sort=largest$/)
  await page.getByRole('button', { name: 'Clear' }).click()
  await expect(page).toHaveURL(/payments$/)
})

test('an address that asks for what cannot be says so', async ({ page }) => {
  await open(page, '/admin/payments?status=STOLEN&payment=none&method=pm_card_visa')
  await expect(page.getByText('Left out, because the address says something that cannot be')).toContainText(
    'status and payment',
  )
  await expect(page.getByLabel('Paid with')).toHaveValue('pm_card_visa')
})

import { buy, expect, expectStatus, orderStatus, type Product, type Shop, test } from './fixtures'
import { fromOurPage } from './way-in'

/** The bank has taken the money, and the order does not hear of it before the rule is disarmed. */
const holdPayment = (shop: Shop, { sku }: Product) =>
  shop.arm({ effect: 'DELAY', delayMs: 60_000, sku, eventType: 'PaymentProcessed' })

test('in time: the stock goes back, and so does the money', async ({ page, shop }) => {
  const product = await shop.createProduct({ price: 21.5 })
  const payment = await holdPayment(shop, product)
  await buy(page, product, { quantity: 2 })
  await expectStatus(page, 'CONFIRMED')
  await expect.poll(() => shop.metBy(payment)).toEqual(['orders PaymentProcessed 1'])

  await page.getByRole('button', { name: 'Cancel this order' }).click()
  const question = page.getByRole('dialog', { name: 'Cancel this order?' })
  await question.getByRole('button', { name: 'Keep it' }).click()
  await expect(question).toBeHidden()
  await page.getByRole('button', { name: 'Cancel this order' }).click()
  await question.getByRole('button', { name: 'Yes, cancel it' }).click()

  await expectStatus(page, 'CANCELLED')
  await shop.disarm(payment)
  await expect(page.getByText('Everything is back on the shelf')).toBeVisible()
  expect(await shop.product(product.sku)).toMatchObject({ availableStock: 10 })
  // The bank has taken the money first, and then it comes back.
  await expect(orderStatus(page)).toContainText('Cancelled, and your money is back.')
  await expect(page.getByRole('listitem').filter({ hasText: '€43.00 is back on your card' })).toBeVisible()
  await expect(page.getByRole('complementary', { name: 'Your order' })).toContainText('Returned€43.00')

  await page.getByRole('button', { name: 'Put it in the cart again' }).click()
  await expect(page.getByRole('textbox', { name: `Quantity of ${product.name}` })).toHaveValue('2')
})

test('too late: the parcel was faster, and the page says so', async ({ page, shop }) => {
  const product = await shop.createProduct()
  const payment = await holdPayment(shop, product)
  const orderId = await buy(page, product)
  await expectStatus(page, 'CONFIRMED')
  // The request to cancel is on its way for so long that the order ships before it arrives.
  await page.route(/orders\.cancel/, async (route) => {
    await shop.disarm(payment)
    await shop.reached(orderId, 'SHIPPED')
    await route.continue()
  })
  await page.getByRole('button', { name: 'Cancel this order' }).click()
  const answered = page.waitForResponse(/orders\.cancel/)
  await page.getByRole('button', { name: 'Yes, cancel it' }).click()
  await answered

  await expect(page.getByRole('alert').filter({ hasText: 'too late' })).toHaveText(
    'It was too late to cancel: the order has gone on in the meantime.',
  )
  await expectStatus(page, 'SHIPPED')
  await expect(page.getByRole('button', { name: 'Cancel this order' })).toBeHidden()
})

test('once it is packed there is nothing to press', async ({ page, shop }) => {
  const orderId = await buy(page, await shop.createProduct())
  await expectStatus(page, 'SHIPPED')

  await expect(page.getByText('It is packed and labelled, so it can no longer be cancelled.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Cancel this order' })).toBeHidden()
  const refused = await page.request.post(`/api/orders/${orderId}/cancel`, { headers: fromOurPage })
  expect(refused.status()).toBe(409)
  expect((await refused.json()).detail).toContain('SHIPPED')
})

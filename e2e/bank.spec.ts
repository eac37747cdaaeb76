import { buy, expect, expectStatus, orderStatus, test } from './fixtures'

test('a bank that stumbles: each try is told, and the third gets through', async ({ page, shop }) => {
  await buy(page, await shop.createProduct(), { method: 'Stumbling bank' })

  await expect(orderStatus(page)).toContainText('Your bank is slow to answer.')
  const step = page.getByRole('listitem').filter({ hasText: 'Payment attempt' })
  await expect(step).toContainText(/Payment attempt 2 of 4, next in [123] s/)
  const meter = page.getByRole('img', { name: /^Attempt 1: no answer, Attempt 2: no answer/ })
  await expect(meter).toHaveAccessibleName(/Attempt 3: (in \d s|now), Attempt 4: if needed$/)
  await expect(page.getByText('€0.00 so far')).toBeVisible()

  await expectStatus(page, 'SHIPPED')
  await expect(meter).toBeHidden()
  await expect(page.getByText('Your payment went through')).toBeVisible()
})

test('a bank that never answers: people take over, and cancelling is still free', async ({ page, shop }) => {
  const product = await shop.createProduct()
  const orderId = await buy(page, product, { method: 'Bank out of reach' })

  await expect(page.getByRole('heading', { name: 'Your bank does not answer.' })).toBeVisible({
    timeout: 30_000,
  })
  await expectStatus(page, 'CONFIRMED')
  await expect(page.getByText('We are looking into the payment').last()).toBeVisible()
  await expect(page.getByRole('img', { name: /Attempt 4: no answer$/ })).toBeVisible()

  await page.getByRole('button', { name: 'Cancel this order' }).click()
  await page.getByRole('button', { name: 'Yes, cancel it' }).click()
  await expectStatus(page, 'CANCELLED')
  await expect(orderStatus(page)).toContainText('we look into it ourselves')
  await expect(page.getByText('Everything is back on the shelf')).toBeVisible()
  expect(await shop.order(orderId)).toMatchObject({ status: 'CANCELLED' })
  expect(await shop.product(product.sku)).toMatchObject({ availableStock: 10 })
})

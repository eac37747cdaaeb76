import { buy, expect, open, test } from './fixtures'

test('the orders of this browser move by themselves, in the words of a customer', async ({ page, shop }) => {
  const product = await shop.createProduct()
  const orderId = await buy(page, product, { method: 'Slow bank' })
  await page.getByRole('link', { name: 'Your orders' }).click()

  const row = page.getByRole('link', { name: product.name })
  await expect(row).toContainText('Waiting for your bank')
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  await expect(row).toContainText('Ready to go')
  await expect(page.getByText('Live', { exact: true })).toBeHidden()
  await shop.dispatch(await shop.order(orderId))
  await page.reload()
  await expect(row).toContainText('On its way')
})

test('what cannot be loaded says so, and can be asked again', async ({ page, shop }) => {
  const product = await shop.createProduct()
  await buy(page, product)
  await page.route(/orders\.byId/, (route) => route.abort())
  await open(page, '/orders')
  await expect(page.getByText('We could not load this order.')).toBeVisible()

  await page.unroute(/orders\.byId/)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('link', { name: product.name })).toContainText('Ready to go')
})

test('the list is forgotten after one question, and the order is not', async ({ page, shop }) => {
  const product = await shop.createProduct()
  const orderId = await buy(page, product)
  await open(page, '/orders')
  await page.getByRole('button', { name: 'Forget these orders…' }).click()
  await page.getByRole('button', { name: 'Keep the list' }).click()
  await expect(page.getByRole('link', { name: product.name })).toBeVisible()
  await page.getByRole('button', { name: 'Forget these orders…' }).click()
  await page.getByRole('button', { name: 'Forget them' }).click()

  await expect(page.getByText('No orders yet')).toBeVisible()
  await page.reload()
  await expect(page.getByText('No orders yet')).toBeVisible()
  expect(await shop.order(orderId)).toMatchObject({ orderId })
})

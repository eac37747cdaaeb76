import { address, buy, expect, open, test } from './fixtures'
import { fromOurPage } from './way-in'

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

test('older ones come when they are asked for; what cannot be loaded says so', async ({ page, shop }) => {
  const product = await shop.createProduct({ stockQuantity: 20 })
  await buy(page, product, { quantity: 2 })
  // As this browser, with its cookie.
  for (let count = 0; count < 10; count++) {
    await page.request.post('/api/orders', {
      data: { items: [{ sku: product.sku, quantity: 1 }], shippingAddress: address },
      headers: fromOurPage,
    })
  }
  await open(page, '/orders')
  const rows = page.getByRole('link', { name: product.name })
  await expect(rows).toHaveCount(10)
  await expect(page.getByText('Live', { exact: true })).toBeHidden()
  await page.route(/orders\.mine/, (route) => route.abort())
  await page.getByRole('button', { name: 'Show older ones' }).click()
  await expect(page.getByText('We could not load them.')).toBeVisible()

  await page.unroute(/orders\.mine/)
  await page.getByRole('button', { name: 'Show older ones' }).click()
  await expect(rows).toHaveCount(11)
  await expect(page.getByRole('link', { name: `2 × ${product.name}` })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Show older ones' })).toBeHidden()
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
  await open(page, `/orders/${orderId}`)
  await expect(page.getByText('This browser did not place this order')).toBeVisible()
})

import { buy, expect, expectStatus, fillAddress, open, pay, test } from './fixtures'

test('from the shelf to the parcel, with a cart that survives a reload', async ({ page, shop }) => {
  const { sku, name } = await shop.createProduct({ category: 'Table', price: 18 })

  await open(page, '/')
  await page.getByRole('navigation', { name: 'Categories' }).getByRole('link', { name: 'Table' }).click()
  await expect(page).toHaveURL(/category=Table/)
  await page.getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page).toHaveTitle(`${name} · Tiny Store`)
  await page.getByRole('button', { name: 'One more' }).click()
  await page.getByRole('button', { name: 'Add to cart €36.00' }).click()
  await expect(page.getByText(`2 × ${name} added, 2 in your cart.`)).toBeVisible()

  await page.getByRole('dialog').getByRole('link', { name: 'See the cart as a page' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Your cart' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('textbox', { name: `Quantity of ${name}` })).toHaveValue('2')
  await expect(page.getByRole('complementary', { name: 'Total' })).toContainText('Total€36.00')

  await page.getByRole('link', { name: 'Go to checkout' }).click()
  await fillAddress(page)
  await expect(page.getByRole('button', { name: 'Pay €36.00' })).toBeVisible()
  const orderId = await pay(page)

  await expectStatus(page, 'SHIPPED')
  await expect(page.getByRole('heading', { name: 'Packed and ready to go.' })).toBeVisible()
  const { trackingNumber } = await shop.order(orderId)
  await expect(page.getByTestId('tracking-number')).toHaveText(String(trackingNumber))
  await expect(page.getByRole('complementary', { name: 'Your order' })).toContainText(`${name}€36.00`)
  await expect(page.getByRole('link', { name: 'Cart, empty' })).toBeVisible()

  await page.getByRole('link', { name: 'Your orders' }).click()
  const row = page.getByRole('link', { name: `2 × ${name}` })
  await expect(row).toContainText('Ready to go')
  await expect(row).toContainText('€36.00')
  await row.click()
  await expect(page).toHaveURL(`/orders/${orderId}`)
  expect(await shop.product(sku)).toMatchObject({ stockQuantity: 10, reservedQuantity: 2 })
})

test('the order page moves by itself, from the bank to the doorstep', async ({ page, shop }) => {
  const product = await shop.createProduct()
  const orderId = await buy(page, product, { method: 'Slow bank' })
  let loads = 0
  page.on('load', () => {
    loads += 1
  })

  await expectStatus(page, 'CONFIRMED')
  await expect(page.getByRole('heading', { name: 'Set aside. Now the payment.' })).toBeVisible()
  await expect(page.getByText('Live, this page moves by itself')).toBeVisible()
  await expectStatus(page, 'SHIPPED')
  const order = await shop.order(orderId)
  await shop.dispatch(order)
  await expect(page.getByRole('heading', { name: 'It is on its way.' })).toBeVisible()
  await shop.deliver(order)
  await expect(page.getByRole('heading', { name: 'It has arrived.' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Delivered' })).toBeVisible()
  expect(loads, 'nobody reloaded the page').toBe(0)
})

test('nothing can be bought that is not there', async ({ page, shop }) => {
  const { sku, name } = await shop.createProduct({ stockQuantity: 0 })

  await open(page, '/')
  await expect(page.getByRole('link', { name })).toContainText('Sold out')
  await open(page, `/products/${sku}`)
  await expect(page.getByRole('button', { name: 'Sold out' })).toBeDisabled()
})

import { expect, open, putInCart, test } from './fixtures'

test('the cart opens over the page, by its button and after adding', async ({ page, shop }) => {
  const { sku, name } = await shop.createProduct({ price: 18 })
  await open(page, `/products/${sku}`)
  await page.getByRole('button', { name: 'Add to cart' }).click()
  const sheet = page.getByRole('dialog', { name: 'Your cart' })
  await expect(sheet).toContainText(`${name}€18.00`)
  await expect(sheet.getByRole('button', { name: 'Close the cart' })).toBeFocused()
  await sheet.getByRole('button', { name: 'One more' }).click()
  await expect(sheet).toContainText('Total€36.00')
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(page).toHaveURL(`/products/${sku}`)

  const door = page.getByRole('link', { name: 'Cart, 2 items' })
  await door.click()
  await expect(sheet).toBeVisible()
  await page.mouse.click(20, 400)
  await expect(sheet).toBeHidden()
  await expect(door).toBeFocused()

  await door.click()
  await sheet.getByRole('button', { name: `Remove ${name}` }).click()
  await expect(sheet.getByText('Nothing in it yet')).toBeVisible()
  await sheet.getByRole('link', { name: 'See what we have' }).click()
  await expect(page).toHaveURL('/')
  await expect(sheet).toBeHidden()
})

test('two tabs have one cart', async ({ page, context, shop }) => {
  const product = await shop.createProduct({ price: 18 })
  const other = await context.newPage()
  await open(other, '/cart')
  await expect(other.getByText('Nothing in it yet')).toBeVisible()

  await putInCart(page, product, 2)
  await expect(other.getByRole('complementary', { name: 'Total' })).toContainText('Total€36.00')
  await expect(other.getByRole('link', { name: 'Cart, 2 items' })).toBeVisible()
  await other.getByRole('button', { name: `Remove ${product.name}` }).click()
  await expect(page.getByText('Nothing in it yet')).toBeVisible()
  await other.close()
})

for (const [where, path] of [
  ['sheet', '/'],
  ['page', '/cart'],
] as const) {
  test(`the cart as a ${where} asks once more before the checkout, and says what has changed`, async ({
    page,
    shop,
  }) => {
    const product = await shop.createProduct({ price: 18, stockQuantity: 5 })
    await putInCart(page, product, 3)
    await open(page, path)
    if (where === 'sheet') await page.getByRole('link', { name: 'Cart, 3 items' }).click()
    const goOn = page.getByRole('link', { name: 'Go to checkout' })
    await expect(goOn).toBeVisible()

    await shop.changeProduct(product.sku, { price: 20, stockQuantity: 2 })
    await goOn.click()
    await expect(page.getByText('Something has changed since. Have a look, then go on.')).toBeVisible()
    await expect(page.getByText(`The ${product.name} now costs €20.00, it was €18.00.`)).toBeVisible()
    await expect(page.getByText(`You wanted 3 of the ${product.name}, and 2 are left`)).toBeVisible()
    await goOn.click()
    await expect(page.getByRole('button', { name: 'Pay €40.00' })).toBeVisible()
  })
}

test('the sheet says when it cannot look up the cart, and tries again', async ({ page, shop }) => {
  await putInCart(page, await shop.createProduct())
  await page.route(/catalogue\.list/, (route) => route.abort())
  await open(page, '/')
  await page.getByRole('link', { name: 'Cart, 1 item' }).click()
  await expect(page.getByText('We could not look up what is in your cart just now.')).toBeVisible()
  await page.unroute(/catalogue\.list/)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('dialog')).toContainText('Total€18.00')
})

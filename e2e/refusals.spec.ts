import {
  buy,
  expect,
  expectStatus,
  fillAddress,
  goToCheckout,
  open,
  orderStatus,
  pay,
  putInCart,
  test,
} from './fixtures'

test.describe('out of stock', () => {
  test('somebody was faster: says what is left, and the way back sells that', async ({ page, shop }) => {
    const product = await shop.createProduct({ stockQuantity: 3 })
    await putInCart(page, product, 2)
    await goToCheckout(page)
    await fillAddress(page)
    const other = await shop.placeOrder({ sku: product.sku, quantity: 2 })
    await shop.reached(other.orderId, 'SHIPPED')
    await pay(page)

    await expectStatus(page, 'REJECTED')
    await expect(orderStatus(page)).toContainText('We do not have all of it.')
    await expect(orderStatus(page)).toContainText('nothing was charged')
    await expect(page.getByRole('listitem').filter({ hasText: '2 asked for' })).toContainText('1 left')

    await page.getByRole('button', { name: 'Change the cart' }).click()
    await expect(page).toHaveURL('/cart')
    await expect(
      page.getByText(`You wanted 2 of the ${product.name}, and one is left, so we count 1.`),
    ).toBeVisible()
    await page.getByRole('link', { name: 'Go to checkout' }).click()
    await expect(page.getByLabel('Full name')).toHaveValue('A. Customer')
    await pay(page)
    await expectStatus(page, 'SHIPPED')
  })

  test('the last one is gone: nothing is left to order, and the cart says so', async ({ page, shop }) => {
    const product = await shop.createProduct({ stockQuantity: 1 })
    await putInCart(page, product)
    await goToCheckout(page)
    await fillAddress(page)
    await shop.reached((await shop.placeOrder({ sku: product.sku })).orderId, 'SHIPPED')
    await pay(page)

    await expectStatus(page, 'REJECTED')
    await expect(page.getByRole('heading', { name: 'It has sold out.' })).toBeVisible()
    await page.getByRole('button', { name: 'Change the cart' }).click()
    await expect(page.getByText(`The ${product.name} has sold out since.`)).toBeVisible()
    await expect(page.getByText('There is nothing to order at the moment.')).toBeVisible()
    await page.getByRole('button', { name: `Remove ${product.name}` }).click()
    await expect(page.getByText('Nothing in it yet')).toBeVisible()
  })
})

test.describe('the card is refused', () => {
  for (const [method, why] of [
    ['Declined card', 'Your bank said no to this card.'],
    ['Empty card', 'There was not enough money on this card.'],
  ] as const) {
    test(`${method}: says why, and another card gets through`, async ({ page, shop }) => {
      const product = await shop.createProduct()
      await buy(page, product, { quantity: 2, method })

      await expectStatus(page, 'PAYMENT_FAILED')
      await expect(orderStatus(page)).toContainText('We could not charge your card.')
      await expect(orderStatus(page)).toContainText(why)
      await expect(page.getByText('Everything is back on the shelf')).toBeVisible()
      expect(await shop.product(product.sku)).toMatchObject({ availableStock: 10 })

      await page.getByRole('button', { name: 'Try again' }).click()
      await expect(page).toHaveURL('/checkout')
      await expect(page.getByLabel('Street and number')).toHaveValue('14 Example Street')
      await expect(page.getByRole('button', { name: 'Pay €36.00' })).toBeVisible()
      await pay(page)
      await expectStatus(page, 'SHIPPED')
    })
  }
})

test.describe('the checkout', () => {
  test.beforeEach(async ({ page, shop }) => {
    await putInCart(page, await shop.createProduct())
    await goToCheckout(page)
  })

  test('names each empty field beside it, and leads to the first', async ({ page }) => {
    await page.getByRole('button', { name: 'Pay €18.00' }).click()

    const name = page.getByLabel('Full name')
    await expect(name).toBeFocused()
    await expect(name).toHaveAttribute('aria-invalid', 'true')
    await expect(name).toHaveAccessibleDescription('Write the name of who receives it.')
    await expect(page.getByLabel('Street and number')).toHaveAccessibleDescription(
      'Write the street and the number.',
    )
    await expect(page.getByLabel('Postal code')).toHaveAccessibleDescription('Write the postal code.')
    await expect(page.getByLabel('City')).toHaveAccessibleDescription('Write the city.')
    await expect(page.getByRole('alert').filter({ hasText: 'put right' })).toHaveText(
      '4 things to put right: full name, street and number, postal code, city',
    )

    await page.getByRole('link', { name: 'city' }).click()
    await expect(page.getByLabel('City')).toBeFocused()
    await fillAddress(page)
    await pay(page)
    await expectStatus(page, 'SHIPPED')
  })

  test('asks for a state where addresses have one, and for an address that can be written to', async ({
    page,
  }) => {
    await fillAddress(page)
    await page.getByLabel('E-mail').fill('somebody')
    await page.getByLabel('Country').selectOption({ label: 'United States' })
    await page.getByRole('button', { name: /^Pay / }).click()

    await expect(page.getByLabel('E-mail')).toBeFocused()
    await expect(page.getByLabel('E-mail')).toHaveAccessibleDescription(
      'Write it like name@example.com, or leave it empty.',
    )
    await expect(page.getByLabel('State')).toHaveAccessibleDescription('Choose the state.')
  })

  test('asks for what addresses have where it goes, in the words of the country', async ({ page }) => {
    const country = page.getByLabel('Country')
    await country.selectOption({ label: 'Canada' })
    await page.getByLabel('Province or territory').selectOption({ label: 'Quebec' })
    await country.selectOption({ label: 'Australia' })
    await expect(page.getByLabel('Postcode')).toBeVisible()
    await expect(page.getByLabel('State or territory')).toHaveValue('')
    await country.selectOption({ label: 'Hong Kong SAR China' })
    await expect(page.getByLabel(/post/i)).toBeHidden()
    await page.getByRole('button', { name: /^Pay / }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'put right' })).toHaveText(
      '3 things to put right: full name, street and number, city',
    )

    await country.selectOption({ label: 'United States' })
    await fillAddress(page, { 'ZIP code': '94105' })
    await page.getByLabel('State').selectOption({ label: 'California' })
    await pay(page)
    await expect(page.getByRole('complementary', { name: 'Your order' })).toContainText(
      '94105 Amsterdam, CA, US',
    )
  })

  test('keeps what was typed, also over a reload', async ({ page }) => {
    await fillAddress(page)
    await page.reload()
    await expect(page.getByLabel('Street and number')).toHaveValue('14 Example Street')
    await expect(page.getByLabel('City')).toHaveValue('Amsterdam')
  })
})

test('a price that rose in between is shown before anything is bought', async ({ page, shop }) => {
  const product = await shop.createProduct({ price: 18 })
  await putInCart(page, product)
  await goToCheckout(page)
  await fillAddress(page)
  await shop.changeProduct(product.sku, { price: 20.5 })
  await page.getByRole('button', { name: 'Pay €18.00' }).click()

  await expect(page.getByRole('alert').filter({ hasText: product.name })).toHaveText(
    `The ${product.name} now costs €20.50, not €18.00. Nothing was ordered: look at the new total, then pay.`,
  )
  await page.getByRole('button', { name: 'Pay €20.50' }).click()
  await expectStatus(page, 'SHIPPED')
})

test('nothing is at an address that was cut short', async ({ page }) => {
  for (const [path, heading] of [
    ['/orders/01938f', 'We do not know this order.'],
    ['/products/NO-SUCH-THING', 'This shelf is empty.'],
    ['/nowhere', 'This shelf is empty.'],
  ]) {
    const response = await page.goto(path)
    expect(response?.status()).toBe(404)
    await expect(page.getByRole('heading', { name: heading })).toBeVisible()
  }
  await open(page, '/nowhere')
  await page.getByRole('link', { name: 'Back to the shop' }).click()
  await expect(page).toHaveURL('/')
})

import type { Page } from '@playwright/test'
import { expect, open } from './fixtures'
import { test } from './line'

const things = (page: Page) => page.getByRole('main').getByRole('listitem').getByRole('link')
/** Of the product itself, not of those that stand beside it. */
const availability = (page: Page, words: string) => page.getByRole('status').getByText(words, { exact: true })

const searchFor = async (page: Page, words: string) => {
  await page.getByRole('button', { name: 'Search the shop' }).locator('visible=true').click()
  await page.getByRole('combobox', { name: 'Search the shop' }).fill(words)
}

test.describe('the shelf', () => {
  test('is narrowed and ordered in the address, which shows the same again', async ({ page, shop }) => {
    const mark = `quorl${Date.now()}`
    const dear = await shop.createProduct({ name: `Dear ${mark}`, category: 'Desk', price: 90 })
    const cheap = await shop.createProduct({ name: `Cheap ${mark}`, category: 'Desk', price: 10 })
    await shop.createProduct({ name: `Gone ${mark}`, category: 'Desk', price: 20, stockQuantity: 0 })
    await shop.createProduct({ name: `Homely ${mark}`, category: 'Home', price: 5 })

    await open(page, `/?q=${mark}`)
    await expect(things(page)).toHaveCount(4)
    await page.getByRole('combobox', { name: 'Order of the things' }).selectOption('Lowest price first')
    await expect(page).toHaveURL(/sort=cheapest/)
    await expect(things(page).first()).toContainText('Homely')
    await page.getByRole('link', { name: 'In stock only' }).click()
    await expect(things(page)).toHaveCount(3)
    await expect(page).toHaveURL(/inStock=1/)

    await open(page, `/?q=${mark.toUpperCase()}&category=Desk&inStock=1&sort=dearest`)
    await expect(things(page)).toContainText([dear.name, cheap.name])
    await expect(things(page)).toHaveCount(2)
    await expect(page.getByText('2 pieces').locator('visible=true')).toBeVisible()
  })

  test('leaves out what an address says that cannot be, and says so', async ({ page }) => {
    await open(page, '/?category=Garden&sort=upwards&inStock=perhaps')
    await expect(page.getByText('Left out, because the address says something that cannot be')).toContainText(
      'category, inStock and sort',
    )
    await expect(things(page).filter({ hasText: 'Pebble lamp' })).toBeVisible()
  })

  test('that is empty says what to do', async ({ page }) => {
    await open(page, '/?q=zeppelin&inStock=1')
    await expect(page.getByText('Nothing here goes by “zeppelin”.')).toBeVisible()
    await page.getByRole('link', { name: 'see everything we have' }).click()
    await expect(page).toHaveURL('/')
    await expect(things(page).filter({ hasText: 'Pebble lamp' })).toBeVisible()
  })

  test('is true again for who comes back to it', async ({ page, shop }) => {
    const { sku, name } = await shop.createProduct({ stockQuantity: 3 })
    await page.clock.install()
    await open(page, '/')
    const card = things(page).filter({ hasText: name })
    await expect(card).toContainText('Only 3 left')
    await card.click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await shop.changeProduct(sku, { stockQuantity: 1 })
    await page.clock.fastForward(6_000)
    await page.goBack()
    await expect(card).toContainText('Only 1 left')
  })

  test('needs no script', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL })
    const page = await context.newPage()
    await page.goto('/')
    await page.getByRole('searchbox', { name: 'Search the shop' }).fill('lamp')
    await page.getByRole('searchbox', { name: 'Search the shop' }).press('Enter')
    await expect(page).toHaveURL(/q=lamp/)
    await page.getByRole('combobox', { name: 'Order of the things' }).selectOption('By name')
    await page.getByRole('button', { name: 'Sort' }).click()
    await expect(page).toHaveURL(/q=lamp&sort=name/)
    await things(page).filter({ hasText: 'Pebble lamp' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Pebble lamp' })).toBeVisible()
    await page.getByRole('link', { name: 'Cart, empty' }).click()
    await expect(page).toHaveURL('/cart')
    await context.close()
  })
})

test.describe('the search', () => {
  test('finds while one types, by keyboard alone, and remembers', async ({ page }) => {
    await open(page, '/')
    await page.getByRole('button', { name: 'Search the shop' }).locator('visible=true').focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('combobox', { name: 'Search the shop' })).toBeFocused()
    await page.keyboard.type('lo')
    await expect(page.getByRole('dialog').getByRole('option').first()).toContainText('€')
    await expect(page.locator('mark').first()).toHaveText(/lo/i)
    await page.keyboard.type('w mug')
    await expect(page.getByRole('option', { name: /Low mug/ })).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL('/products/MUG-LOW-CLAY')

    await searchFor(page, '')
    await page.getByRole('button', { name: 'low mug' }).click()
    await expect(page.getByRole('combobox', { name: 'Search the shop' })).toHaveValue('low mug')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(page.getByRole('button', { name: 'Search the shop' }).locator('visible=true')).toBeFocused()
  })

  test('says when nothing goes by that', async ({ page }) => {
    await open(page, '/')
    await searchFor(page, 'zeppelin')
    await expect(page.getByText('Nothing goes by that')).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Looked for “zeppelin”' })).toBeVisible()
  })

  test('says when it cannot reach the shop, and tries again', async ({ page }) => {
    await open(page, '/')
    await page.route(/catalogue\.list/, (route) => route.abort())
    await searchFor(page, 'lamp')
    await expect(page.getByText('We could not look through the shop just now.')).toBeVisible()
    await page.unroute(/catalogue\.list/)
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('option', { name: /Pebble lamp/ })).toBeVisible()
  })
})

test.describe('a product', () => {
  test('follows its stock and its price while one looks at it', async ({ page, shop }) => {
    const { sku } = await shop.createProduct({ stockQuantity: 6, price: 18 })
    await open(page, `/products/${sku}`)
    await expect(availability(page, 'In stock')).toBeVisible()

    const { orderId } = await shop.placeOrder({ sku, quantity: 3 })
    await shop.reached(orderId, 'SHIPPED')
    await expect(availability(page, 'Only 3 left')).toBeVisible()
    await shop.changeProduct(sku, { price: 21.5 })
    await expect(page.getByRole('button', { name: 'Add to cart €21.50' })).toBeVisible()
    await shop.reached((await shop.placeOrder({ sku, quantity: 3 })).orderId, 'SHIPPED')
    await expect(page.getByRole('button', { name: 'Sold out' })).toBeDisabled()
    await shop.changeProduct(sku, { status: 'INACTIVE' })
    await expect(page.getByRole('button', { name: 'No longer sold' })).toBeDisabled()
  })

  test('says when it hears nothing, looks instead, and listens again', async ({ page, line, shop }) => {
    const { sku } = await shop.createProduct({ stockQuantity: 6 })
    await open(page, `${line.origin}/products/${sku}`)
    await expect(availability(page, 'In stock')).toBeVisible()
    line.cut()
    await expect(page.getByText('No live connection')).toBeVisible()
    await shop.changeProduct(sku, { stockQuantity: 2 })
    line.mend()
    // A browser waits longer after each time that it was not connected.
    await expect(availability(page, 'Only 2 left')).toBeVisible({ timeout: 30_000 })
    await expect(page.getByText('No live connection')).toBeHidden()
  })

  test('without a stream looks every two seconds', async ({ page, shop }) => {
    await page.route(/catalogue\.watch/, (route) => route.abort())
    const { sku } = await shop.createProduct({ stockQuantity: 6 })
    await open(page, `/products/${sku}`)
    await expect(page.getByText('No live connection')).toBeVisible()
    await shop.changeProduct(sku, { stockQuantity: 1 })
    await expect(availability(page, 'Only 1 left')).toBeVisible()
  })
})

test('the colours are the reader’s choice, and stay so', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await open(page, '/')
  const html = page.locator('html')
  await expect(html).toHaveAttribute('data-theme', 'light')
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true })
  await expect(html).toHaveAttribute('data-theme', 'dark')
  await page.reload({ waitUntil: 'commit' })
  await expect(html).toHaveAttribute('data-theme', 'dark')
  await page.getByRole('radio', { name: 'As the system has it' }).check({ force: true })
  await expect(html).toHaveAttribute('data-theme', 'light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(html).toHaveAttribute('data-theme', 'dark')
})

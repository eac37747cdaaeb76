import type { Page } from '@playwright/test'
import { expect, open, type Product, type Shop, test } from './fixtures'

async function shippedOrder(shop: Shop, { sku }: Product, quantity = 1) {
  const { orderId } = await shop.placeOrder({ sku, quantity })
  return shop.reached(orderId, 'SHIPPED')
}

const rowsOf = (page: Page, table: string) => page.getByRole('table', { name: table }).getByRole('row')
const drawer = (page: Page) => page.getByRole('dialog')
const openProduct = (page: Page, { sku }: Product) => open(page, `/admin/inventory?product=${sku}`)

test.describe('the products', () => {
  test('are found by name and level, and the address remembers it', async ({ page, shop }) => {
    const word = `Shelf ${Date.now()}`
    const few = await shop.createProduct({ name: `${word} few`, stockQuantity: 2 })
    const many = await shop.createProduct({ name: `${word} many`, stockQuantity: 50 })
    await open(page, '/admin/inventory')
    await page.getByRole('searchbox', { name: 'SKU or name' }).fill(word.toLowerCase())
    await page.getByRole('searchbox', { name: 'SKU or name' }).press('Enter')
    await expect(rowsOf(page, 'Products')).toHaveCount(1 + 2)
    await page.getByLabel('Stock').selectOption({ label: 'Low' })
    await expect(rowsOf(page, 'Products')).toHaveCount(1 + 1)
    await expect(rowsOf(page, 'Products').last()).toContainText(few.name)
    await page.reload()
    await expect(rowsOf(page, 'Products')).toHaveCount(1 + 1)
    await page.getByLabel('Stock').selectOption({ label: 'all' })
    await page.getByLabel('Sort').selectOption({ label: 'fewest free' })
    await expect(rowsOf(page, 'Products').last()).toContainText(many.name)
    await expect(page).toHaveURL(/q=.*sort=free/)
  })

  test('say so when the address asks for what cannot be', async ({ page }) => {
    await open(page, '/admin/inventory?stock=plenty&cursor=first&sort=name')
    await expect(page.getByText('Left out, because the address says something that cannot be')).toContainText(
      'stock and cursor',
    )
    await expect(page.getByLabel('Sort')).toHaveValue('name')
    await expect(rowsOf(page, 'Products').nth(1)).toBeVisible()
  })

  test('open beside the list, close with Escape, and give the focus back', async ({ page, shop }) => {
    const product = await shop.createProduct()
    await open(page, `/admin/inventory?q=${product.sku}`)
    const link = page.getByRole('link', { name: product.name })
    await link.focus()
    await page.keyboard.press('Enter')
    await expect(drawer(page)).toHaveAccessibleName(new RegExp(product.name))
    await expect(page).toHaveURL(new RegExp(`product=${product.sku}`))
    await expect(drawer(page).getByRole('button', { name: 'Close' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(drawer(page)).toBeHidden()
    await expect(link).toBeFocused()
    await page.goBack()
    await expect(drawer(page)).toBeVisible()
    await open(page, `/admin/inventory/${product.sku.toLowerCase()}`)
    await expect(drawer(page)).toHaveAccessibleName(new RegExp(product.name))
  })

  test('are made at the desk, with what is wrong said at its field', async ({ page, shop }) => {
    const taken = await shop.createProduct()
    const sku = `${taken.sku}-NEW`
    await open(page, '/admin/inventory')
    await page.getByRole('button', { name: 'New product' }).click()
    const form = page.getByRole('form', { name: 'New product' })
    await expect(form.getByLabel('Name')).toBeFocused()
    await form.getByLabel('Name').fill('Letter rack')
    await form.getByLabel('SKU').fill(taken.sku.toLowerCase())
    await form.getByLabel('Price').fill('12.345')
    await form.getByLabel('On hand').fill('4')
    await form.getByRole('button', { name: 'Create the product' }).click()
    await expect(form.getByLabel('Price')).toHaveAccessibleDescription(/more digits after the point than EUR/)

    await form.getByLabel('Price').fill('12.5')
    await form.getByRole('button', { name: 'Create the product' }).click()
    await expect(form.getByLabel('SKU')).toHaveAccessibleDescription('Another product has this SKU already.')
    await expect(form.getByLabel('SKU')).toHaveAttribute('aria-invalid', 'true')

    await form.getByLabel('SKU').fill(sku)
    await form.getByLabel('Category').fill('Desk')
    await form.getByRole('radio', { name: 'Ledge tray' }).check()
    await form.getByRole('button', { name: 'Create the product' }).click()
    await expect(drawer(page)).toHaveAccessibleName(/Letter rack/)
    await expect(page).toHaveURL(new RegExp(`product=${sku}`))
    expect(await shop.product(sku)).toMatchObject({
      name: 'Letter rack',
      price: 12.5,
      stockQuantity: 4,
      category: 'Desk',
      picture: '/products/ledge-tray.svg',
    })
    await shop.changeProduct(sku, { status: 'INACTIVE' })
  })

  test('are changed at the desk, and what is taken back is gone', async ({ page, shop }) => {
    const product = await shop.createProduct({ category: 'Desk', picture: '/products/stem-pen.svg' })
    await openProduct(page, product)
    await drawer(page).getByRole('button', { name: 'Edit' }).click()
    const form = page.getByRole('form', { name: 'Edit the product' })
    await form.getByLabel('Name').fill('Another name')
    await form.getByLabel('Price').fill('7.25')
    await form.getByLabel('Category').fill('')
    await form.getByRole('radio', { name: 'No picture' }).check()
    await form.getByLabel('Status').selectOption({ label: 'Not for sale' })
    await form.getByRole('button', { name: 'Save the changes' }).click()
    await expect(drawer(page)).toHaveAccessibleName(/Another name.*Not for sale/)
    const changed = await shop.product(product.sku)
    expect(changed).toMatchObject({ name: 'Another name', price: 7.25, status: 'INACTIVE' })
    expect(changed).not.toHaveProperty('category')
    expect(changed).not.toHaveProperty('picture')
  })
})

test.describe('the stock', () => {
  test('is adjusted with a reason, which the ledger keeps', async ({ page, shop }) => {
    const product = await shop.createProduct({ stockQuantity: 10 })
    await openProduct(page, product)
    await page.getByLabel('Set on hand').fill('7')
    await page.getByLabel('Why').fill('Three were broken')
    await page.getByRole('button', { name: 'Adjust' }).click()

    await expect(page.getByText('Set to 7')).toBeVisible()
    const [, newest, first] = await rowsOf(page, 'Ledger').all()
    await expect(newest).toContainText(/Adjusted.*Three were broken.*−3.*7/)
    await expect(first).toContainText(/First stock.*\+10.*10/)
    await expect(page.getByText('sums to 7 and 0')).toBeVisible()
    expect(await shop.product(product.sku)).toMatchObject({ stockQuantity: 7, availableStock: 7 })
  })

  test('cannot fall below what is held, and the field says so', async ({ page, shop }) => {
    const product = await shop.createProduct({ stockQuantity: 5 })
    await shippedOrder(shop, product, 3)
    await openProduct(page, product)
    const field = page.getByLabel('Set on hand')
    await expect(field).toHaveAccessibleDescription('3 held for orders, so not below that')
    await field.fill('2')
    await page.getByLabel('Why').fill('Counted')
    await page.getByRole('button', { name: 'Adjust' }).click()

    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await expect(field).toHaveAccessibleDescription('3 pieces are held for orders. On hand cannot be less.')
    await expect(field).toHaveValue('2')
    expect(await shop.product(product.sku)).toMatchObject({ stockQuantity: 5 })
  })

  test('leads from a movement to its order and to its event', async ({ page, shop }) => {
    const product = await shop.createProduct({ stockQuantity: 5 })
    const { orderId } = await shippedOrder(shop, product, 2)
    await openProduct(page, product)
    const reserved = rowsOf(page, 'Ledger').nth(1)
    await expect(reserved).toContainText(/Reserved.*\+2/)
    await expect(reserved.getByRole('link', { name: `Order ${orderId}` })).toHaveAttribute(
      'href',
      `/admin/orders/${orderId}`,
    )
    const href = await reserved.getByRole('link', { name: /its event/ }).getAttribute('href')
    const eventId = new URL(href ?? '', 'http://desk').searchParams.get('event')
    const event = await page.request.get(`/api/events/${eventId}`)
    expect(await event.json()).toMatchObject({ eventType: 'InventoryReserved', payload: { orderId } })
  })

  test('moves before the eyes, and the list stays where it is', async ({ page, shop }) => {
    const product = await shop.createProduct({ stockQuantity: 9 })
    await open(page, `/admin/inventory?q=${product.sku.slice(0, 8)}`)
    await shop.changeProduct(product.sku, { stockQuantity: 3 })
    await expect(rowsOf(page, 'Products').filter({ hasText: product.name })).toContainText('Low')
  })
})

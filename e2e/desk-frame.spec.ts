import { expect, expectStatus, open, test } from './fixtures'

test.describe('the command menu', () => {
  test('goes to an order by what a customer reads out, with the keyboard alone', async ({ page, shop }) => {
    const { sku } = await shop.createProduct()
    const { orderId } = await shop.placeOrder({ sku })
    await shop.reached(orderId, 'SHIPPED')
    const bare = orderId.replaceAll('-', '')
    await open(page, '/admin')
    await page.keyboard.press('Control+k')
    const menu = page.getByRole('dialog', { name: 'Jump to' })
    await menu.getByRole('combobox').fill(`${bare.slice(-12, -8)}…${bare.slice(-4)}`)
    await expect(menu.getByRole('option').first()).toContainText('Shipped')
    await expect(menu.getByRole('option', { name: 'OrderShipped' })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(new RegExp(`/admin/orders/${orderId}$`))
    await expectStatus(page, 'SHIPPED')
  })

  test('goes to a product by its SKU, and to a place by its name', async ({ page, shop }) => {
    const { sku, name } = await shop.createProduct()
    await open(page, '/admin/orders')
    await page.getByRole('button', { name: 'Jump to an order, event or SKU' }).click()
    const menu = page.getByRole('dialog', { name: 'Jump to' })
    await menu.getByRole('combobox').fill(sku)
    await menu.getByRole('option', { name }).click()
    await expect(page).toHaveURL(new RegExp(`/admin/inventory\\?.*${sku}`))
    await expect(menu).toBeHidden()

    await page.keyboard.press('Control+k')
    await menu.getByRole('combobox').fill('proof')
    await expect(menu.getByRole('option').first()).toHaveText('Proof')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Proof' })).toBeVisible()
  })

  test('says so when nothing fits, and escape leaves it', async ({ page }) => {
    await open(page, '/admin')
    await page.keyboard.press('Control+k')
    const menu = page.getByRole('dialog', { name: 'Jump to' })
    await menu.getByRole('combobox').fill('no such thing at all')
    await expect(menu.getByText('Nothing fits')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(menu).toBeHidden()
  })

  test('changes how the desk looks, and the browser remembers it', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' })
    await open(page, '/admin')
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog', { name: 'Jump to' }).getByRole('combobox').fill('dark')
    await expect(page.getByRole('option').first()).toHaveText('Dark')
    await page.keyboard.press('Enter')
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await page.reload()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  })
})

test('j and k go down and up the rows, enter opens one, and letters typed in a field stay letters', async ({
  page,
  stories,
}) => {
  await open(page, '/admin/orders')
  await expect(page.getByRole('table', { name: 'Orders' }).getByRole('link').first()).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  const first = page.getByRole('table', { name: 'Orders' }).locator('tbody tr').first()
  await expect(first.getByRole('link').first()).toBeFocused()
  await page.keyboard.press('/')
  await page.keyboard.type('jk')
  await expect(page.locator('main search input').first()).toHaveValue('jk')
  await page.locator('main search input').first().fill(stories.shipped.orderId)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('table', { name: 'Orders' }).locator('tbody tr')).toHaveCount(1)
  await page.locator('main h1, h1').first().click()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/admin/orders/${stories.shipped.orderId}`))
})

test('on a phone the places are under the thumb, and the rest behind "More"', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 })
  await open(page, '/admin')
  const bar = page.getByRole('navigation', { name: 'Desk' })
  await bar.getByRole('link', { name: 'Orders' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Orders' })).toBeVisible()
  await bar.getByRole('button', { name: 'More' }).click()
  await page.getByRole('dialog', { name: 'More of the desk' }).getByRole('link', { name: 'Payments' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Payments' })).toBeVisible()
  await expect(page.getByRole('dialog')).toBeHidden()
})

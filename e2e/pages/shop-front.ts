import type { Page } from '@playwright/test'
import { expect, open } from '../fixtures'
import { fillCart, keep, type Visits } from './visit'

export const shopFront: Visits = {
  'shop-catalogue': ({ page }) => open(page, '/'),
  'shop-category': ({ page }) => open(page, '/?category=Desk&inStock=1&sort=cheapest'),
  'shop-found': ({ page }) => open(page, '/?q=clay'),
  'shop-found-nothing': ({ page }) => open(page, '/?q=zeppelin&category=Desk&inStock=1'),
  'shop-ignored': ({ page }) => open(page, '/?category=Garden&sort=upwards'),
  'shop-search': async ({ page }) => {
    await keep(page, 'tiny-store.searches', ['lamp', 'brass', 'something for tea'])
    await search(page, 'lo')
    await expect(page.getByRole('option', { name: /Low mug/ })).toBeVisible()
  },
  'shop-search-empty': async ({ page }) => {
    await search(page, '')
    await expect(page.getByText('New on the shelf')).toBeVisible()
  },
  'shop-search-nothing': async ({ page }) => {
    await search(page, 'zeppelin')
    await expect(page.getByText('Nothing goes by that')).toBeVisible()
  },
  'shop-search-lost': async ({ page }) => {
    await page.route(/catalogue\.list/, (route) => route.abort())
    await search(page, 'lamp')
    await expect(page.getByText('We could not look through the shop just now.')).toBeVisible()
  },
  'shop-product': ({ page }) => open(page, '/products/LAMP-PEBBLE-01'),
  'shop-product-added': async ({ page }) => {
    await open(page, '/products/LAMP-PEBBLE-01')
    await page.getByRole('button', { name: 'Add to cart' }).click()
    await page.getByRole('button', { name: 'Close the cart' }).click()
    await expect(page.getByText('1 in your cart')).toBeVisible()
  },
  'shop-product-lost': async ({ page }) => {
    await page.route(/catalogue\.watch/, (route) => route.abort())
    await open(page, '/products/LAMP-PEBBLE-01')
    await expect(page.getByText('No live connection')).toBeVisible()
  },
  'shop-product-sold-out': ({ page }) => open(page, '/products/CLOTH-TIDE-LIN'),
  'shop-product-plain': async ({ page, shop }) => {
    const name = 'Letter rack without a picture and with a rather long name'
    const { sku } = await shop.createProduct({ name, category: 'Desk', price: 1234.5, stockQuantity: 2 })
    await open(page, `/products/${sku}`)
  },
  'shop-product-withdrawn': async ({ page, shop }) => {
    const { sku } = await shop.createProduct({ name: 'Letter rack', category: 'Desk' })
    await open(page, `/products/${sku}`)
    await shop.changeProduct(sku, { status: 'INACTIVE' })
    await expect(page.getByRole('button', { name: 'No longer sold' })).toBeVisible()
  },
  'shop-cart-empty': ({ page }) => open(page, '/cart'),
  'shop-cart': async ({ page }) => {
    await fillCart(page)
    await open(page, '/cart')
    await expect(page.getByText('has sold out since')).toBeVisible()
  },
  'shop-sheet': async ({ page }) => {
    await fillCart(page)
    await openSheet(page)
    await expect(page.getByText('has sold out since')).toBeVisible()
  },
  'shop-sheet-empty': async ({ page }) => {
    await openSheet(page)
    await expect(page.getByText('Nothing in it yet')).toBeVisible()
  },
  'shop-sheet-lost': async ({ page }) => {
    await fillCart(page)
    await page.route(/catalogue\.list/, (route) => route.abort())
    await openSheet(page)
    await expect(page.getByText('We could not look up what is in your cart just now.')).toBeVisible()
  },
}

async function search(page: Page, words: string) {
  await open(page, '/')
  await page.getByRole('button', { name: 'Search the shop' }).locator('visible=true').click()
  await page.getByRole('combobox', { name: 'Search the shop' }).fill(words)
}

async function openSheet(page: Page) {
  await open(page, '/products/LAMP-PEBBLE-01')
  await page.getByRole('link', { name: /^Cart, / }).click()
}

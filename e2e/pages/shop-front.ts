import { expect, open } from '../fixtures'
import { fillCart, type Visits } from './visit'

export const shopFront: Visits = {
  'shop-catalogue': ({ page }) => open(page, '/'),
  'shop-category': ({ page }) => open(page, '/?category=Desk'),
  'shop-category-empty': ({ page }) => open(page, '/?category=Garden'),
  'shop-product': async ({ page }) => {
    await open(page, '/products/LAMP-PEBBLE-01')
    await page.getByRole('button', { name: 'Add to cart' }).click()
    await expect(page.getByText('1 in your cart')).toBeVisible()
  },
  'shop-product-sold-out': ({ page }) => open(page, '/products/CLOTH-TIDE-LIN'),
  'shop-product-plain': async ({ page, shop }) => {
    const name = 'Letter rack without a picture and with a rather long name'
    const { sku } = await shop.createProduct({ name, category: 'Desk', price: 1234.5, stockQuantity: 2 })
    await open(page, `/products/${sku}`)
  },
  'shop-cart-empty': ({ page }) => open(page, '/cart'),
  'shop-cart': async ({ page }) => {
    await fillCart(page)
    await open(page, '/cart')
    await expect(page.getByText('has sold out since')).toBeVisible()
  },
}

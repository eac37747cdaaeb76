import { expect, open } from '../fixtures'
import type { Visits } from './visit'

export const deskStock: Visits = {
  'desk-inventory': ({ page }) => open(page, '/admin/inventory'),
  'desk-inventory-none': ({ page }) => open(page, '/admin/inventory?q=nothing+is+called+so&sort=backwards'),
  'desk-product': async ({ page }) => {
    await open(page, '/admin/inventory?product=PEN-STEM-BRASS')
    await expect(page.getByText(/sums to/)).toBeVisible()
    await expect(page.getByRole('table', { name: 'Ledger' }).getByRole('link').first()).toBeVisible()
  },
  'desk-product-refused': async ({ page }) => {
    await open(page, '/admin/inventory?product=LAMP-PEBBLE-01')
    await page.getByLabel('Set on hand').fill('0')
    await page.getByLabel('Why').fill('Counted')
    await page.getByRole('button', { name: 'Adjust' }).click()
    await expect(page.getByText('On hand cannot be less.')).toBeVisible()
  },
  'desk-product-missing': async ({ page }) => {
    await open(page, '/admin/inventory?product=NOT-HERE')
    await expect(page.getByText('This product did not arrive')).toBeVisible()
  },
  'desk-product-new': async ({ page }) => {
    await open(page, '/admin/inventory?product=new')
    await expect(page.getByRole('textbox', { name: 'Name' })).toBeVisible()
  },
  'desk-product-new-refused': async ({ page }) => {
    await open(page, '/admin/inventory?product=new')
    const form = page.getByRole('form', { name: 'New product' })
    await form.getByLabel('Name').fill('Letter rack')
    await form.getByLabel('SKU').fill('low-mug-clay')
    await form.getByLabel('Price').fill('12.345')
    await form.getByRole('radio', { name: 'Ledge tray' }).check()
    await form.getByRole('button', { name: 'Create the product' }).click()
    await expect(page.getByText('Not saved: see what is said at the fields.')).toBeVisible()
  },
  'desk-product-edit': async ({ page }) => {
    await open(page, '/admin/inventory?product=MUG-LOW-CLAY')
    await page.getByRole('button', { name: 'Edit' }).click()
    await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Low mug')
  },
  'desk-payments': async ({ page, stories }) => {
    expect(stories.declined.orderId).toBeTruthy()
    await open(page, '/admin/payments')
  },
  'desk-payments-none': ({ page }) => open(page, '/admin/payments?q=ch_0&status=STOLEN'),
  'desk-payment': async ({ page, stories }) => {
    await open(page, `/admin/payments?q=${stories.cancelled.orderId}`)
    await page.getByRole('link', { name: 'payment of order' }).click()
    await expect(page.getByRole('link', { name: 'PaymentRefunded' })).toBeVisible()
  },
  'desk-shipments': async ({ page, stories }) => {
    expect(stories.shipped.orderId).toBeTruthy()
    await open(page, '/admin/shipments')
  },
  'desk-shipments-none': ({ page }) => open(page, '/admin/shipments?q=NW0&status=LOST'),
  'desk-shipments-results': async ({ page, shop }) => {
    const { sku } = await shop.createProduct({ name: 'Letter rack' })
    for (const _ of [1, 2]) await shop.reached((await shop.placeOrder({ sku })).orderId, 'SHIPPED')
    await open(page, '/admin/shipments?status=CREATED')
    const boxes = page.getByRole('table', { name: 'Shipments' }).getByRole('checkbox')
    for (const box of [boxes.nth(0), boxes.nth(1)]) await box.check()
    await page.getByRole('button', { name: 'Dispatch 2' }).click()
    await expect(page.getByText('Dispatched now')).toHaveCount(2)
  },
  'desk-shipment': async ({ page, stories }) => {
    await open(page, `/admin/shipments?shipment=${stories.delivered.shipmentId}`)
    await expect(page.getByRole('link', { name: 'ShipmentDelivered' })).toBeVisible()
  },
}

import type { Page } from '@playwright/test'
import { expect, open, type Shop } from '../fixtures'
import type { Visits } from './visit'

/** Rules of every kind, and an order that has met some of them. */
async function armMany(shop: Shop, knownOrder: string) {
  const { sku } = await shop.createProduct()
  await shop.arm({ effect: 'THROW_BEFORE_COMMIT', orderId: knownOrder, module: 'payments', attempt: 2 })
  await shop.arm({ effect: 'DOUBLE_POKE', sku, uses: 50 })
  await shop.arm({ effect: 'DELAY', delayMs: 60_000, sku, module: 'shipments', eventType: 'OrderPaid' })
  await shop.arm({ effect: 'REPLY_LOST', sku, module: 'payments', attempt: 1, uses: 3 })
  await shop.arm({ effect: 'THROW_AFTER_COMMIT', sku, eventType: 'InventoryReserved' })
  const { orderId } = await shop.placeOrder({ sku })
  await shop.reached(orderId, 'PAID')
  return orderId
}

/** What stands there before the first rule: others have some, and the page asks for them again and again. */
async function withoutRules(page: Page) {
  await page.route(/faultLab\.(rules|uses)/, async (route) => {
    const response = await route.fetch()
    const answers: { result: { data: unknown } }[] = await response.json()
    const names = new URL(route.request().url()).pathname.split('/').at(-1)?.split(',') ?? []
    for (const [index, { result }] of answers.entries()) {
      if (names[index] === 'faultLab.rules') result.data = { json: [] }
      if (names[index] === 'faultLab.uses') result.data = { json: { items: [] } }
    }
    await route.fulfill({ response, json: answers })
  })
}

export const deskFaultLab: Visits = {
  'desk-fault-lab': async ({ page, shop, stories }) => {
    const orderId = await armMany(shop, stories.shipped.orderId)
    await open(page, '/admin/fault-lab')
    const uses = page.getByRole('list', { name: 'Uses' }).getByRole('listitem')
    await expect(
      uses.filter({ has: page.getByRole('link', { name: `Order ${orderId}` }) }).last(),
    ).toBeVisible()
    await page.getByLabel('What goes wrong').selectOption('it comes later')
  },
  'desk-fault-lab-empty': async ({ page }) => {
    await withoutRules(page)
    await open(page, '/admin/fault-lab')
    await expect(page.getByText('Nothing goes wrong on purpose')).toBeVisible()
    await expect(page.getByText('Nothing yet')).toBeVisible()
  },
  'desk-fault-lab-refused': async ({ page }) => {
    await page.route(/faultLab\.rules/, (route) => route.abort())
    await open(page, '/admin/fault-lab')
    const form = page.getByRole('form', { name: 'New rule' })
    await form.getByLabel('Only for').fill('7F3A…C21E')
    await form.getByRole('button', { name: 'Arm it' }).click()
    await expect(form.getByText('Must be the whole id of an order.')).toBeVisible()
    await expect(page.getByText('Live updates stopped.')).toBeVisible()
  },
}

import type { Page } from '@playwright/test'
import { expect, open, type Shop } from '../fixtures'
import { aReceiver } from '../receiver'
import type { Visits } from './visit'

/** An endpoint that hears of most, and answers badly to what ships. */
async function anEndpoint(shop: Shop) {
  const receiver = await aReceiver(({ type }) => (type === 'OrderShipped' ? 503 : 200))
  const filters = ['OrderPlaced', 'OrderP*', 'OrderShipped']
  const { id } = await shop.createEndpoint({ name: 'parcels', url: receiver.url, filters })
  const { orderId } = await shop.placeOrder({ sku: 'MUG-LOW-CLAY' })
  await shop.reached(orderId, 'SHIPPED')
  return id
}

/** As it is before there is any endpoint: other tests have some. */
async function withoutEndpoints(page: Page) {
  await page.route(/webhooks\.list/, async (route) => {
    const response = await route.fetch()
    const answers: { result: { data: unknown } }[] = await response.json()
    const names = new URL(route.request().url()).pathname.split('/').at(-1)?.split(',') ?? []
    for (const [index, { result }] of answers.entries())
      if (names[index] === 'webhooks.list') result.data = { json: [] }
    await route.fulfill({ response, json: answers })
  })
}

export const deskWebhooks: Visits = {
  'desk-webhooks': async ({ page, shop }) => {
    const id = await anEndpoint(shop)
    await shop.changeEndpoint(id, 'rotate')
    await open(page, `/admin/webhooks?endpoint=${id}`)
    const row = page.getByRole('row').filter({ hasText: '503, again' }).first()
    await row.getByRole('button', { name: 'OrderShipped', exact: true }).click()
    await page.getByRole('button', { name: 'Send a test' }).click()
    await expect(page.getByText('The test arrived')).toBeVisible()
  },
  'desk-webhooks-paused': async ({ page, shop }) => {
    const id = await anEndpoint(shop)
    await shop.changeEndpoint(id, 'pause')
    await open(page, `/admin/webhooks?endpoint=${id}&show=not-arrived`)
    await page.getByRole('button', { name: 'Delete…' }).click()
    await expect(page.getByText('is told nothing more')).toBeVisible()
  },
  'desk-webhooks-new': async ({ page }) => {
    await open(page, '/admin/webhooks?form=new')
    await page.getByLabel('Name').fill('parcels')
    await page.getByLabel('URL').fill('https://10.0.0.1.nip.example/hook')
    await page.getByLabel('Events', { exact: true }).fill('Order* Shipmnt*')
    await expect(page.getByText('No event fits Shipmnt*.')).toBeVisible()
  },
  'desk-webhooks-resend': async ({ page, shop }) => {
    const id = await anEndpoint(shop)
    await open(page, `/admin/webhooks?endpoint=${id}`)
    await page.getByRole('button', { name: 'Resend failed…' }).click()
    await page.getByRole('button', { name: 'Resend it' }).click()
    await expect(page.getByText('sent again.').or(page.getByText('Nothing had failed.'))).toBeVisible()
  },
  'desk-webhooks-none': async ({ page }) => {
    await withoutEndpoints(page)
    await open(page, '/admin/webhooks')
    await expect(page.getByText('Nobody is told yet')).toBeVisible()
  },
}

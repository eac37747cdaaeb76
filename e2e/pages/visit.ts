import type { Page } from '@playwright/test'
import { expect, expectStatus, openPrivately, orderStatus, type Shop, type Stories } from '../fixtures'

type Tools = { page: Page; shop: Shop; stories: Stories }

/** Pages by name: how to get to each, and nothing to wait for afterwards. */
export type Visits = Record<string, (tools: Tools) => Promise<unknown>>

export async function fillCart(page: Page) {
  const line = { currency: 'EUR', quantity: 1 }
  await keep(page, 'tiny-store.cart', [
    { ...line, sku: 'MUG-LOW-CLAY', name: 'Low mug', quantity: 4, unitPrice: 17 },
    { ...line, sku: 'LAMP-PEBBLE-01', name: 'Pebble lamp', unitPrice: 89 },
    { ...line, sku: 'CLOTH-TIDE-LIN', name: 'Tide linen cloth', unitPrice: 24 },
  ])
}

export const keep = (page: Page, key: string, value: unknown) =>
  page.addInitScript(([key, value]) => localStorage.setItem(key, value), [
    key,
    JSON.stringify(value),
  ] as const)

/** An order whose bank does not answer: it can be cancelled for ten seconds. */
export async function retryingOrder({ page, shop }: Tools) {
  await openPrivately(page, await shop.placeOrder({ sku: 'MUG-LOW-CLAY', paymentMethod: 'pm_card_down' }))
}

/** An order between its states, on a page that stays there. */
export async function movingOrder({ page, shop }: Tools) {
  const placed = await shop.placeOrder({ sku: 'MUG-LOW-CLAY', quantity: 2, paymentMethod: 'pm_card_slow' })
  const { orderId } = placed
  // The bank takes its time, and then the order does not hear of it.
  await shop.arm({ effect: 'DELAY', delayMs: 60_000, orderId, eventType: 'PaymentProcessed' })
  await shop.reached(orderId, 'CONFIRMED')
  await standStill(page)
  await openPrivately(page, placed)
  await expectStatus(page, 'CONFIRMED')
  await expect(orderStatus(page)).toContainText('Set aside.')
}

/** The stream of news is connected and says nothing, however often it is opened again. */
export const standStill = (page: Page) =>
  page.route(/(events|orders)\.(follow|watch)/, (route) =>
    route.fulfill({
      contentType: 'text/event-stream',
      body: 'retry: 100\nevent: connected\ndata: {}\n\n',
    }),
  )

import type { Page } from '@playwright/test'
import { expect, open, type Shop } from '../fixtures'
import { fromOurPage } from '../way-in'
import type { Visits } from './visit'

let dead: Promise<string> | undefined

/** An order whose payment the provider never answers, once per worker: it takes four tries to die. */
function deadOrder(shop: Shop): Promise<string> {
  dead ??= shop
    .placeOrder({ sku: 'NOTE-FIELD-A5', paymentMethod: 'pm_card_down' })
    .then(({ orderId }) => orderId)
  return dead
}

async function openDeadLetters(page: Page, shop: Shop) {
  const orderId = await deadOrder(shop)
  await open(page, '/admin/dead-letters')
  const link = page.getByRole('link', { name: `Order ${orderId}` })
  await expect(link).toBeVisible({ timeout: 30_000 })
  return page.getByRole('row').filter({ has: link })
}

type Finding = { violations: number; excused: { moving: number }; first: object | null }
type Line = { id: string; answer: { finding: Finding } }
type Answer = { result?: { data: { json: { lines?: Line[] } } } }

/** Shows what the page says of a broken promise: no customer can break one. */
export async function breakProof(page: Page, orderId: string) {
  await page.request.post('/api/trpc/proof.run', { data: { json: null }, headers: fromOurPage })
  await page.route(/proof\.list/, async (route) => {
    const response = await route.fetch()
    const answers = await response.json()
    const lines: Line[] = answers.flatMap((answer: Answer) => answer.result?.data.json.lines ?? [])
    for (const { id, answer } of lines) {
      if (id !== 'V6') continue
      answer.finding.violations = 1
      answer.finding.excused.moving = 2
      answer.finding.first = { orderId, says: 'was captured 2 times' }
    }
    await route.fulfill({ response, json: answers })
  })
}

type Silence = { orders: number; items: object[] }

/** Shows the list as it is when all kinds of things hold orders up: none of them can wait for minutes here. */
async function silence(page: Page, items: object[]) {
  await page.route(/silence\.list/, async (route) => {
    const response = await route.fetch()
    const answers: { result: { data: { json: Silence; meta?: object } } }[] = await response.json()
    const names = new URL(route.request().url()).pathname.split('/').at(-1)?.split(',') ?? []
    for (const [index, { result }] of answers.entries()) {
      if (names[index] !== 'silence.list') continue
      const dates = items.flatMap((_, n) => [`items.${n}.since`, `items.${n}.occurredAt`])
      const meta = { values: Object.fromEntries(dates.map((path) => [path, ['Date']])) }
      result.data = { json: { orders: items.length, items }, meta }
    }
    await route.fulfill({ response, json: answers })
  })
}

function silentItems(orderId: string) {
  const at = '2026-01-31T12:00:00.000Z'
  const behind = { eventId: orderId, eventType: 'OrderPaid', dead: true }
  const item = (n: number, eventType: string, awaited: string[], module: string, hold: object) => ({
    ...{ orderId, eventId: orderId.replace(/..$/, `0${n}`), eventType, occurredAt: at, since: at },
    ...{ awaited, module, lateMs: 7_260_000 / (n + 1) ** 3, hold },
  })
  const reserved = ['InventoryReserved', 'InventoryReservationFailed']
  const charged = ['PaymentProcessed', 'PaymentFailed']
  return [
    item(0, 'OrderPlaced', reserved, 'inventory', { kind: 'DUE', forMs: 7_300_000 }),
    item(1, 'OrderConfirmed', charged, 'payments', { kind: 'DEAD', error: 'answered 500' }),
    item(2, 'OrderCancelled', ['ShipmentVoided'], 'shipments', { kind: 'PARKED', behind }),
    item(3, 'OrderConfirmed', charged, 'payments', {
      kind: 'RETRY',
      attempt: 3,
      of: 4,
      inMs: 5_400,
      error: '',
    }),
    item(4, 'PaymentProcessed', ['OrderPaid'], 'orders', { kind: 'DONE', ignored: 'the order is REJECTED' }),
    item(5, 'OrderPaid', ['ShipmentCreated'], 'shipments', { kind: 'NOTHING' }),
  ]
}

export const deskSystem: Visits = {
  'desk-overview': async ({ page }) => {
    await open(page, '/admin')
    await expect(page.locator('.recharts-surface').first()).toBeVisible()
  },
  'desk-overview-today': async ({ page }) => {
    await open(page, '/admin?span=today')
    await expect(page.locator('.recharts-surface').first()).toBeVisible()
    await page.getByText('As a table').last().click()
  },
  'desk-dead-letters': async ({ page, shop }) => {
    const row = await openDeadLetters(page, shop)
    await row.getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Dry run' }).click()
    await expect(row.getByText('would fail again')).toBeVisible()
    await row.getByRole('button', { name: /^Letter of/ }).click()
    await expect(page.getByRole('region', { name: 'Tries' })).toBeVisible()
  },
  'desk-dead-letters-discard': async ({ page, shop }) => {
    await openDeadLetters(page, shop)
    await page.getByRole('button', { name: 'Discard…' }).click()
    await page.getByRole('button', { name: /^Discard \d/ }).click()
    await expect(page.getByText('Say why: the history keeps it.')).toBeVisible()
  },
  'desk-dead-letters-unknown': ({ page }) =>
    open(page, '/admin/dead-letters?event=01938f00-0000-7000-8000-000000000000&module=payments&cursor=x'),
  'desk-dead-letters-history': ({ page }) => open(page, '/admin/dead-letters?tab=history'),
  'desk-proof': async ({ page }) => {
    await open(page, '/admin/proof')
    await page.getByRole('button', { name: /^Run/ }).click()
    await expect(page.getByText('All thirteen hold')).toBeVisible({ timeout: 30_000 })
  },
  'desk-proof-broken': async ({ page, stories }) => {
    await breakProof(page, stories.shipped.orderId)
    await open(page, '/admin/proof')
    await expect(page.getByText('V6 is broken')).toBeVisible()
  },
  'desk-contract': async ({ page }) => {
    await open(page, '/admin/contract')
    await expect(page.getByRole('row')).toHaveCount(24)
  },
  'desk-contract-event': async ({ page }) => {
    await open(page, '/admin/contract?event=OrderPlaced')
    await expect(page.getByRole('region', { name: 'Payload' })).toBeVisible()
  },
  'desk-silence': async ({ page, stories }) => {
    const { orderId } = stories.shipped
    await silence(page, silentItems(orderId))
    await open(page, '/admin/silence')
    // The page came with its list as it was, in which an order of another test may stand.
    await page.getByRole('button', { name: `Poke ${orderId} after OrderPlaced` }).click()
    await expect(page.getByText('Nothing is left to do here')).toBeVisible()
  },
  'desk-silence-none': async ({ page }) => {
    await silence(page, [])
    await open(page, '/admin/silence')
    await expect(page.getByText('Nothing is overdue')).toBeVisible()
  },
  'desk-not-found': ({ page }) => open(page, '/admin/orders/01938f'),
}

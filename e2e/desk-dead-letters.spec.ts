import type { Page } from '@playwright/test'
import { expect, open, type Shop, test } from './fixtures'

/** Four tries and the waits between them. */
const UNTIL_DEAD = { timeout: 30_000 }

async function downOrder(shop: Shop) {
  const { sku } = await shop.createProduct()
  const { orderId } = await shop.placeOrder({ sku, paymentMethod: 'pm_card_down' })
  await shop.reached(orderId, 'CONFIRMED')
  return orderId
}

const rowOf = (page: Page, orderId: string) =>
  page
    .getByRole('table', { name: 'Dead letters' })
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: `Order ${orderId}` }) })

const storyOf = async (page: Page, orderId: string) => {
  const response = await page.request.get(`/api/events?orderId=${orderId}&order=asc`)
  return (await response.json()) as { eventType: string; eventId: string }[]
}

test.describe.configure({ timeout: 120_000 })

test('letters are tried without effect, and redriven: one goes on, another fails again', async ({
  page,
  shop,
}) => {
  const [cancelled, still] = await Promise.all([downOrder(shop), downOrder(shop)])
  await open(page, '/admin/dead-letters')
  await expect(
    page.getByRole('link', { name: /The payment provider answered 500.*payments.*on OrderConfirmed/ }),
  ).toBeVisible(UNTIL_DEAD)
  await expect(rowOf(page, cancelled)).toBeVisible(UNTIL_DEAD)
  await expect(rowOf(page, still)).toBeVisible(UNTIL_DEAD)
  await expect(page.getByText('4 each, then dead')).toBeVisible()
  // What comes after a dead letter in its module is parked, and goes on after it.
  await shop.cancel(cancelled, 'It took too long')

  for (const orderId of [cancelled, still]) await rowOf(page, orderId).getByRole('checkbox').check()
  await expect(rowOf(page, cancelled)).toContainText('Cancelled')
  const before = [await storyOf(page, cancelled), await storyOf(page, still)]
  await page.getByRole('button', { name: 'Dry run' }).click()
  await expect(rowOf(page, cancelled)).toContainText(/would go on.*then 1 parked/)
  await expect(rowOf(page, still)).toContainText('would fail again')
  await expect(page.getByText('A dry run: nothing was changed')).toBeVisible()
  expect([await storyOf(page, cancelled), await storyOf(page, still)]).toEqual(before)

  await page.getByRole('button', { name: 'Redrive 2' }).click()
  await expect(rowOf(page, cancelled)).toContainText('went on')
  await expect(rowOf(page, still)).toContainText('still waiting')
  await expect(rowOf(page, still)).toContainText('failed again', UNTIL_DEAD)
  await expect(page.getByText(/1 went on.*1 failed again/)).toBeVisible()

  // The charge was closed, and what was parked found nothing to give back.
  await open(page, `/admin/orders/${cancelled}`)
  expect((await storyOf(page, cancelled)).map(({ eventType }) => eventType)).not.toContain('PaymentProcessed')
  await open(page, '/admin/dead-letters?tab=history')
  const decision = (orderId: string) =>
    page.getByRole('row').filter({ has: page.getByRole('link', { name: `Order ${orderId}` }) })
  await expect(decision(cancelled)).toContainText(
    /Admin redrove it.*The payment provider answered 500.*went on/,
  )
  await expect(decision(still)).toContainText('failed again')
})

test('a link opens one letter, which is discarded with a reason and stays in the history', async ({
  page,
  shop,
}) => {
  const orderId = await downOrder(shop)
  const { eventId } =
    (await storyOf(page, orderId)).find(({ eventType }) => eventType === 'OrderConfirmed') ?? {}
  await open(page, '/admin/dead-letters')
  await expect(rowOf(page, orderId)).toBeVisible(UNTIL_DEAD)

  const letter = `/admin/dead-letters?event=${eventId}&module=payments`
  await open(page, letter)
  await expect(page.getByRole('region', { name: 'Tries' }).getByRole('listitem')).toContainText([
    /Try 1: The payment provider answered 500, again in/,
    /Try 2/,
    /Try 3/,
    /Try 4: .*, then dead/,
  ])
  await expect(page.getByRole('region', { name: 'Parked behind it' })).toContainText('Nothing')

  await rowOf(page, orderId).getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Discard…' }).click()
  await page.getByRole('button', { name: 'Discard 1' }).click()
  await expect(page.getByLabel('Why')).toHaveAccessibleDescription('Say why: the history keeps it.')
  await page.getByLabel('Why').fill('A known test order')
  await page.getByRole('button', { name: 'Discard 1' }).click()
  await expect(rowOf(page, orderId)).toContainText('discarded')

  await page.getByRole('link', { name: 'History' }).click()
  await expect(
    page.getByRole('row').filter({ has: page.getByRole('link', { name: `Order ${orderId}` }) }),
  ).toContainText(/Admin discarded it.*A known test order/)
  await open(page, letter)
  await expect(page.getByRole('region', { name: 'Not dead any more' })).toContainText(
    'Admin discarded it: A known test order',
  )
})

test('an address that cannot be shows what it can, and says so', async ({ page }) => {
  await open(page, '/admin/dead-letters?group=everything&module=kitchen')
  await expect(
    page.getByText('Left out, because the address says something that cannot be: group and module'),
  ).toBeVisible()
  await open(page, '/admin/dead-letters?event=01938f00-0000-7000-8000-000000000000&module=payments')
  await expect(page.getByText('That letter is not here')).toBeVisible()
})

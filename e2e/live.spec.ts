import { expect, expectStatus, open } from './fixtures'
import { test } from './line'
import { deskState } from './way-in'

const live = 'Live, this page moves by itself'
const lost = 'No live connection, so we look every second'
const story = { name: 'Events of this order' }

test('after the connection was cut the page takes up the story again', async ({ page, line, shop }) => {
  const { sku } = await shop.createProduct()
  const order = await shop.reached((await shop.placeOrder({ sku })).orderId, 'SHIPPED')
  await open(page, `${line.origin}/orders/${order.orderId}`)
  await expect(page.getByText(live)).toBeVisible()

  line.cut()
  await expect(page.getByText(lost)).toBeVisible()
  // Happens while the page cannot hear it.
  await shop.dispatch(order)
  line.mend()
  await expect(page.getByRole('heading', { name: 'It is on its way.' })).toBeVisible()
  await expect(page.getByText(live)).toBeVisible()

  await shop.deliver(order)
  await expect(page.getByRole('heading', { name: 'It has arrived.' })).toBeVisible()
})

test('without a live connection the page asks every second', async ({ page, shop }) => {
  await page.route(/orders\.watch/, (route) => route.abort())
  const { sku } = await shop.createProduct()
  const payment = await shop.arm({ effect: 'DELAY', delayMs: 60_000, sku, module: 'payments' })
  const { orderId } = await shop.placeOrder({ sku })
  await open(page, `/orders/${orderId}`)
  await expectStatus(page, 'CONFIRMED')
  await expect(page.getByText(lost)).toBeVisible()

  await shop.disarm(payment)
  await expectStatus(page, 'SHIPPED')
  await shop.dispatch(await shop.order(orderId))
  await expect(page.getByRole('heading', { name: 'It is on its way.' })).toBeVisible()
})

test.describe('signed in,', () => {
  test.use({ storageState: deskState })

  test('the desk takes up its log again, and nothing is left out', async ({ page, line, shop }) => {
    const { sku } = await shop.createProduct()
    await open(page, `${line.origin}/admin/events`)
    await page.getByRole('button', { name: 'Follow' }).click()
    const linksTo = (orderId: string) => page.getByRole('link', { name: `Order ${orderId}` })
    const before = await shop.placeOrder({ sku })
    await expect(linksTo(before.orderId)).toHaveCount(7)

    line.cut()
    await expect(page.getByText('Live updates are interrupted. Asking every second instead.')).toBeVisible()
    const missed = await shop.placeOrder({ sku })
    await shop.reached(missed.orderId, 'SHIPPED')
    line.mend()
    await expect(linksTo(missed.orderId)).toHaveCount(7)
    await expect(page.getByText('Live updates are interrupted.')).toBeHidden()
    const after = await shop.placeOrder({ sku })
    await expect(linksTo(after.orderId)).toHaveCount(7)
  })

  test('the desk says that it hears nothing, and asks instead', async ({ page, shop }) => {
    await page.route(/events\.watch/, (route) => route.abort())
    const { sku } = await shop.createProduct()
    const { orderId } = await shop.placeOrder({ sku, paymentMethod: 'pm_card_slow' })
    await open(page, `/admin/orders/${orderId}`)
    await expect(page.getByText('Live updates are interrupted. Asking every second instead.')).toBeVisible()

    await expectStatus(page, 'SHIPPED')
    await expect(page.getByRole('list', story)).toContainText('OrderShipped')
  })
})

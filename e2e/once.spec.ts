import type { Page, Route } from '@playwright/test'
import {
  expect,
  expectStatus,
  fillAddress,
  goToCheckout,
  open,
  pay,
  putInCart,
  type Shop,
  test,
} from './fixtures'

const placing = /orders\.place/
const unheard = 'We did not hear whether your order arrived.'

/** The shop gets the request and does it; the answer gets lost on its way back. */
async function loseAnswer(route: Route) {
  await route.fetch()
  await route.abort()
}

/** Ready to pay for one thing, and how many orders there are of it. */
async function ready(page: Page, shop: Shop, stockQuantity = 10) {
  const product = await shop.createProduct({ stockQuantity })
  await putInCart(page, product)
  await goToCheckout(page)
  await fillAddress(page)
  return product
}

test('a double click on Pay makes one order', async ({ page, shop }) => {
  const { sku } = await ready(page, shop)
  await page.getByRole('button', { name: 'Pay €18.00' }).dblclick()
  await expectStatus(page, 'SHIPPED')
  expect(await shop.ordersOf(sku)).toBe(1)
})

test('a request that is sent twice makes one order', async ({ page, shop }) => {
  const { sku } = await ready(page, shop)
  await page.route(placing, async (route) => {
    const [first] = await Promise.all([route.fetch(), route.fetch()])
    await route.fulfill({ response: first })
  })
  await page.getByRole('button', { name: 'Pay €18.00' }).click()
  await expectStatus(page, 'SHIPPED')
  expect(await shop.ordersOf(sku)).toBe(1)
})

test('when the answer was lost, pressing again makes no second order', async ({ page, shop }) => {
  const { sku } = await ready(page, shop)
  await page.route(placing, loseAnswer)
  await page.getByRole('button', { name: 'Pay €18.00' }).click()
  await expect(page.getByRole('alert').filter({ hasText: unheard })).toBeVisible()
  await expect.poll(() => shop.ordersOf(sku)).toBe(1)

  await page.unroute(placing)
  await pay(page)
  await expectStatus(page, 'SHIPPED')
  await expect(page.getByRole('link', { name: 'Cart, empty' })).toBeVisible()
  expect(await shop.ordersOf(sku)).toBe(1)
})

test('when the answer was lost, and another card is chosen, the order that was made is found', async ({
  page,
  shop,
}) => {
  const { sku } = await ready(page, shop)
  await page.route(placing, loseAnswer)
  await page.getByRole('button', { name: 'Pay €18.00' }).click()
  await expect(page.getByText(unheard)).toBeVisible()

  await page.unroute(placing)
  await pay(page, 'Mastercard')
  await expect(page.getByText('Visa test card').first()).toBeVisible()
  expect(await shop.ordersOf(sku)).toBe(1)
})

test('a reload while the order is placed makes no second order', async ({ page, shop }) => {
  const { sku } = await ready(page, shop)
  const arrived = new Promise<void>((resolve) => {
    page.route(placing, async (route) => {
      await route.fetch()
      resolve()
    })
  })
  await page.getByRole('button', { name: 'Pay €18.00' }).click()
  await arrived
  // The answer is held back until the page that waits for it is gone: without the route it would still arrive.
  await open(page, '/checkout')
  await page.unroute(placing)

  await expect(page.getByText(unheard)).toBeVisible()
  await pay(page)
  await expectStatus(page, 'SHIPPED')
  expect(await shop.ordersOf(sku)).toBe(1)
})

test('the last one was bought, and its answer lost: the page still leads to the order', async ({
  page,
  shop,
}) => {
  const { sku } = await ready(page, shop, 1)
  await page.route(placing, loseAnswer)
  await page.getByRole('button', { name: 'Pay €18.00' }).click()
  await expect(page.getByText(unheard)).toBeVisible()
  await page.unroute(placing)
  await expect.poll(async () => (await shop.product(sku)).availableStock).toBe(0)
  await open(page, '/checkout')

  await page.getByRole('button', { name: 'Send it again' }).click()
  await expectStatus(page, 'SHIPPED')
  expect(await shop.ordersOf(sku)).toBe(1)
})

test('two orders of the same thing, one after the other, are two', async ({ page, shop }) => {
  const product = await ready(page, shop)
  await pay(page)
  await expectStatus(page, 'SHIPPED')
  await putInCart(page, product)
  await goToCheckout(page)
  await pay(page)
  await expectStatus(page, 'SHIPPED')
  expect(await shop.ordersOf(product.sku)).toBe(2)
})

test('without a connection nothing is sent, and what was typed is kept', async ({ page, context, shop }) => {
  const { sku } = await ready(page, shop)
  await context.setOffline(true)
  await expect(page.getByText('You are offline. What you see may be old')).toBeVisible()
  await page.getByRole('button', { name: 'Pay €18.00' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'nothing was sent' })).toBeVisible()
  await expect(page.getByLabel('Full name')).toHaveValue('A. Customer')

  await context.setOffline(false)
  await expect(page.getByText('You are offline. What you see may be old')).toBeHidden()
  expect(await shop.ordersOf(sku)).toBe(0)
  await pay(page)
  await expectStatus(page, 'SHIPPED')
})

import { randomBytes } from 'node:crypto'
import {
  type APIRequestContext,
  test as base,
  type ConsoleMessage,
  expect,
  type Locator,
  type Page,
} from '@playwright/test'
import { withKey } from './way-in'

export { expect }

export type Product = {
  productId: string
  sku: string
  name: string
  price: number
  stockQuantity: number
  reservedQuantity: number
  availableStock: number
}

type Order = {
  orderId: string
  status: string
  accessToken: string
  shipmentId?: string
  trackingNumber?: string
}

type NewProduct = {
  name?: string
  category?: string
  picture?: string
  price?: number
  stockQuantity?: number
}
/** What is to go wrong, and for whom. Tests run side by side, so each names its own product or order. */
type NewRule = { effect: string; delayMs?: number; module?: string; eventType?: string; attempt?: number } & {
  uses?: number
} & ({ sku: string } | { orderId: string })
type Rule = {
  ruleId: string
  state: string
  usesLeft: number
  used: { eventId: string; eventType: string; lane: string; module: string | null; attempt: number | null }[]
}
type NewOrder = { sku: string; quantity?: number; paymentMethod?: string; customerId?: string }

export const address = {
  name: 'A. Customer',
  street: '14 Example Street',
  city: 'Amsterdam',
  postalCode: '1012 AB',
  country: 'NL',
}

/** The shop as a client program sees it. Every test sells products of its own, so that none takes another's stock. */
export type Shop = ReturnType<typeof shopAt>

/** @param undo what is to be done when the test is over. */
function shopAt(request: APIRequestContext, undo: (() => Promise<unknown>)[]) {
  async function call<T>(method: string, path: string, data?: object): Promise<T> {
    const response = await request.fetch(`/api${path}`, { method, data })
    const text = await response.text()
    expect(response.ok(), `${method} ${path}: ${text}`).toBe(true)
    return (text ? JSON.parse(text) : undefined) as T
  }

  const product = (sku: string) => call<Product>('GET', `/inventory/products/${sku}`)
  const order = (orderId: string) => call<Order>('GET', `/orders/${orderId}`)
  return {
    product,
    order,
    async createProduct({ stockQuantity = 10, price = 18, ...rest }: NewProduct = {}) {
      const tail = unique()
      const product = await call<Product>('POST', '/inventory/products', {
        sku: `E2E-${tail}`,
        name: `Test cup ${tail}`,
        stockQuantity,
        price,
        ...rest,
      })
      // So that what one test sells does not stand in the catalogue of the next.
      undo.push(() => call('PATCH', `/inventory/products/${product.sku}`, { status: 'INACTIVE' }))
      return product
    },
    changeProduct: (sku: string, changes: object) =>
      call<Product>('PATCH', `/inventory/products/${sku}`, changes),
    /** How many orders were made of this product, by anybody. */
    async ordersOf(sku: string) {
      const orders = await call<{ items: { sku: string }[] }[]>('GET', '/orders?limit=200')
      return orders.filter(({ items }) => items.some((item) => item.sku === sku)).length
    },
    /** Answers its token too, which is told this once. */
    placeOrder: ({ sku, quantity = 1, ...rest }: NewOrder) =>
      call<Order>('POST', '/orders', { items: [{ sku, quantity }], shippingAddress: address, ...rest }),
    /** Waits until the order has got so far, and answers it. */
    async reached(orderId: string, status: string): Promise<Order> {
      await expect.poll(async () => (await order(orderId)).status, { message: orderId }).toBe(status)
      return order(orderId)
    },
    cancel: (orderId: string, reason: string) => call('POST', `/orders/${orderId}/cancel`, { reason }),
    dispatch: ({ shipmentId }: Order) => call('POST', `/shipments/${shipmentId}/dispatch`),
    /** Forgets whom an order was for, as soon as all have heard how it ended. */
    erase: (orderId: string) =>
      expect(async () => call('POST', '/customers/erase', { orderId })).toPass({ timeout: 10_000 }),
    deliver: ({ shipmentId }: Order) => call('POST', `/shipments/${shipmentId}/deliver`),
    /** Has something go wrong on purpose, until it is used up, disarmed, or the test is over. */
    async arm(rule: NewRule) {
      const armed = await call<Rule>('POST', '/fault-lab/rules', rule)
      undo.push(async () => request.delete(`/api/fault-lab/rules/${armed.ruleId}`))
      return armed
    },
    /** Tells a program of somebody else what happens, until the test is over. */
    async createEndpoint(endpoint: { name: string; url: string; filters: string[] }) {
      const made = await call<{ id: string; secret: string }>('POST', '/webhooks', endpoint)
      undo.push(async () => request.delete(`/api/webhooks/${made.id}`))
      return made
    },
    changeEndpoint: (id: string, how: 'pause' | 'rotate') => call('POST', `/webhooks/${id}/${how}`, {}),
    disarm: ({ ruleId }: Rule) => call('DELETE', `/fault-lab/rules/${ruleId}`),
    /** Whom the rule has met so far, as "module EventType try". */
    async metBy({ ruleId }: Rule) {
      const { used } = await call<Rule>('GET', `/fault-lab/rules/${ruleId}`)
      return used.map(({ module, eventType, attempt }) =>
        [module, eventType, attempt].filter(Boolean).join(' '),
      )
    },
  }
}

const unique = () => randomBytes(4).toString('hex').toUpperCase()

/** An order of every ending, of what the shop sells since it opened; the same for all tests of a worker. */
export type Stories = Awaited<ReturnType<typeof tellStories>>

async function tellStories(shop: Shop) {
  const [lamp, mug, pen] = ['LAMP-PEBBLE-01', 'MUG-LOW-CLAY', 'PEN-STEM-BRASS']
  for (const sku of [lamp, mug, pen]) {
    const { availableStock, reservedQuantity } = await shop.product(sku)
    if (availableStock < 10) {
      await shop.changeProduct(sku, { stockQuantity: reservedQuantity + 24, reason: 'New from the workshop' })
    }
  }
  const ended = async (status: string, order: NewOrder) => {
    const placed = await shop.placeOrder({ customerId: 'grace', ...order })
    return { ...placed, ...(await shop.reached(placed.orderId, status)) }
  }

  const cancelled = await shop.placeOrder({ sku: pen, customerId: 'ada', paymentMethod: 'pm_card_slow' })
  await shop.reached(cancelled.orderId, 'CONFIRMED')
  await shop.cancel(cancelled.orderId, 'Ordered the wrong colour')
  const declined = await ended('PAYMENT_FAILED', { sku: lamp, paymentMethod: 'pm_card_declined' })
  const rejected = await ended('REJECTED', { sku: 'CLOCK-HOUR-20', quantity: 90 })
  const delivered = await ended('SHIPPED', { sku: mug, quantity: 4 })
  const dispatched = await ended('SHIPPED', { sku: pen })
  const shipped = await ended('SHIPPED', { sku: lamp, quantity: 2 })
  for (const order of [delivered, dispatched]) await shop.dispatch(order)
  await shop.deliver(delivered)
  await expect.poll(() => shop.order(cancelled.orderId)).toHaveProperty('refundedAt')
  return { cancelled, declined, rejected, delivered, dispatched, shipped }
}

export const test = base.extend<{ shop: Shop }, { stories: Stories }>({
  page: async ({ page }, use) => {
    const errors: string[] = []
    page.on('pageerror', ({ message }) => errors.push(message))
    page.on('console', (message) => {
      if (isForbidden(message)) errors.push(message.text())
    })
    await use(page)
    // A page that asks again and again may be answered when it is closed already.
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    // Also what React mends by itself: a page that the server wrote differently from the browser.
    expect(errors, 'errors that nobody caught').toEqual([])
  },
  shop: async ({ playwright, baseURL }, use) => {
    const request = await playwright.request.newContext({ baseURL, extraHTTPHeaders: withKey() })
    const undo: (() => Promise<unknown>)[] = []
    await use(shopAt(request, undo))
    await Promise.all(undo.map((each) => each()))
    await request.dispose()
  },
  stories: [
    async ({ playwright }, use, { project }) => {
      const { baseURL } = project.use
      const request = await playwright.request.newContext({ baseURL, extraHTTPHeaders: withKey() })
      await use(await tellStories(shopAt(request, [])))
      await request.dispose()
    },
    { scope: 'worker' },
  ],
})

/** What the page's own policy did not let it do. */
const isForbidden = (message: ConsoleMessage) => /content security policy|refused to/i.test(message.text())

/** Opens a page and waits until it listens: a press before the scripts have taken the page over would be lost. */
export async function open(page: Page, path: string) {
  await page.goto(path)
  await listening(page)
}

/** Waits until all that can be pressed hears it: what is pressed before is lost. */
export const listening = (page: Page) =>
  page.waitForFunction(() =>
    [...document.querySelectorAll('a, button')].every((element) =>
      Object.keys(element).some((key) => key.startsWith('__reactProps')),
    ),
  )

/** Puts a product into the cart as a customer does. */
export async function putInCart(page: Page, { sku, name }: Product, quantity = 1) {
  await open(page, `/products/${sku}`)
  const number = page.getByRole('textbox', { name: `Quantity of ${name}` })
  await number.fill(String(quantity))
  await number.press('Enter')
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await expect(page.getByText(`${quantity} × ${name} added`)).toBeVisible()
}

export async function goToCheckout(page: Page) {
  await open(page, '/cart')
  await page.getByRole('link', { name: 'Go to checkout' }).click()
  await expect(page.getByRole('heading', { name: 'Checkout' })).toBeVisible()
}

/** The fields of an address in the Netherlands; for another country, what is called otherwise there. */
export async function fillAddress(
  page: Page,
  other: Record<string, string> = { 'Postal code': address.postalCode },
) {
  await page.getByLabel('Full name').fill(address.name)
  await page.getByLabel('Street and number').fill(address.street)
  for (const [label, text] of Object.entries(other)) await page.getByLabel(label).fill(text)
  await page.getByLabel('City').fill(address.city)
}

/** Chooses how to pay, pays, and is on the order's page. Answers the order's id. */
export async function pay(page: Page, method = 'Visa'): Promise<string> {
  await page.getByRole('radio', { name: method }).check()
  await page.getByRole('button', { name: /^Pay / }).click()
  await page.waitForURL(/\/orders\/[\w-]+$/)
  return page.url().split('/').at(-1) ?? ''
}

/** The whole way from the shelf to the order's page. */
export async function buy(page: Page, product: Product, { quantity = 1, method = 'Visa' } = {}) {
  await putInCart(page, product, quantity)
  await goToCheckout(page)
  await fillAddress(page)
  return pay(page, method)
}

/** Opens an order's page by its private link, as whoever was sent it: from now on this browser has the order. */
export async function openPrivately(
  page: Page,
  { orderId, accessToken }: Pick<Order, 'orderId' | 'accessToken'>,
) {
  await open(page, `/orders/${orderId}#token=${accessToken}`)
  await expect(page.getByRole('button', { name: 'Copy a private link' })).toBeVisible()
}

/** Where the order stands by the page that is open, the shop's or the desk's. */
export const orderStatus = (page: Page): Locator => page.locator('[data-testid="order-status"]')

export async function expectStatus(page: Page, status: string) {
  await expect(orderStatus(page)).toHaveAttribute('data-status', status)
}

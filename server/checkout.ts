import { z } from 'zod'
import { hasPostalCode, isCountry, needsState } from './kernel/country'
import { conflict, unprocessable } from './kernel/errors'
import { toMajor } from './kernel/money'
import { line, sku } from './kernel/text'
import { priceList } from './modules/inventory'
import { type Buyer, listForBrowser, placeOrder } from './modules/orders'
import { paymentMethods } from './modules/payments'
import { findAnswer, type Once } from './platform/idempotency'

const MAX_QUANTITY = 1_000

const Line = z.strictObject({
  sku,
  quantity: z.number().int().min(1).max(MAX_QUANTITY),
  unitPrice: z
    .number()
    .nonnegative()
    .optional()
    .describe('The price that the caller saw; if it is another one by now, nothing is sold.'),
})

const Address = z
  .strictObject({
    name: line(200),
    street: line(200),
    city: line(100),
    state: line(100).optional(),
    postalCode: line(20).optional(),
    country: z
      .string()
      .refine(isCountry, 'must be an ISO 3166 alpha-2 country code, like NL')
      .describe('ISO 3166, two letters.'),
  })
  .superRefine(
    ({ country, state, postalCode }, context) => {
      const missing = (field: string) =>
        context.addIssue({ code: 'custom', path: [field], message: `is required for ${country}` })
      if (needsState(country) && state === undefined) missing('state')
      if (isCountry(country) && hasPostalCode(country) && postalCode === undefined) missing('postalCode')
    },
    // Also when other fields are wrong, so that every fault is named at once.
    { when: ({ value }) => typeof value === 'object' && value !== null },
  )
  .meta({ id: 'ShippingAddress' })

export const PlaceOrder = z
  .strictObject({
    customerId: line(100).optional(),
    email: z.email().max(254).optional(),
    items: z
      .array(Line)
      .min(1, 'must have at least one line')
      .max(50, 'must have at most 50 lines')
      .superRefine((items, context) => {
        const total = new Map<string, number>()
        for (const [index, item] of items.entries()) {
          const sum = (total.get(item.sku) ?? 0) + item.quantity
          total.set(item.sku, sum)
          if (sum > MAX_QUANTITY && sum > item.quantity) {
            const message = `${sum} of ${item.sku} in all, at most ${MAX_QUANTITY} can be ordered`
            context.addIssue({ code: 'custom', path: [index, 'quantity'], message })
          }
        }
      }),
    shippingAddress: Address,
    paymentMethod: z.enum(paymentMethods).default('pm_card_visa'),
  })
  .meta({ id: 'PlaceOrder' })

type Lines = z.output<typeof PlaceOrder>['items']
type Prices = Awaited<ReturnType<typeof priceList>>

type NewOrder = z.output<typeof PlaceOrder>

/**
 * The one place that asks two modules: the catalogue says what things cost, then the order is placed. The same request with
 * the same idempotency key makes one order, and is answered the same.
 */
export async function checkout(request: NewOrder, buyer: Buyer, key?: string) {
  const once = key === undefined ? undefined : { key, request: ['place', request] }
  // Before prices are looked at: what was sold is sold, whatever it costs by now.
  const answer = await findAnswer<Awaited<ReturnType<typeof sell>>>(once)
  if (!answer) return sell(request, buyer, once)
  // The browser may have missed the first answer, and with it the token by which it finds the order.
  if (buyer.browser) await listForBrowser(answer.orderId, buyer.browser.hash)
  return answer
}

async function sell({ items, ...order }: NewOrder, buyer: Buyer, once?: Once) {
  const prices = await priceList(items.map((item) => item.sku))
  refuseUnknown(items, prices)
  const currency = refuseMixed(items, prices)
  refuseStale(items, prices)
  return placeOrder({ ...order, currency, items: merge(items, prices) }, buyer, once)
}

function refuseUnknown(items: Lines, prices: Prices) {
  const errors = items.flatMap(({ sku }, index) =>
    prices.get(sku)?.status === 'ACTIVE'
      ? []
      : [{ pointer: `/items/${index}/sku`, detail: `${sku} is not for sale` }],
  )
  const [first] = errors
  if (first) throw unprocessable(first.detail, { kind: 'unknown-sku', errors })
}

function refuseMixed(items: Lines, prices: Prices): string {
  const currencies = items.map(({ sku }) => prices.get(sku)?.currency ?? '')
  const [currency = ''] = currencies
  const errors = currencies.flatMap((other, index) =>
    other === currency
      ? []
      : [{ pointer: `/items/${index}/sku`, detail: `costs ${other}, the first line ${currency}` }],
  )
  if (errors.length > 0) {
    throw unprocessable('One order has one currency: order these products apart', {
      kind: 'currency-mix',
      errors,
    })
  }
  return currency
}

function refuseStale(items: Lines, prices: Prices) {
  const stale = items.flatMap(({ sku, unitPrice }) => {
    const price = prices.get(sku)
    const currentPrice = price && toMajor(price.unitCents, price.currency)
    return unitPrice === undefined || unitPrice === currentPrice ? [] : [{ sku, unitPrice, currentPrice }]
  })
  if (stale.length > 0) {
    const detail = `The price has changed: ${stale.map(({ sku, currentPrice }) => `${sku} is ${currentPrice} now`).join(', ')}`
    throw conflict(detail, { kind: 'price-changed', extra: { items: stale } })
  }
}

/** Several lines of one SKU become one. */
function merge(items: Lines, prices: Prices) {
  const merged = new Map<string, { sku: string; name: string; quantity: number; unitCents: number }>()
  for (const { sku, quantity } of items) {
    const { name = sku, unitCents = 0 } = prices.get(sku) ?? {}
    merged.set(sku, { sku, name, unitCents, quantity: (merged.get(sku)?.quantity ?? 0) + quantity })
  }
  return [...merged.values()]
}

import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { orThrow, type Schemas, type TinyStore, tinyStore } from '@/client/client'
import { address } from './address'
import { runningShop } from './running-shop'
import { bold, dim, green, red, table } from './terminal'

/*
 * The four flows of an order, through nothing but the client for REST, each with the timeline of its events. `npm run demo` uses the
 * shop at BASE_URL, and when none answers there a shop of its own, on a free port and in a folder of its own.
 */

type Order = Schemas['SeenOrder']
type Event = Schemas['Event']
type EventType = Event['eventType']

type Flow = {
  title: string
  quantity: number
  paymentMethod: Schemas['PlaceOrder']['paymentMethod']
  cancel?: boolean
  /** How it has to end. */
  status: string
  reserved: number
  story: EventType[]
}

const STOCK = 10
const tillConfirmed: EventType[] = ['OrderPlaced', 'InventoryReserved', 'OrderConfirmed']

const flows: Flow[] = [
  {
    title: 'Happy path',
    quantity: 2,
    paymentMethod: 'pm_card_visa',
    status: 'SHIPPED',
    reserved: 2,
    story: [...tillConfirmed, 'PaymentProcessed', 'OrderPaid', 'ShipmentCreated', 'OrderShipped'],
  },
  {
    title: 'Insufficient stock',
    quantity: STOCK + 1,
    paymentMethod: 'pm_card_visa',
    status: 'REJECTED',
    reserved: 0,
    story: ['OrderPlaced', 'InventoryReservationFailed', 'OrderRejected'],
  },
  {
    title: 'Declined card',
    quantity: 2,
    paymentMethod: 'pm_card_declined',
    status: 'PAYMENT_FAILED',
    reserved: 0,
    story: [...tillConfirmed, 'PaymentFailed', 'OrderPaymentFailed', 'InventoryReleased'],
  },
  {
    title: 'Cancelled while the card is charged',
    quantity: 2,
    paymentMethod: 'pm_card_slow',
    cancel: true,
    status: 'CANCELLED',
    reserved: 0,
    story: [...tillConfirmed, 'OrderCancelled', 'InventoryReleased', 'PaymentProcessed', 'PaymentRefunded'],
  },
]

const LIMIT_MS = 30_000
const POLL_MS = 20
/** An order that has come to its end and has not changed for so long is looked at no more. */
const QUIET_MS = 200

async function main() {
  const shop = await runningShop()
  try {
    const { database, engine } = await orThrow(tinyStore({ origin: shop.origin }).GET('/api/health'))
    if (!engine) throw new Error(`What answers at ${shop.origin} is not a Tiny Store`)
    console.log(`\n${bold('Tiny Store')}  ${shop.origin}  ${dim(`${database} · engine: ${engine}`)}`)
    const { key, giveBack } = await shop.key('Demo')
    const store = tinyStore({ origin: shop.origin, key })
    const failed: string[] = []
    for (const [index, flow] of flows.entries()) {
      const { title, quantity, paymentMethod } = flow
      console.log(
        `\n${bold(`${index + 1}  ${title}`)}  ${dim(`${quantity} of ${STOCK} in stock, ${paymentMethod}`)}`,
      )
      await show(store, flow).catch((error: Error) => {
        failed.push(title)
        console.log(`   ${red('✘')} ${error.message}`)
      })
    }
    await giveBack()
    if (failed.length > 0)
      throw new Error(`${failed.length} of ${flows.length} flows went wrong: ${failed.join(', ')}`)
    console.log(`\n${green('✔')} All ${flows.length} flows ended as they should.\n`)
  } finally {
    await shop.close()
  }
}

/** Sells something of its own, follows the order to its end, and throws when that is not the right one. */
async function show(store: TinyStore, flow: Flow) {
  const sku = `DEMO-${randomUUID().slice(0, 8)}`.toUpperCase()
  const product = { params: { path: { sku } } }
  const name = `${flow.title} (demo)`
  await orThrow(
    store.POST('/api/inventory/products', { body: { sku, name, price: 12.5, stockQuantity: STOCK } }),
  )
  try {
    const { quantity, paymentMethod } = flow
    const body = { items: [{ sku, quantity }], shippingAddress: address, paymentMethod }
    const { orderId } = await orThrow(store.POST('/api/orders', { body }))
    const seen = ['PENDING']
    if (flow.cancel) await cancelWhileCharged(store, orderId, seen)
    const { order, story, problem } = await followToEnd(store, orderId, { flow, seen })
    const { reservedQuantity: reserved } = await orThrow(store.GET('/api/inventory/products/{sku}', product))
    console.log(`\n${timeline(story)}\n`)
    console.log(
      `   ${dim(`order ${orderId} · seen as ${seen.join(', ')} · ${reserved} of ${STOCK} reserved now`)}`,
    )
    if (problem) throw new Error(problem)
    if (reserved !== flow.reserved)
      throw new Error(`${reserved} are reserved, and it should be ${flow.reserved}`)
    console.log(`   ${green('✔')} ${bold(order.status)}  ${endOf(order)}`)
  } finally {
    // So that it does not stay in the catalogue. What went wrong before is worth more than what goes wrong here.
    const body = { status: 'INACTIVE' as const }
    await store.PATCH('/api/inventory/products/{sku}', { ...product, body }).catch(() => {})
  }
}

/** A moment after it was confirmed the slow card is being charged: only then is there money to give back. */
async function cancelWhileCharged(store: TinyStore, orderId: string, seen: string[]) {
  const until = Date.now() + LIMIT_MS
  while ((await look(store, orderId, seen)).status !== 'CONFIRMED') {
    if (Date.now() > until) throw new Error(`The order is still ${seen.at(-1)} after ${LIMIT_MS / 1_000} s`)
    await wait(POLL_MS)
  }
  await wait(QUIET_MS)
  const params = { path: { orderId } }
  await orThrow(store.POST('/api/orders/{orderId}/cancel', { params, body: { reason: 'Changed my mind' } }))
}

async function look(store: TinyStore, orderId: string, seen: string[]): Promise<Order> {
  const order = await orThrow(store.GET('/api/orders/{orderId}', { params: { path: { orderId } } }))
  if (seen.at(-1) !== order.status) seen.push(order.status)
  return order
}

/** Looks until the order is what it has to become, or something final that it must not, and no longer changes. */
async function followToEnd(
  store: TinyStore,
  orderId: string,
  { flow, seen }: { flow: Flow; seen: string[] },
) {
  const until = Date.now() + LIMIT_MS
  let last = ''
  let changedAt = 0
  for (;;) {
    const order = await look(store, orderId, seen)
    const params = { query: { orderId, order: 'asc' as const } }
    const story = await orThrow(store.GET('/api/events', { params }))
    const now = `${order.updatedAt} ${story.length}`
    if (now !== last) changedAt = Date.now()
    last = now
    const problem = differenceTo(flow, order, story)
    const final = !['PENDING', 'CONFIRMED', 'PAID', flow.status].includes(order.status)
    const quiet = Date.now() - changedAt > QUIET_MS
    if (quiet && (!problem || final)) return { order, story, problem }
    if (Date.now() > until) {
      return { order, story, problem: `${problem ?? 'It still changes'}, after ${LIMIT_MS / 1_000} s` }
    }
    await wait(POLL_MS)
  }
}

/** What is not yet as it should be. Two modules may write at once, so the order of the events is left open. */
function differenceTo({ status, story }: Flow, order: Order, events: Event[]): string | undefined {
  if (order.status !== status) return `The order is ${order.status}, and it should be ${status}`
  const types = events.map(({ eventType }) => eventType)
  const missing = story.filter((type) => !types.includes(type))
  if (missing.length > 0) return `The story lacks ${missing.join(', ')}`
  if (types.length > story.length)
    return `The story has ${types.length} events, and it should have ${story.length}`
  if (story.includes('PaymentRefunded') && !order.refundedAt) return 'The order does not know of its refund'
}

function endOf({ trackingNumber, rejectionReason, failureReason, refundedAt, totalAmount, currency }: Order) {
  if (refundedAt) return `${totalAmount.toFixed(2)} ${currency} captured, and refunded`
  return trackingNumber ?? rejectionReason ?? failureReason ?? ''
}

/** When, what, by what kind of thing, and because of what. */
function timeline(story: Event[]): string {
  const times = story.map(({ occurredAt }) => Date.parse(occurredAt))
  const since = (index: number, from: number) => (times[index] ?? 0) - (times[from] ?? 0)
  const [head = '', ...lines] = table(
    [
      ['since first', 'since last', 'event', 'aggregate', 'seq', 'because of'],
      ...story.map(({ eventType, aggregateType, sequence, causationId }, index) => {
        const cause = story.find(({ eventId }) => eventId === causationId)
        return [
          `${since(index, 0)} ms`,
          index === 0 ? '' : `+${since(index, index - 1)} ms`,
          eventType,
          aggregateType,
          `${sequence}`,
          cause ? `${cause.sequence} ${cause.eventType}` : 'a command',
        ]
      }),
    ],
    'rrllrl',
  )
  return [dim(head), ...lines].map((line) => `   ${line}`).join('\n')
}

await main().catch((error: Error) => {
  console.error(`\n${red(error.message)}\n`)
  process.exitCode = 1
})

import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { checkout, PlaceOrder } from '@/server/checkout'
import { NewRule } from '@/server/fault-lab'
import { newId } from '@/server/kernel/id'
import { getProduct } from '@/server/modules/inventory'
import { asOwner } from '@/server/platform/database/app-role'
import { connected, transaction } from '@/server/platform/database/connect'
import { redrive } from '@/server/platform/dead-letters'
import { listEvents } from '@/server/platform/event-store'
import { openFaultLab } from '@/server/platform/fault-lab/open'
import { addRule, removeAllRules, removeRule } from '@/server/platform/fault-lab/rules'
import { log } from '@/server/platform/log'
import { settings } from '@/server/platform/settings'
import { api, problemIn } from '@/server/testing/http-client'
import { deadDeliveries } from '@/server/testing/ledger'
import { address, aProduct, order } from '@/server/testing/orders'
import { moneyOf } from '@/server/testing/provider'
import { settled, untilEvent } from '@/server/testing/stories'
import { type Buyer, cancelOrder, getOrder } from '..'
import { orders } from '../infrastructure/tables'
import { sweep } from './unpaid'

const { sku } = await aProduct(1_000)

/** Not paid for as long as the test looks: the bank does not answer. */
const placeUnpaid = (buyer: Omit<Buyer, 'trusted'>, customerId?: string) =>
  checkout(
    PlaceOrder.parse({
      items: [{ sku, quantity: 1 }],
      shippingAddress: address,
      paymentMethod: 'pm_card_down',
      customerId,
    }),
    { ...buyer, trusted: false },
  )

const aBrowser = () => ({ hash: newId() })

/** How many of so many at once are let through. */
async function placed(count: number, place: () => Promise<unknown>) {
  const answers = await Promise.allSettled(Array.from({ length: count }, place))
  for (const answer of answers)
    if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'TOO_MANY' })
  return answers.filter(({ status }) => status === 'fulfilled').length
}

describe('orders that nobody has paid', () => {
  const { rateLimitScale } = settings()
  beforeEach(() => {
    settings().rateLimitScale = 1
  })
  afterAll(() => {
    settings().rateLimitScale = rateLimitScale
  })

  it('are ten of one browser at most, to the order, however many it asks for at once', async () => {
    const browser = aBrowser()
    expect(await placed(25, () => placeUnpaid({ browser }))).toBe(10)
    await expect(placeUnpaid({ browser })).rejects.toThrow('10 orders from you are not paid yet')
    expect(await placed(1, () => placeUnpaid({ browser: aBrowser() }))).toBe(1)
  })

  it('are ten of one customer at most, from whatever browsers', async () => {
    const customerId = newId()
    expect(await placed(15, () => placeUnpaid({ browser: aBrowser() }, customerId))).toBe(10)
  })

  it('are fifty from one address at most, whoever orders there', async () => {
    const origin = newId()
    expect(await placed(60, () => placeUnpaid({ browser: aBrowser(), origin }))).toBe(50)
    await expect(placeUnpaid({ origin })).rejects.toThrow('50 orders from your network are not paid yet')
    expect(await placed(1, () => placeUnpaid({ origin: newId() }))).toBe(1)
  })

  it('make room for another when one of them is cancelled', async () => {
    const browser = aBrowser()
    const first = await placeUnpaid({ browser })
    expect(await placed(15, () => placeUnpaid({ browser }))).toBe(9)
    await cancelOrder(first.orderId)
    expect(await placed(2, () => placeUnpaid({ browser }))).toBe(1)
  })

  it('are no longer counted when they are paid', async () => {
    const browser = aBrowser()
    for (let count = 0; count < 12; count++) {
      const { orderId } = await checkout(
        PlaceOrder.parse({ items: [{ sku, quantity: 1 }], shippingAddress: address }),
        { browser, trusted: false },
      )
      await untilEvent(orderId, 'OrderPaid')
    }
  })

  it('may be more for whoever orders for others', async () => {
    const browser = aBrowser()
    const place = () =>
      checkout(
        PlaceOrder.parse({
          items: [{ sku, quantity: 1 }],
          shippingAddress: address,
          paymentMethod: 'pm_card_down',
        }),
        { browser, origin: 'here', trusted: true },
      )
    expect(await placed(12, place)).toBe(12)
  })

  it('may be more where RATE_LIMIT_SCALE says so', async () => {
    settings().rateLimitScale = 1.5
    const browser = aBrowser()
    expect(await placed(20, () => placeUnpaid({ browser }))).toBe(15)
  })

  it('are refused by REST with 429, when to ask again, and the ways out; and nothing is kept of it', async () => {
    const customerId = newId()
    const body = {
      items: [{ sku, quantity: 1 }],
      shippingAddress: address,
      paymentMethod: 'pm_card_down',
      customerId,
    }
    const key = { 'idempotency-key': newId() }
    const unpaid: string[] = []
    for (let count = 0; count < 10; count++) unpaid.push((await placeUnpaid({}, customerId)).orderId)
    const refused = await api('POST', '/api/orders', body, key)
    const problem = problemIn(refused, 429)
    expect(problem).toMatchObject({ type: '/problems/too-many-unpaid', unpaidOrders: 10 })
    expect(problem.detail).toContain('Cancel one of them')
    expect(refused.headers.get('retry-after')).toBe('60')
    expect(refused.headers.get('set-cookie')).toBeNull()
    await cancelOrder(unpaid[0] ?? '')
    expect((await api('POST', '/api/orders', body, key)).status).toBe(201)
  })
})

/** An hour passes in some milliseconds, and so does the time between two tries. */
function hurry() {
  const scale = settings().timeScale
  settings().timeScale = 1e-6
  onTestFinished(() => {
    settings().timeScale = scale
  })
}

/** Unpaid orders that other tests left: a sweep would come to them first. */
async function cancelOthers() {
  const scale = settings().timeScale
  settings().timeScale = 1e-6
  await sweep().finally(() => {
    settings().timeScale = scale
  })
}

async function breakOn(rule: object) {
  vi.spyOn(log, 'warn').mockImplementation(() => {})
  const close = await openFaultLab()
  onTestFinished(async () => {
    await removeAllRules()
    await close()
    vi.restoreAllMocks()
  })
  return addRule(NewRule.parse(rule))
}

/** How many wait for somebody else's lock, which only the owner of their sessions may see. */
const waiting = () =>
  transaction(async (tx) => {
    await asOwner(tx)
    const { rows } = (await tx.execute(sql`
      select count(*)::int as count from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`)) as unknown as {
      rows: [{ count: number }]
    }
    return rows[0].count
  })

const hasDied = (orderId: string) =>
  vi.waitFor(async () => expect(await deadDeliveries(orderId)).toHaveLength(1), { timeout: 20_000 })

describe('an order that stays unpaid for an hour', () => {
  it('is cancelled once its payment is given up: by an event like any other, and its stock goes back', async () => {
    const { sku } = await aProduct(5)
    const orderId = await order({ sku, paymentMethod: 'pm_card_down' })
    await hasDied(orderId)
    expect((await getProduct(sku)).availableStock).toBe(4)
    hurry()
    const { payload } = await untilEvent(orderId, 'OrderCancelled')
    expect(payload).toEqual({ orderId, reason: 'It was not paid in time', cancelledBy: 'shop' })
    expect(await settled(orderId)).toMatchObject({ status: 'CANCELLED' })
    expect((await getProduct(sku)).availableStock).toBe(5)
    const [dead] = await deadDeliveries(orderId)
    expect(dead).toMatchObject({ module: 'payments', attempts: 4 })
    if (dead) await redrive(dead, 'test')
    await settled(orderId)
    expect(await moneyOf(orderId)).toMatchObject({ captured: 0, refunded: 0 })
  })

  it('is sold all the same while it is still on its way', async () => {
    const { sku } = await aProduct(5)
    const { ruleId } = await breakOn({ effect: 'DELAY', delayMs: 60_000, sku, eventType: 'OrderConfirmed' })
    hurry()
    const orderId = await order({ sku })
    await untilEvent(orderId, 'OrderConfirmed')
    await sweep()
    await removeRule(ruleId)
    expect(await settled(orderId)).toMatchObject({ status: 'SHIPPED' })
  })

  it('is left to people when the money has arrived and the order cannot hear of it', async () => {
    const { sku } = await aProduct(5)
    await breakOn({ effect: 'THROW_BEFORE_COMMIT', sku, eventType: 'PaymentProcessed', uses: 4 })
    hurry()
    const orderId = await order({ sku })
    await hasDied(orderId)
    await sweep()
    expect(await getOrder(orderId)).toMatchObject({ status: 'CONFIRMED' })
    const [dead] = await deadDeliveries(orderId)
    if (dead) await redrive(dead, 'test')
    expect(await settled(orderId)).toMatchObject({ status: 'SHIPPED' })
  })

  it('is given its money back when the bank had taken it and nobody heard: as with every cancel', async () => {
    const { sku } = await aProduct(5)
    await breakOn({ effect: 'REPLY_LOST', sku, module: 'payments', uses: 4 })
    hurry()
    const orderId = await order({ sku })
    await untilEvent(orderId, 'OrderCancelled')
    await settled(orderId)
    expect(await moneyOf(orderId)).toMatchObject({ captured: 1250, refunded: 0 })
    const [dead] = await deadDeliveries(orderId)
    if (dead) await redrive(dead, 'test')
    await settled(orderId)
    expect(await moneyOf(orderId)).toEqual({ captured: 1250, refunded: 1250, captures: 1 })
  })

  it.runIf(connected().shared)('is kept when its money arrives just then', async () => {
    await cancelOthers()
    const { sku } = await aProduct(5)
    const orderId = await order({ sku, paymentMethod: 'pm_card_down' })
    await hasDied(orderId)
    const sweeping = await transaction(async (tx) => {
      await tx.update(orders).set({ status: 'PAID' }).where(eq(orders.id, orderId))
      hurry()
      const sweeping = sweep()
      // Sooner than a lock is waited for.
      await vi.waitFor(async () => expect(await waiting()).toBeGreaterThan(0), { timeout: 2_000 })
      return { sweeping }
    })
    await sweeping.sweeping
    expect(await getOrder(orderId)).toMatchObject({ status: 'PAID' })
  })

  it('is not cancelled before', async () => {
    const { sku } = await aProduct(5)
    const orderId = await order({ sku, paymentMethod: 'pm_card_down' })
    await hasDied(orderId)
    await sweep()
    expect(await getOrder(orderId)).toMatchObject({ status: 'CONFIRMED' })
  })

  it('is cancelled once, however many processes find it', async () => {
    const { sku } = await aProduct(5)
    const orderId = await order({ sku, paymentMethod: 'pm_card_down' })
    await hasDied(orderId)
    hurry()
    await Promise.all(Array.from({ length: 8 }, () => sweep()))
    await settled(orderId)
    const { items } = await listEvents({ orderId, eventType: 'OrderCancelled' }, { limit: 10 })
    expect(items).toHaveLength(1)
  })
})

import { describe, expect, it } from 'vitest'
import { connected, transaction } from '@/server/platform/database/connect'
import { listDecisions, listGroups } from '@/server/platform/dead-letter-queries'
import { deliveryStatus } from '@/server/platform/delivery-status'
import { append } from '@/server/platform/event-store'
import { WEBHOOK_RUNS_EACH } from '@/server/platform/functions'
import { listReceipts } from '@/server/platform/receipts'
import { settings } from '@/server/platform/settings'
import { sweep } from '@/server/platform/sweep'
import { prove } from '@/server/proof'
import { as } from '@/server/testing/callers'
import { HOUR_MS, letTimePass } from '@/server/testing/clock'
import { aProduct, order } from '@/server/testing/orders'
import { Probe } from '@/server/testing/probe'
import { signatureOf } from '@/server/testing/receiver'
import { settled } from '@/server/testing/stories'
import {
  aStory,
  type Delivery,
  deliveriesTo,
  laneOf,
  storyOfOrder,
  toldOf,
  typeOf,
  until,
  withReceivers,
} from '@/server/testing/webhook-stories'
import { fanOut } from './fan-out'

const api = as('admin')
const { receiver, endpoint } = withReceivers()

/** All tries within a second. */
function hurry() {
  settings().webhookTimeScale = 1e-5
}

/** What came of its try is written down: until then it is under way, and not among those that failed. */
const isPutOff = (delivery?: Delivery) => new Date(delivery?.nextAttemptAt ?? 0) > new Date()

async function violationsOf(...ids: string[]) {
  const violations: Record<string, number> = {}
  for await (const { id, finding } of prove()) if (ids.includes(id)) violations[id] = finding.violations
  return violations
}

describe('an endpoint', () => {
  it('is told what it asked for, signed, in the order of the order', async () => {
    const shop = await receiver()
    const { secret } = await endpoint(shop)
    const orderId = await aStory()
    await until(() => expect(shop.calls).toHaveLength(4))
    expect(shop.calls.map(typeOf)).toEqual(storyOfOrder)
    for (const call of shop.calls) {
      expect(call.signatures).toEqual([signatureOf(call, secret)])
      expect(JSON.parse(call.body)).toMatchObject({ data: { eventId: call.id, lane: orderId } })
      expect(Math.abs(call.timestamp * 1_000 - call.at)).toBeLessThan(2_000)
    }
  })

  it('is not told what it did not ask for, nor what was before it', async () => {
    const before = await aStory()
    const shop = await receiver()
    await endpoint(shop, { filters: ['OrderShipped', 'Payment*'] })
    const orderId = await aStory()
    await until(() => expect(shop.calls).toHaveLength(2))
    expect(toldOf(shop, orderId)).toEqual(['PaymentProcessed', 'OrderShipped'])
    expect(toldOf(shop, before)).toEqual([])
  })

  it('is told again after a failure: the same id, the same bytes, another time and signature', async () => {
    hurry()
    const shop = await receiver(() => (shop.calls.length <= 2 ? { code: 503, body: 'not\n now' } : {}))
    const its = await endpoint(shop, { filters: ['OrderPlaced'] })
    await aStory()
    await until(() => expect(shop.calls).toHaveLength(3))
    const [first, second, third] = shop.calls
    for (const call of [second, third]) expect(call).toMatchObject({ id: first?.id, body: first?.body })
    for (const call of shop.calls) expect(call.signatures).toEqual([signatureOf(call, its.secret)])
    await until(async () => expect(await deliveriesTo(its)).toMatchObject([{ status: 'ARRIVED' }]))
    const [{ attempts } = { attempts: [] }] = await deliveriesTo(its)
    expect(attempts).toMatchObject([
      { number: 1, code: 503, error: '503', excerpt: 'not now' },
      { number: 2, code: 503 },
      { number: 3, code: 200, error: null, excerpt: null },
    ])
  })

  it('that fails holds back the later events of that order, and of no other order', async () => {
    let up = false
    // Whichever order it is told of first.
    let failing: string | undefined
    const shop = await receiver((call) => {
      failing ??= laneOf(call)
      return !up && laneOf(call) === failing ? { code: 500 } : {}
    })
    const its = await endpoint(shop)
    const orders = [await aStory(), await aStory()]
    await until(() => {
      const [other = ''] = orders.filter((orderId) => orderId !== failing)
      expect(toldOf(shop, other)).toEqual(storyOfOrder)
    })
    expect(new Set(toldOf(shop, failing ?? ''))).toEqual(new Set(['OrderPlaced']))
    await until(async () => {
      const [refused] = await deliveriesTo(its, `?eventType=OrderPlaced&orderId=${failing}`)
      expect(isPutOff(refused)).toBe(true)
    })
    up = true
    await letTimePass(HOUR_MS)
    await until(() => expect(toldOf(shop, failing ?? '').slice(-4)).toEqual(storyOfOrder))
  })

  it('that chose speed over order is told the rest of an order that fails', async () => {
    const shop = await receiver((call) => (typeOf(call) === 'OrderPlaced' ? { code: 500 } : {}))
    await endpoint(shop, { ordered: false })
    const orderId = await aStory()
    await until(() => expect(new Set(toldOf(shop, orderId))).toEqual(new Set(storyOfOrder)))
  })

  it('that never takes an event is tried seven times; then it is given up and later ones go on', async () => {
    hurry()
    const shop = await receiver((call) => (typeOf(call) === 'OrderPlaced' ? { code: 500 } : {}))
    const its = await endpoint(shop)
    const orderId = await aStory()
    await until(() => expect(toldOf(shop, orderId)).toContain('OrderShipped'))
    const placed = Array(7).fill('OrderPlaced')
    expect(toldOf(shop, orderId)).toEqual([...placed, 'OrderConfirmed', 'OrderPaid', 'OrderShipped'])
    await until(async () =>
      expect(await deliveriesTo(its, '?status=NOT_ARRIVED')).toMatchObject([
        { eventType: 'OrderPlaced', status: 'GIVEN_UP' },
      ]),
    )
  })

  it.each<[string, Parameters<typeof receiver>[0], string | RegExp]>([
    ['redirects', () => ({ code: 301, headers: { location: 'http://127.0.0.1:1/' } }), '301'],
    ['says no', () => ({ code: 404 }), '404'],
    ['never answers', () => 'never', 'no answer in 2 s'],
    ['answers with garbage', () => 'garbage', /./],
    ['hangs up', () => 'hang up', 'the connection broke'],
  ])('that %s has not been told', async (_, answer, error) => {
    const shop = await receiver(answer)
    const its = await endpoint(shop, { filters: ['OrderPlaced'] })
    await aStory()
    await until(async () => {
      const [delivery] = await deliveriesTo(its)
      expect(delivery?.status).toBe('WAITING')
      expect(delivery?.attempts[0]?.error).toMatch(error)
    })
  })

  it('is told once when it answers with any 2xx, however long the answer', async () => {
    const shop = await receiver(() => ({ code: 202, body: 'x'.repeat(1_000_000) }))
    const its = await endpoint(shop, { filters: ['OrderPlaced'] })
    await aStory()
    await until(async () => expect(await deliveriesTo(its)).toMatchObject([{ status: 'ARRIVED' }]))
    expect(shop.calls).toHaveLength(1)
  })

  it('is told once when it takes nearly all the time there is to answer', async () => {
    const shop = await receiver(() => ({ afterMs: 1_200 }))
    const its = await endpoint(shop, { filters: ['OrderPlaced'] })
    await aStory()
    await until(async () => expect(await deliveriesTo(its)).toMatchObject([{ attempts: [{ code: 200 }] }]))
    expect(await deliveriesTo(its)).toMatchObject([{ status: 'ARRIVED' }])
    expect(shop.calls).toHaveLength(1)
  })

  it('that asks for patience gets it', async () => {
    hurry()
    const shop = await receiver(() =>
      shop.calls.length === 1 ? { code: 429, headers: { 'retry-after': '2' } } : {},
    )
    await endpoint(shop, { filters: ['OrderPlaced'] })
    await aStory()
    await until(() => expect(shop.calls).toHaveLength(2))
    const [first, second] = shop.calls
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(1_950)
  })

  it('that is gone is told nothing more, and may come back', async () => {
    const shop = await receiver(() => (shop.calls.length === 1 ? { code: 410 } : {}))
    const its = await endpoint(shop)
    const orderId = await aStory()
    await until(async () =>
      expect((await api('GET', `/api/webhooks/${its.id}`)).body).toMatchObject({
        status: 'DISABLED',
        why: 'Its receiver answered 410: it is gone',
      }),
    )
    expect(shop.calls).toHaveLength(1)
    expect((await api('POST', `/api/webhooks/${its.id}/resume`)).status).toBe(200)
    await until(() => expect(toldOf(shop, orderId)).toEqual(['OrderPlaced', ...storyOfOrder]))
  })
})

describe('what is told', () => {
  // The embedded database has one session: there no transaction can be late.
  it.runIf(connected().shared)(
    'is nothing beyond a transaction that is still under way, and then all',
    async () => {
      const shop = await receiver()
      await endpoint(shop, { filters: ['StockAdjusted'] })
      const [late, early] = [new Probe(), new Probe()]
      const said = { cause: null, reactorsOf: () => [] }
      const heard = () => shop.calls.map(laneOf).filter((lane) => lane === late.id || lane === early.id)
      await transaction(async (tx) => {
        await append(tx, late.say(1).getDomainEvents(), said)
        await transaction((other) => append(other, early.say(1).getDomainEvents(), said))
        await fanOut()
        expect(heard()).toEqual([])
      })
      await until(() => expect(heard().toSorted()).toEqual([late.id, early.id].toSorted()))
    },
  )

  it('is handed out once, however many do so at once', async () => {
    const shop = await receiver()
    const its = await endpoint(shop)
    const { sku } = await aProduct(5)
    const [orderId] = await Promise.all([order({ sku }), ...Array.from({ length: 20 }, () => fanOut())])
    await settled(orderId)
    await Promise.all(Array.from({ length: 20 }, () => fanOut()))
    await until(() => expect(toldOf(shop, orderId)).toEqual(storyOfOrder))
    expect(await deliveriesTo(its)).toHaveLength(4)
  })

  it('is nobody any more, once they are erased: neither sent again, nor in what was answered', async () => {
    const shop = await receiver(({ body }) => ({ code: 500, body: `No: ${body.slice(0, 400)}` }))
    const its = await endpoint(shop, { filters: ['OrderCancelled', 'PersonalDataErased'] })
    const { sku } = await aProduct(5)
    const orderId = await order({ sku, paymentMethod: 'pm_card_slow' })
    await api('POST', `/api/orders/${orderId}/cancel`, { reason: 'I am Grace Hopper' })
    await settled(orderId)
    await until(async () =>
      expect((await deliveriesTo(its))[0]?.attempts[0]?.excerpt).toContain('Grace Hopper'),
    )
    await api('POST', '/api/customers/erase', { orderId })
    await until(async () => {
      const [erased, cancelled] = await deliveriesTo(its)
      expect(erased?.eventType).toBe('PersonalDataErased')
      expect(JSON.stringify(cancelled)).not.toContain('Grace Hopper')
      expect(isPutOff(cancelled)).toBe(true)
    })
    shop.calls.splice(0)
    await api('POST', `/api/webhooks/${its.id}/resend`, { since: '2025-01-01' })
    await until(() => expect(toldOf(shop, orderId)).toContain('OrderCancelled'))
    expect(shop.calls.map(({ body }) => body).join()).not.toContain('Grace')
  })

  it('breaks no promise of the shop, when it is given up and sent again after what came later', async () => {
    hurry()
    // Other tests have told what never was.
    const before = await violationsOf('V1', 'V10', 'V12')
    expect(Object.keys(before)).toHaveLength(3)
    let up = false
    const shop = await receiver((call) => ({ code: up || typeOf(call) !== 'OrderPlaced' ? 200 : 500 }))
    const its = await endpoint(shop)
    const orderId = await aStory()
    await until(async () =>
      expect((await deliveriesTo(its)).map(({ status }) => status)).toEqual([
        'ARRIVED',
        'ARRIVED',
        'ARRIVED',
        'GIVEN_UP',
      ]),
    )
    up = true
    await api('POST', `/api/webhooks/${its.id}/resend`, { since: '2025-01-01' })
    await until(() => expect(toldOf(shop, orderId).at(-1)).toBe('OrderPlaced'))
    await until(async () => expect(await deliveriesTo(its, '?status=NOT_ARRIVED')).toEqual([]))
    expect(await violationsOf('V1', 'V10', 'V12')).toEqual(before)
    expect((await listDecisions({ limit: 50 })).items.map(({ module }) => module)).not.toContain(
      `webhook:${its.id}`,
    )
  })

  it('is left to its own sweep: that of the modules has nothing to do with it', async () => {
    const shop = await receiver(() => ({ code: 500 }))
    const its = await endpoint(shop)
    await aStory()
    await until(() => expect(shop.calls.length).toBeGreaterThan(0))
    await letTimePass(HOUR_MS)
    expect((await sweep(0)).map(({ module }) => module)).not.toContain(`webhook:${its.id}`)
  })
})

describe('an endpoint that does not answer', () => {
  // How many run at once is on the other road the business of Inngest's server, and its double sees to none of it.
  it.runIf(settings().engine === 'embedded')('keeps no other waiting, nor an order', async () => {
    const [dead, shop] = [await receiver(() => 'never'), await receiver()]
    await endpoint(dead, { ordered: false })
    await endpoint(shop)
    const { sku } = await aProduct(20)
    const orders = await Promise.all(Array.from({ length: 6 }, () => order({ sku })))
    await Promise.all(orders.map(settled))
    await until(() => expect(shop.calls).toHaveLength(24))
    for (const orderId of orders) expect(toldOf(shop, orderId)).toEqual(storyOfOrder)
    expect(dead.most).toBeGreaterThan(1)
    expect(dead.most).toBeLessThanOrEqual(WEBHOOK_RUNS_EACH)
  })

  it('is nobody’s dead letter, is no fault of the shop’s health, and stands in no order’s receipts', async () => {
    hurry()
    const before = await deliveryStatus()
    const shop = await receiver(() => ({ code: 500 }))
    const its = await endpoint(shop, { ordered: false })
    const orderId = await aStory()
    await until(async () => expect(await deliveriesTo(its, '?status=GIVEN_UP')).toHaveLength(4))
    expect(await deliveryStatus()).toMatchObject({ dead: before.dead, parked: before.parked })
    expect((await listGroups()).map(({ module }) => module)).not.toContain(`webhook:${its.id}`)
    const receipts = await listReceipts(orderId)
    expect(receipts.length).toBeGreaterThan(0)
    expect(receipts.filter(({ module }) => module.startsWith('webhook:'))).toEqual([])
  })
})

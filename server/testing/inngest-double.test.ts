import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { getProduct } from '@/server/modules/inventory'
import { cancelOrder, getOrder } from '@/server/modules/orders'
import type { PaymentMethod } from '@/server/modules/payments'
import { redrive } from '@/server/platform/dead-letters'
import { disturb } from '@/server/platform/fault-points'
import { createInngest, sendTo } from '@/server/platform/inngest'
import { poke, takeRoad } from '@/server/platform/pokes'
import { prove } from '@/server/proof'
import { FakeClock } from './clock'
import { serveFunctions } from './inngest-app'
import { InngestDouble, type Manners } from './inngest-double'
import { deadDeliveries } from './ledger'
import { runs } from './model/runs'
import { address, aProduct, order } from './orders'
import { moneyOf } from './provider'
import { storyOf } from './stories'

const MINUTE_MS = 60_000
const polite: Manners = { delays: () => [5], losesAnswer: () => false, minuteMs: MINUTE_MS }

const clock = new FakeClock()
/** Changed by each test as it likes. */
const manners: Manners = { ...polite }
let server: InngestDouble
/** Tries that fail are said aloud, and here many do. */
const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
afterAll(() => warn.mockRestore())

beforeAll(async () => {
  const { double, url } = await InngestDouble.listen(clock, manners)
  server = double
  clock.settles = double.landed
  process.env.INNGEST_DEV = url
  takeRoad(double.watch(sendTo(createInngest())))
  await serveFunctions()
})

beforeEach(() => void Object.assign(manners, polite))

afterEach(async () => {
  disturb(undefined)
  Object.assign(manners, polite)
  // Long enough for every retry and every sweep; then nothing may be left, and all that was promised holds.
  await clock.advance(10 * MINUTE_MS)
  for await (const { id, says, finding } of prove())
    expect(finding, `${id}: ${says}`).toMatchObject({ violations: 0 })
})

const happy = [
  'OrderPlaced',
  'InventoryReserved',
  'OrderConfirmed',
  'PaymentProcessed',
  'OrderPaid',
  'ShipmentCreated',
  'OrderShipped',
]

async function anOrder(paymentMethod?: PaymentMethod) {
  const { sku } = await aProduct(5)
  return order({ sku, paymentMethod })
}

describe('a poke', () => {
  it('carries ids only: no address, name or e-mail leaves the database', async () => {
    const before = server.received.length
    const orderId = await anOrder('pm_card_flaky')
    await clock.advance(MINUTE_MS)
    const cancelled = await anOrder()
    await cancelOrder(cancelled, { reason: 'A private reason' })
    await clock.advance(MINUTE_MS)
    expect(await storyOf(orderId)).toEqual(happy)
    const received = server.received.slice(before)
    expect(received.length).toBeGreaterThanOrEqual(10)
    for (const { data, ...event } of received) {
      expect(Object.keys(event).sort()).toEqual(['id', 'name', 'ts'])
      expect(Object.keys(data as object).sort()).toEqual(['eventId', 'eventType', 'lane', 'sequence'])
    }
    const told = JSON.stringify(received)
    for (const secret of [...Object.values(address), 'A private reason', '@', 'pm_card'])
      expect(told).not.toContain(secret)
  })

  it('is ignored when its id was seen within a day, and heard again after that', async () => {
    const runsBefore = vi.fn(manners.delays)
    manners.delays = runsBefore
    const stale = { id: crypto.randomUUID(), eventId: crypto.randomUUID(), lane: 'nobody', sequence: 1 }
    const send = async () => {
      poke([{ ...stale, eventType: 'OrderShipped' }])
      await clock.advance(1_000)
      return runsBefore.mock.calls.length
    }
    expect(await send()).toBe(1)
    expect(await send()).toBe(1)
    manners.minuteMs = 12 * 60 * MINUTE_MS
    await clock.advance(24 * 60 * MINUTE_MS)
    expect(await send()).toBe(2)
  })
})

describe('a redrive', () => {
  it('has a fresh transport id, and is heard at once', async () => {
    const { orderId, dead } = await deadOrder()
    await redrive(dead, 'ada')
    await clock.advance(20_000)
    expect(await deadDeliveries(orderId)).toMatchObject([{ redrives: 1, attempts: 4 }])
  })

  it('would not be heard under the id of the first poke: only the sweep would find it', async () => {
    const { orderId, dead } = await deadOrder()
    const road = takeRoad((pokes) => road?.(pokes.map((again) => ({ ...again, id: again.eventId }))))
    onTestFinished(() => void takeRoad(road))
    await redrive(dead, 'ada')
    await clock.advance(4_000)
    expect(await deadDeliveries(orderId)).toEqual([])
  })

  async function deadOrder() {
    const orderId = await anOrder('pm_card_down')
    await clock.advance(20_000)
    const [dead] = await deadDeliveries(orderId)
    if (!dead) throw new Error('It should be dead by now')
    // Just after a sweep: the next is far away.
    await clock.advance(MINUTE_MS - (clock.now() % MINUTE_MS) + 1)
    return { orderId, dead }
  }
})

describe('a server that is away', () => {
  it('for two minutes loses nothing: the sweep sends again what it never got', async () => {
    const before = await anOrder()
    await clock.advance(6)
    server.stop()
    const meanwhile = await Promise.all([anOrder(), anOrder('pm_card_flaky'), anOrder('pm_card_declined')])
    await clock.advance(2 * MINUTE_MS)
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('did not reach Inngest'))
    for (const orderId of [before, ...meanwhile])
      expect(await storyOf(orderId)).toHaveLength(orderId === before ? 2 : 1)
    server.start({ forgetting: false })
    await clock.advance(5 * MINUTE_MS)
    const [plain = '', flaky = '', declined = ''] = meanwhile
    for (const orderId of [before, plain, flaky]) expect(await storyOf(orderId)).toEqual(happy)
    expect(await getOrder(declined)).toMatchObject({ status: 'PAYMENT_FAILED' })
  }, 60_000)

  it('and comes back with an empty memory loses nothing either', async () => {
    manners.delays = () => [3 * MINUTE_MS]
    const orderIds = await Promise.all([anOrder(), anOrder('pm_card_flaky')])
    await clock.advance(MINUTE_MS)
    server.stop()
    server.start({ forgetting: true })
    Object.assign(manners, polite)
    await clock.advance(3 * MINUTE_MS)
    for (const orderId of orderIds) expect(await storyOf(orderId)).toEqual(happy)
  })
})

describe('a process that dies', () => {
  it('between its commit and the send leaves what the sweep finds', async () => {
    const { sku } = await aProduct(5)
    let deaths = 0
    disturb(async (point) => {
      // Whoever orders gets no answer, and of the next four nobody hears either.
      if (point === 'after commit' && ++deaths <= 5) throw new Error('The process died')
    })
    await expect(order({ sku })).rejects.toThrow('died')
    await clock.advance(8 * MINUTE_MS)
    expect(deaths).toBeGreaterThan(5)
    // Its order went all the way nevertheless: the proof after each test would see any that stands still.
    expect(await getProduct(sku)).toMatchObject({ reservedQuantity: 1 })
  })

  it('between its commit and the answer is called again, and does nothing twice', async () => {
    let calls = 0
    manners.losesAnswer = () => ++calls % 2 === 1
    const orderId = await anOrder()
    await clock.advance(2 * MINUTE_MS)
    expect(await storyOf(orderId)).toEqual(happy)
    expect(await moneyOf(orderId)).toEqual({ captured: 1250, refunded: 0, captures: 1 })
  })
})

describe('a server that delays by minutes, doubles, drops, forgets and never hears an answer', () => {
  const delay = fc.oneof(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 5 * MINUTE_MS }))
  const moods = fc.record({
    delays: fc.infiniteStream(fc.array(delay, { maxLength: 3 })),
    losses: fc.infiniteStream(fc.integer({ min: 0, max: 9 })),
    restarts: fc.array(
      fc.record({ after: fc.integer({ min: 1, max: 4 * MINUTE_MS }), forgetting: fc.boolean() }),
      {
        maxLength: 3,
      },
    ),
    cancels: fc.boolean(),
  })

  it('loses no order, and keeps the order of each', async () => {
    await fc.assert(
      fc.asyncProperty(moods, async ({ delays, losses, restarts, cancels }) => {
        manners.delays = () => delays.next().value ?? []
        manners.losesAnswer = () => losses.next().value === 0
        const orderIds = await Promise.all([
          anOrder(),
          anOrder('pm_card_flaky'),
          anOrder('pm_card_lost_reply'),
        ])
        for (const { after, forgetting } of restarts) {
          await clock.advance(after)
          server.stop()
          server.start({ forgetting })
        }
        const cancelled = orderIds[0] ?? ''
        const late = cancels && (await cancelOrder(cancelled).catch(() => true))
        // Every drop costs a sweep at each of seven hops, and what is delayed comes before its time is over.
        await clock.advance(40 * MINUTE_MS)
        for (const orderId of orderIds.slice(1)) expect(await storyOf(orderId)).toEqual(happy)
        expect((await getOrder(cancelled)).status).toBe(cancels && late !== true ? 'CANCELLED' : 'SHIPPED')
      }),
      runs(8),
    )
  }, 600_000)
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { getProduct } from '@/server/modules/inventory'
import { cancelOrder, getOrder } from '@/server/modules/orders'
import { disturb } from '@/server/platform/fault-points'
import { anOrder, MINUTE_MS, onInngestByHand } from './inngest-by-hand'
import { runs } from './model/runs'
import { aProduct, order } from './orders'
import { moneyOf } from './provider'
import { happy, storyOf } from './stories'

const { clock, manners, server, warn } = onInngestByHand()

describe('a server that is away', () => {
  it('for two minutes loses nothing: the sweep sends again what it never got', async () => {
    const before = await anOrder()
    await clock.advance(6)
    server().stop()
    const meanwhile = await Promise.all([anOrder(), anOrder('pm_card_flaky'), anOrder('pm_card_declined')])
    await clock.advance(2 * MINUTE_MS)
    expect(warn).toHaveBeenCalledWith(
      expect.objectContaining({ pokes: expect.any(Number) }),
      expect.stringContaining('did not reach Inngest'),
    )
    for (const orderId of [before, ...meanwhile])
      expect(await storyOf(orderId)).toHaveLength(orderId === before ? 2 : 1)
    server().start({ forgetting: false })
    await clock.advance(5 * MINUTE_MS)
    const [plain = '', flaky = '', declined = ''] = meanwhile
    for (const orderId of [before, plain, flaky]) expect(await storyOf(orderId)).toEqual(happy)
    expect(await getOrder(declined)).toMatchObject({ status: 'PAYMENT_FAILED' })
  }, 60_000)

  it('and comes back with an empty memory loses nothing either', async () => {
    manners.delays = () => [3 * MINUTE_MS]
    const orderIds = await Promise.all([anOrder(), anOrder('pm_card_flaky')])
    await clock.advance(MINUTE_MS)
    server().stop()
    server().start({ forgetting: true })
    manners.delays = () => [5]
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
          server().stop()
          server().start({ forgetting })
        }
        const cancelled = orderIds[0] ?? ''
        const late = cancels && (await cancelOrder(cancelled).catch(() => true))
        // Every drop costs a sweep at each of seven hops, and what is delayed comes before its time is over.
        await clock.advance(40 * MINUTE_MS)
        for (const orderId of orderIds.slice(1)) expect(await storyOf(orderId)).toEqual(happy)
        expect((await getOrder(cancelled)).status).toBe(cancels && late !== true ? 'CANCELLED' : 'SHIPPED')
      }),
      runs(6),
    )
  }, 600_000)
})

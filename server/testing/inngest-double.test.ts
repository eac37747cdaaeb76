import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { cancelOrder } from '@/server/modules/orders'
import { redrive } from '@/server/platform/dead-letters'
import { poke, takeRoad } from '@/server/platform/pokes'
import { settings } from '@/server/platform/settings'
import { anOrder, MINUTE_MS, onInngestByHand } from './inngest-by-hand'
import { deadDeliveries } from './ledger'
import { address } from './orders'
import { happy, storyOf } from './stories'

const { clock, manners, server } = onInngestByHand()

describe('a poke', () => {
  it('carries ids only: no address, name or e-mail leaves the database', async () => {
    const before = server().received.length
    const orderId = await anOrder('pm_card_flaky')
    await clock.advance(MINUTE_MS)
    const cancelled = await anOrder()
    await cancelOrder(cancelled, { reason: 'A private reason' })
    await clock.advance(MINUTE_MS)
    expect(await storyOf(orderId)).toEqual(happy)
    const received = server().received.slice(before)
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

describe('the sweep', () => {
  it('cancels what stays unpaid when its hour is over, and all that was promised holds', async () => {
    const { timeScale } = settings()
    onTestFinished(() => {
      settings().timeScale = timeScale
    })
    const orderId = await anOrder('pm_card_down')
    await clock.advance(2 * MINUTE_MS)
    expect(await deadDeliveries(orderId)).toHaveLength(1)
    expect(await storyOf(orderId)).not.toContain('OrderCancelled')
    settings().timeScale = 1e-6
    await clock.advance(2 * MINUTE_MS)
    expect((await storyOf(orderId)).slice(-2)).toEqual(['OrderCancelled', 'InventoryReleased'])
  })
})

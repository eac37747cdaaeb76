import { describe, expect, it, onTestFinished } from 'vitest'
import { inContext } from '@/server/access/context'
import { auditTrail } from '@/server/access/tables'
import { db } from '@/server/platform/database/connect'
import { type Poke, takeRoad } from '@/server/platform/pokes'
import { listSilence, pokeOrder } from '@/server/silence'
import { aProduct, order } from '../orders'
import { drainByHand } from './shop'

/** Nothing runs here by itself, so every poke is lost: this is what would have been heard. */
function lostPokes(): Poke[] {
  const lost: Poke[] = []
  takeRoad((pokes) => lost.push(...pokes))
  onTestFinished(() => void takeRoad(undefined))
  return lost
}

const anOrder = async () => order({ sku: (await aProduct(5)).sku })

const silenceOf = async (orderId: string) => {
  const { items } = await listSilence({ limit: 200, aheadMs: 180_000 })
  return items.filter((each) => each.orderId === orderId)
}

describe('an order of which nobody was told', () => {
  it('is found, and a poke tells it again, each under an id that Inngest has not seen', async () => {
    const lost = lostPokes()
    const orderId = await anOrder()
    expect(await silenceOf(orderId)).toMatchObject([
      { eventType: 'OrderPlaced', module: 'inventory', hold: { kind: 'DUE' } },
    ])
    const poked = [{ eventType: 'OrderPlaced', module: 'inventory' }]
    expect(await pokeOrder(orderId)).toMatchObject({ poked, notDue: [] })
    expect(await pokeOrder(orderId)).toMatchObject({ poked, notDue: [] })
    expect(lost.map(({ lane, eventType }) => [lane, eventType])).toEqual(
      Array(3).fill([orderId, 'OrderPlaced']),
    )
    expect(new Set(lost.map(({ id }) => id)).size).toBe(3)

    await drainByHand(orderId, 'inventory')
    expect(await silenceOf(orderId)).toMatchObject([
      { eventType: 'InventoryReserved', awaited: ['OrderConfirmed'], hold: { kind: 'DUE' } },
    ])
  })

  it('is not poked before a retry is due', async () => {
    const lost = lostPokes()
    const orderId = await anOrder()
    await drainByHand(orderId, 'inventory', { how: 'fail', point: 'before commit', nth: 1 })
    const before = lost.length
    expect(await pokeOrder(orderId)).toMatchObject({
      poked: [],
      notDue: [
        { module: 'inventory', hold: { kind: 'RETRY', attempt: 2, of: 4, error: 'A fault of the test' } },
      ],
    })
    expect(lost).toHaveLength(before)
  })

  it('is not poked while somebody asks the outside for it', async () => {
    lostPokes()
    const orderId = await anOrder()
    await drainByHand(orderId, 'inventory')
    await drainByHand(orderId, 'orders')
    await drainByHand(orderId, 'payments', { how: 'die', point: 'before call', nth: 1 })
    expect(await silenceOf(orderId)).toMatchObject([{ eventType: 'OrderConfirmed', hold: { kind: 'HELD' } }])
    expect(await pokeOrder(orderId)).toMatchObject({ poked: [], notDue: [{ hold: { kind: 'HELD' } }] })
  })

  it('leaves a line of who poked what, and none when nothing was due', async () => {
    lostPokes()
    const orderId = await anOrder()
    const caller = { kind: 'key' as const, id: 'k-1', name: 'watchman', scopes: [] }
    const asWatchman = () =>
      inContext({ caller, requestId: 'r-1', address: '192.0.2.1' }, () => pokeOrder(orderId))
    await asWatchman()
    await drainByHand(orderId, 'inventory', { how: 'fail', point: 'before commit', nth: 1 })
    await asWatchman()
    const lines = (await db().select().from(auditTrail)).filter(({ target }) => target === `order/${orderId}`)
    expect(lines).toMatchObject([
      { action: 'silence.poke', whoName: 'watchman', after: { poked: ['inventory of OrderPlaced'] } },
    ])
  })
})

import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { NewRule } from '@/server/fault-lab'
import { newId } from '@/server/kernel/id'
import { cancelOrder } from '@/server/modules/orders'
import { discard } from '@/server/platform/dead-letters'
import { openFaultLab } from '@/server/platform/fault-lab/open'
import { addRule, removeAllRules } from '@/server/platform/fault-lab/rules'
import { listSilence } from '@/server/silence'
import { as } from '@/server/testing/callers'
import { problemIn } from '@/server/testing/http-client'
import { deadDeliveries } from '@/server/testing/ledger'
import { aProduct, order } from '@/server/testing/orders'
import { happy, settled, storyOf, untilEvent } from '@/server/testing/stories'

const MINUTE = 60_000
/** Later than every deadline. */
const LATER = 3 * MINUTE

const silenceOf = async (orderId: string, aheadMs = LATER) => {
  const { items } = await listSilence({ limit: 200, aheadMs })
  return items.filter((each) => each.orderId === orderId)
}

type Answer = {
  poked: { eventType: string; module: string }[]
  notDue: { eventType: string; module: string; hold: { kind: string } }[]
}

const pokeAs = (who: Parameters<typeof as>[0], orderId: string) =>
  as(who)<Answer>('POST', `/api/silence/${orderId}/poke`)

async function openLab() {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  const close = await openFaultLab()
  onTestFinished(async () => {
    await removeAllRules()
    await close()
    vi.restoreAllMocks()
  })
  return (rule: Record<string, unknown>) => addRule(NewRule.parse(rule))
}

describe('an order in which nothing follows in time', () => {
  it('is not silent before its deadline, and not when all came', async () => {
    const { sku } = await aProduct(5)
    const orderId = await order({ sku })
    await settled(orderId)
    expect(await storyOf(orderId)).toEqual(happy)
    expect(await silenceOf(orderId)).toEqual([])
  })

  it('is listed with what is awaited, from whom, and until when a delivery was put off', async () => {
    const arm = await openLab()
    const { sku } = await aProduct(5)
    await arm({ effect: 'DELAY', delayMs: 600_000, sku, eventType: 'OrderPaid' })
    const orderId = await order({ sku })
    await untilEvent(orderId, 'OrderPaid')
    await vi.waitFor(async () => expect((await silenceOf(orderId))[0]?.hold.kind).toBe('PUT_OFF'), 5_000)
    expect(await silenceOf(orderId, 0)).toEqual([])
    expect(await silenceOf(orderId)).toMatchObject([
      {
        eventType: 'OrderPaid',
        awaited: ['ShipmentCreated'],
        module: 'shipments',
        lateMs: expect.closeTo(LATER - MINUTE, -4),
        hold: { kind: 'PUT_OFF', inMs: expect.closeTo(600_000, -5) },
      },
    ])
    const { body } = await pokeAs('operator', orderId)
    expect(body.poked).toEqual([])
    expect(body.notDue).toMatchObject([
      { eventType: 'OrderPaid', module: 'shipments', hold: { kind: 'PUT_OFF' } },
    ])
  })

  it('names the try that comes next, then the dead letter; given up by hand it is silent no more', async () => {
    const { sku } = await aProduct(5)
    const orderId = await order({ sku, paymentMethod: 'pm_card_down' })
    await vi.waitFor(
      async () =>
        expect((await silenceOf(orderId))[0]?.hold).toMatchObject({
          kind: 'RETRY',
          of: 4,
          error: expect.stringContaining('500'),
        }),
      5_000,
    )
    await settled(orderId)
    const [dead] = await deadDeliveries(orderId)
    expect(await silenceOf(orderId)).toMatchObject([
      { eventType: 'OrderConfirmed', awaited: ['PaymentProcessed', 'PaymentFailed'], hold: { kind: 'DEAD' } },
    ])
    expect((await pokeAs('operator', orderId)).body).toMatchObject({
      poked: [],
      notDue: [{ module: 'payments', hold: { kind: 'DEAD' } }],
    })
    await discard(dead, 'test', 'Seen enough')
    expect(await silenceOf(orderId)).toEqual([])
  })

  it('is excused by a cancel from going on, and not from giving back', async () => {
    const arm = await openLab()
    const { sku } = await aProduct(5)
    await arm({
      effect: 'THROW_BEFORE_COMMIT',
      sku,
      module: 'inventory',
      eventType: 'OrderCancelled',
      uses: 4,
    })
    const orderId = await order({ sku, paymentMethod: 'pm_card_down' })
    await settled(orderId)
    await cancelOrder(orderId)
    await settled(orderId)
    expect(await silenceOf(orderId)).toMatchObject([
      { eventType: 'OrderCancelled', awaited: ['InventoryReleased'], hold: { kind: 'DEAD' } },
    ])
  })
})

describe('the list', () => {
  it('is for who may read events, and takes a limit', async () => {
    expect((await as('viewer')<unknown[]>('GET', '/api/silence?limit=1')).status).toBe(200)
    expect((await as('viewer')('GET', '/api/silence?limit=0')).status).toBe(400)
    problemIn(await as(['orders:read'])('GET', '/api/silence'), 403)
  })
})

describe('a poke', () => {
  it('is for who may decide about dead letters, and for orders that there are', async () => {
    const orderId = await order({ sku: (await aProduct(1)).sku })
    problemIn(await pokeAs('viewer', orderId), 403)
    problemIn(await pokeAs('operator', newId()), 404)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CreateProduct, createProduct } from '@/server/modules/inventory'
import { prove } from '@/server/proof'
import { heal } from './heal'
import { runs } from './runs'
import { emptyShop } from './shop'
import * as shop from './shop-commands'
import { type Expected, openLanes, type ShopModel } from './shop-model'

const skus = ['CUP', 'LAMP', 'MUG'] as const

async function openShop(stock: number): Promise<ShopModel> {
  await emptyShop()
  for (const sku of skus)
    await createProduct(CreateProduct.parse({ sku, name: sku, price: 12.5, stockQuantity: stock }))
  return { onHand: new Map(skus.map((sku) => [sku, stock])), orders: new Map() }
}

/** Lets everything happen, then lets everything end well, and asks whether all that must hold does. */
async function live(stock: number, walk: Iterable<shop.Command>) {
  const model = await openShop(stock)
  await fc.asyncModelRun(() => ({ model, real: {} }), walk)
  await heal(model)
  for await (const { id, says, finding } of prove())
    expect(finding, `${id}: ${says}`).toMatchObject({ violations: 0 })
  for (const order of model.orders.values()) expectEnded(order, model)
}

/** Only a card whose bank never answers, or what somebody gave up by hand, keeps an order from its end. */
function expectEnded(order: Expected, model: ShopModel) {
  const left = openLanes(model).filter((lane) => lane.order === order)
  expect(left.map(({ head }) => head.event)).toEqual(
    order.method === 'pm_card_down' && left.length > 0 ? ['OrderConfirmed'] : [],
  )
  const givenUp = order.deliveries.some(({ standing }) => standing === 'DISCARDED')
  if (left.length > 0 || givenUp) return
  expect(['SHIPPED', 'REJECTED', 'PAYMENT_FAILED', 'CANCELLED']).toContain(order.status)
  expect(order.stock).not.toBe(order.status === 'SHIPPED' ? 'RELEASED' : 'ACTIVE')
}

const nth = fc.nat(7)
const lost = fc.option(fc.constantFrom('before commit' as const, 'after commit' as const), { freq: 3 })
const lines = fc.uniqueArray(
  fc.record({ sku: fc.constantFrom(...skus), quantity: fc.integer({ min: 1, max: 3 }) }),
  { minLength: 1, maxLength: 2, selector: ({ sku }) => sku },
)
const method = fc.constantFrom(
  'pm_card_visa',
  'pm_card_mastercard',
  'pm_card_declined',
  'pm_card_flaky',
  'pm_card_lost_reply',
  'pm_card_down',
)
const fault = fc.record({
  how: fc.constantFrom('die', 'fail', 'refuse'),
  point: fc.constantFrom(
    'before claim',
    'after claim',
    'before commit',
    'after commit',
    'before call',
    'after call',
  ),
  nth: fc.integer({ min: 1, max: 2 }),
})
const delivered = nth.map((of) => shop.deliver(of))

const placed = fc.tuple(lines, method, lost).map((of) => shop.place(...of))

/** Much is delivered, so that stories go far; the rest comes in between. */
const commands = fc.commands(
  [
    placed,
    ...Array.from({ length: 8 }, () => delivered),
    fc.tuple(nth, fc.constantFrom(2, 3)).map((of) => shop.deliver(...of)),
    fc.tuple(nth, fault).map((of) => shop.deliverWith(...of)),
    fc.tuple(nth, fault).map((of) => shop.deliverWith(...of)),
    nth.map((of) => shop.deliverAll(of)),
    fc.tuple(nth, fault).map((of) => shop.deliverAll(...of)),
    fc.tuple(nth, lost).map((of) => shop.cancel(...of)),
    fc.tuple(fc.constantFrom(...skus), fc.nat(8)).map((of) => shop.restock(...of)),
    nth.map(shop.dispatch),
    nth.map(shop.redrive),
    nth.map(shop.discard),
    fc.constant(shop.advance()),
    fc.constant(shop.sweep()),
  ],
  { maxCommands: 100, size: 'max' },
)

describe('the shop', () => {
  it('is what its model says after each command, and proven once it is healed, whatever happens to it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 9 }), placed, commands, (stock, first, walk) =>
        live(stock, [first, ...walk]),
      ),
      runs(24),
    )
  }, 600_000)
})

/** Shrunk: the first is a mistake that there was, the others were planted. */
describe('what a run of the model found once', () => {
  const mug = [{ sku: 'MUG', quantity: 1 }]

  it('a delivery that somebody holds is no poison because others looked at it ten times', async () => {
    await live(9, [
      shop.place(mug, 'pm_card_visa'),
      shop.deliver(0),
      shop.deliver(0),
      shop.sweep(),
      shop.deliverWith(0, { how: 'die', point: 'after call', nth: 1 }),
      ...Array.from({ length: 10 }, () => shop.deliver(0)),
    ])
  })

  it('an order that is cancelled before anybody looked is first reserved, then released', async () => {
    await live(1, [shop.place(mug, 'pm_card_visa'), shop.cancel(0), shop.deliver(0)])
  })

  it('a charge whose answer was lost with its process is found again, and paid back to who cancelled meanwhile', async () => {
    await live(1, [
      shop.place(mug, 'pm_card_visa'),
      shop.deliver(0),
      shop.deliver(0),
      shop.deliverWith(0, { how: 'die', point: 'after call', nth: 1 }),
      shop.cancel(0),
    ])
  })

  it('a charge that was given up halfway is paid back too', async () => {
    await live(1, [
      shop.place(mug, 'pm_card_visa'),
      shop.deliver(0),
      shop.deliver(0),
      shop.deliverWith(0, { how: 'refuse', point: 'after call', nth: 1 }),
      shop.discard(0),
      shop.cancel(0),
    ])
  })
})

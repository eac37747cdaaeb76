import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { DomainEvent, HeldLine } from '@/server/events'
import { runs } from '@/server/testing/model/runs'
import { Product } from './product'
import { Reservation } from './reservation'

const skus = ['CUP', 'LAMP', 'MUG']
type Numbers = Record<string, number>

/** What there is and who holds what of it, in numbers. */
type Model = { onHand: Numbers; orders: { lines: HeldLine[]; status: 'ACTIVE' | 'FAILED' | 'DONE' }[] }

/** The aggregates, loaded anew for each command as from their rows, and all that they ever said and moved. */
type Real = { shelf: Map<string, Product>; orders: Reservation[]; events: DomainEvent[]; ledger: Numbers }
type Command = fc.Command<Model, Real>

const reserved = ({ orders }: Model, sku: string) =>
  orders
    .filter(({ status }) => status === 'ACTIVE')
    .flatMap(({ lines }) => lines)
    .reduce((sum, line) => sum + (line.sku === sku ? line.quantity : 0), 0)

const place = (lines: HeldLine[]): Command => ({
  check: () => true,
  run: (model, real) => {
    const enough = lines.every(
      ({ sku, quantity }) => quantity <= (model.onHand[sku] ?? 0) - reserved(model, sku),
    )
    model.orders.push({ lines, status: enough ? 'ACTIVE' : 'FAILED' })
    real.orders.push(Reservation.make(`order-${real.orders.length}`, lines, real.shelf))
    compare(model, real)
  },
  toString: () => `place(${lines.map(({ sku, quantity }) => `${quantity} ${sku}`).join(', ')})`,
})

const settle = (nth: number, how: 'release' | 'commit'): Command => ({
  check: ({ orders }) => orders.length > 0,
  run: (model, real) => {
    const order = model.orders[nth % model.orders.length]
    real.orders[nth % real.orders.length]?.[how](real.shelf)
    if (order?.status === 'ACTIVE') {
      order.status = 'DONE'
      for (const { sku, quantity } of how === 'commit' ? order.lines : [])
        model.onHand[sku] = (model.onHand[sku] ?? 0) - quantity
    }
    compare(model, real)
  },
  toString: () => `${how}(${nth})`,
})

const restock = (sku: string, onHand: number): Command => ({
  check: () => true,
  run: (model, real) => {
    const adjust = () => real.shelf.get(sku)?.adjustStock(onHand, 'counted')
    if (onHand < reserved(model, sku)) expect(adjust).toThrow('reserved for orders')
    else {
      adjust()
      model.onHand[sku] = onHand
    }
    compare(model, real)
  },
  toString: () => `restock(${sku}, ${onHand})`,
})

/** The rows, the ledger of movements and the fold of the events all say what the model says. */
function compare(model: Model, real: Real) {
  for (const aggregate of [...real.shelf.values(), ...real.orders]) {
    real.events.push(...aggregate.getDomainEvents())
    aggregate.clearDomainEvents()
  }
  expect(real.orders.map((order) => order.toState().status === 'ACTIVE')).toEqual(
    model.orders.map(({ status }) => status === 'ACTIVE'),
  )
  for (const [sku, product] of real.shelf) {
    for (const { onHandDelta, reservedDelta } of product.getMovements()) {
      real.ledger[sku] = (real.ledger[sku] ?? 0) + onHandDelta
      real.ledger[`${sku} reserved`] = (real.ledger[`${sku} reserved`] ?? 0) + reservedDelta
    }
    const expected = { onHand: model.onHand[sku], reserved: reserved(model, sku) }
    expect(expected.reserved).toBeLessThanOrEqual(expected.onHand ?? 0)
    expect(product.toState()).toMatchObject(expected)
    expect({ onHand: real.ledger[sku], reserved: real.ledger[`${sku} reserved`] }).toEqual(expected)
    expect(fold(real.events, sku)).toEqual(expected)
    real.shelf.set(sku, Product.restore(product.toState()))
  }
}

function fold(events: DomainEvent[], of: string) {
  const sum = { onHand: 0, reserved: 0 }
  for (const { eventType, payload } of events) {
    if (eventType === 'InventoryReserved')
      for (const { sku, quantity } of payload.reservations) sum.reserved += sku === of ? quantity : 0
    else if (!('sku' in payload) || payload.sku !== of) continue
    else if (eventType === 'ProductCreated') sum.onHand += payload.onHand
    else if (eventType === 'StockAdjusted') sum.onHand += payload.delta
    else if (eventType === 'InventoryReleased') sum.reserved -= payload.quantity
    else if (eventType === 'InventoryCommitted') {
      sum.onHand -= payload.quantity
      sum.reserved -= payload.quantity
    }
  }
  return sum
}

const aProduct = (sku: string, onHand: number) =>
  Product.create({
    sku,
    name: sku,
    description: '',
    category: null,
    picture: null,
    status: 'ACTIVE',
    priceCents: 100,
    currency: 'EUR',
    onHand,
  })

it('is never oversold, whoever orders, returns, ships or counts in whatever order', () => {
  const lines = fc.uniqueArray(
    fc.record({ sku: fc.constantFrom(...skus), quantity: fc.integer({ min: 1, max: 4 }) }),
    { minLength: 1, selector: ({ sku }) => sku },
  )
  const commands = fc.commands(
    [
      lines.map(place),
      fc.tuple(fc.nat(9), fc.constantFrom('release' as const, 'commit' as const)).map((of) => settle(...of)),
      fc.tuple(fc.constantFrom(...skus), fc.nat(8)).map((of) => restock(...of)),
    ],
    { maxCommands: 30 },
  )
  fc.assert(
    fc.property(fc.array(fc.nat(6), { minLength: 3, maxLength: 3 }), commands, (stock, walk) => {
      fc.modelRun(() => {
        const onHand = Object.fromEntries(skus.map((sku, n) => [sku, stock[n] ?? 0]))
        const model: Model = { onHand, orders: [] }
        const shelf = new Map(skus.map((sku) => [sku, aProduct(sku, onHand[sku] ?? 0)]))
        const real: Real = { shelf, orders: [], events: [], ledger: {} }
        compare(model, real)
        return { model, real }
      }, walk)
    }),
    runs(200),
  )
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fewLeft } from '@/components/store/availability'
import { DomainError } from '@/server/kernel/errors'
import { isId } from '@/server/kernel/id'
import { LOW_STOCK, Product, type ProductState, stockLevel } from './product'

const create = (changes: Partial<Parameters<typeof Product.create>[0]> = {}) =>
  Product.create({
    sku: 'MUG',
    name: 'Mug',
    description: 'A mug',
    category: null,
    picture: null,
    priceCents: 2999,
    currency: 'EUR',
    onHand: 10,
    status: 'ACTIVE',
    ...changes,
  })

/** A product as it comes from the shelf: nothing said, nothing moved yet. */
const stocked = (changes: Partial<ProductState> = {}) =>
  Product.restore({ ...create().toState(), ...changes })

const factsOf = (product: Product) =>
  product.getDomainEvents().map(({ eventType, payload }) => [eventType, payload])

describe('a new product', () => {
  it('is told with its price in major units, and under its own id', () => {
    const product = create()
    expect(isId(product.id)).toBe(true)
    const [event] = product.getDomainEvents()
    expect(event).toMatchObject({ aggregateType: 'Product', aggregateId: product.id })
    expect(factsOf(product)).toEqual([
      [
        'ProductCreated',
        { sku: 'MUG', name: 'Mug', price: 29.99, currency: 'EUR', onHand: 10, status: 'ACTIVE' },
      ],
    ])
  })

  it('has its first stock in the ledger, and nothing reserved', () => {
    const product = create({ onHand: 10 })
    expect(product.toState()).toMatchObject({ onHand: 10, reserved: 0 })
    expect(product.getMovements()).toMatchObject([
      {
        kind: 'INITIAL',
        onHandDelta: 10,
        reservedDelta: 0,
        onHandAfter: 10,
        reservedAfter: 0,
        reason: null,
        orderId: null,
      },
    ])
  })

  it('cannot begin with less than nothing', () => {
    expect(() => create({ onHand: -1 })).toThrow(DomainError)
  })
})

describe('what is said of a product', () => {
  it('tells only what has changed', () => {
    const product = stocked()
    product.revise({ name: 'Low mug', priceCents: 1999, description: 'A mug', status: 'ACTIVE' })
    expect(factsOf(product)).toEqual([['ProductUpdated', { sku: 'MUG', name: 'Low mug', price: 19.99 }]])
    expect(product.toState()).toMatchObject({ name: 'Low mug', priceCents: 1999, description: 'A mug' })
  })

  it('tells nothing when nothing has changed', () => {
    const product = stocked()
    product.revise({ name: 'Mug', priceCents: 2999 })
    expect(factsOf(product)).toEqual([])
  })

  it('can be that it is no longer for sale', () => {
    const product = stocked()
    product.revise({ status: 'INACTIVE' })
    expect(factsOf(product)).toEqual([['ProductUpdated', { sku: 'MUG', status: 'INACTIVE' }]])
  })
})

describe('the stock of a product', () => {
  it('is what is on hand and not reserved', () => {
    expect(stocked({ onHand: 10, reserved: 4 }).available).toBe(6)
  })

  it('can be set, with the reason, and the difference is told', () => {
    const product = stocked({ onHand: 10, reserved: 4 })
    product.adjustStock(7, 'Counted')
    expect(factsOf(product)).toEqual([
      ['StockAdjusted', { sku: 'MUG', delta: -3, reason: 'Counted', onHand: 7 }],
    ])
    expect(product.getMovements()).toMatchObject([{ kind: 'ADJUSTED', onHandDelta: -3, reason: 'Counted' }])
  })

  it('set to what it is already is no movement', () => {
    const product = stocked()
    product.adjustStock(10, 'Counted')
    expect([factsOf(product), product.getMovements()]).toEqual([[], []])
  })

  it('can be set down to what is reserved, and not below', () => {
    const product = stocked({ onHand: 10, reserved: 4 })
    product.adjustStock(4, 'Counted')
    expect(product.available).toBe(0)
    expect(() => product.adjustStock(3, 'Counted')).toThrow(
      expect.objectContaining({
        code: 'CONFLICT',
        refusal: {
          kind: 'stock-below-reserved',
          errors: [{ pointer: '/stockQuantity', detail: 'must be at least 4, which is reserved' }],
        },
      }),
    )
    expect(product.toState()).toMatchObject({ onHand: 4, reserved: 4 })
  })

  it('can be held to the last piece, and not beyond', () => {
    const product = stocked({ onHand: 10, reserved: 4 })
    product.hold(6, 'order-1', 'event-1')
    expect(product.available).toBe(0)
    expect(() => product.hold(1, 'order-2', 'event-2')).toThrow('has only 0 left')
    expect(product.toState()).toMatchObject({ onHand: 10, reserved: 10 })
  })

  it('given back is available again, and that is told', () => {
    const product = stocked({ onHand: 10, reserved: 4 })
    product.release(4, 'order-1')
    expect(product.toState()).toMatchObject({ onHand: 10, reserved: 0 })
    expect(factsOf(product)).toEqual([['InventoryReleased', { orderId: 'order-1', sku: 'MUG', quantity: 4 }]])
  })

  it('that leaves the house is neither on hand nor reserved, and that is told', () => {
    const product = stocked({ onHand: 10, reserved: 4 })
    product.commit(4, 'order-1')
    expect(product.toState()).toMatchObject({ onHand: 6, reserved: 0 })
    expect(product.available).toBe(6)
    expect(factsOf(product)).toEqual([
      ['InventoryCommitted', { orderId: 'order-1', sku: 'MUG', quantity: 4 }],
    ])
  })

  it.each(['release', 'commit'] as const)('cannot %s what nobody holds', (step) => {
    const product = stocked({ onHand: 10, reserved: 4 })
    expect(() => product[step](5, 'order-1')).toThrow(DomainError)
    expect(product.toState()).toMatchObject({ onHand: 10, reserved: 4 })
    expect([factsOf(product), product.getMovements()]).toEqual([[], []])
  })

  it('points from each movement to the event that tells of it', () => {
    const product = create({ onHand: 10 })
    product.adjustStock(12, 'Counted')
    product.hold(4, 'order-1', 'event-of-the-reservation')
    product.release(1, 'order-1')
    product.commit(3, 'order-1')
    const [created, adjusted, released, committed] = product.getDomainEvents().map(({ eventId }) => eventId)
    expect(product.getMovements().map(({ kind, eventId }) => [kind, eventId])).toEqual([
      ['INITIAL', created],
      ['ADJUSTED', adjusted],
      ['RESERVED', 'event-of-the-reservation'],
      ['RELEASED', released],
      ['COMMITTED', committed],
    ])
  })

  it('holds its rules over any run of movements: never oversold, and the ledger adds up to it', () => {
    const move = fc.record({
      step: fc.constantFrom('adjust', 'hold', 'release', 'commit'),
      quantity: fc.integer({ min: 1, max: 30 }),
    })
    fc.assert(
      fc.property(fc.nat(30), fc.array(move, { maxLength: 40 }), (onHand, moves) => {
        const product = create({ onHand })
        const model = { onHand, reserved: 0 }
        for (const { step, quantity } of moves) {
          const next = {
            adjust: { onHand: quantity, reserved: model.reserved },
            hold: { onHand: model.onHand, reserved: model.reserved + quantity },
            release: { onHand: model.onHand, reserved: model.reserved - quantity },
            commit: { onHand: model.onHand - quantity, reserved: model.reserved - quantity },
          }[step]
          const take = () => {
            if (step === 'adjust') product.adjustStock(quantity, 'Counted')
            else product[step](quantity, 'o', 'e')
          }
          const possible = 0 <= next.reserved && next.reserved <= next.onHand
          if (possible) Object.assign(model, next)
          if (possible) take()
          else expect(take).toThrow(DomainError)

          const { onHand, reserved } = product.toState()
          expect({ onHand, reserved }).toEqual(model)
          expect(product.available).toBeGreaterThanOrEqual(0)
          const ledger = product.getMovements()
          const sum = (of: 'onHandDelta' | 'reservedDelta') =>
            ledger.reduce((total, row) => total + row[of], 0)
          expect({ onHand: sum('onHandDelta'), reserved: sum('reservedDelta') }).toEqual(model)
          expect(ledger.at(-1)).toMatchObject({ onHandAfter: onHand, reservedAfter: reserved })
        }
      }),
    )
  })
})

describe('the level of a stock', () => {
  it.each([
    [0, 'SOLD_OUT'],
    [1, 'LOW'],
    [LOW_STOCK, 'LOW'],
    [LOW_STOCK + 1, 'IN_STOCK'],
  ] as const)('with %i free to sell is %s', (available, level) => {
    expect(stockLevel(available)).toBe(level)
  })

  it('begins to be low where the shop begins to say how many are left', () => {
    expect(fewLeft).toBe(LOW_STOCK)
  })
})

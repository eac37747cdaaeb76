import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Product } from './product'
import { Reservation, type ReservationState } from './reservation'

/** The shelf: SKU → how many are there. Nothing said, nothing moved yet. */
function shelfOf(stock: Record<string, number>) {
  const products = Object.entries(stock).map(([sku, onHand]) => {
    const details = { name: sku, description: '', category: null, picture: null, status: 'ACTIVE' as const }
    const product = Product.create({ ...details, sku, priceCents: 100, currency: 'EUR', onHand })
    return [sku, Product.restore(product.toState())] as const
  })
  return new Map(products)
}

const factsOf = (from: Pick<Reservation | Product, 'getDomainEvents'>) =>
  from.getDomainEvents().map(({ eventType, payload }) => [eventType, payload])

const reservedOn = (shelf: Map<string, Product>) =>
  Object.fromEntries([...shelf].map(([sku, product]) => [sku, product.toState().reserved]))

const lines = [
  { sku: 'MUG', quantity: 2 },
  { sku: 'LAMP', quantity: 1 },
]

describe('reserving', () => {
  it('holds every line, and says so under the reservation’s own id', () => {
    const shelf = shelfOf({ MUG: 2, LAMP: 5 })
    const reservation = Reservation.make('order-1', lines, shelf)
    expect(reservation.toState()).toMatchObject({ orderId: 'order-1', lines, status: 'ACTIVE' })
    expect(reservedOn(shelf)).toEqual({ MUG: 2, LAMP: 1 })
    const [event] = reservation.getDomainEvents()
    expect(event).toMatchObject({ aggregateType: 'Reservation', aggregateId: reservation.id })
    expect(reservation.id).not.toBe('order-1')
    expect(factsOf(reservation)).toEqual([['InventoryReserved', { orderId: 'order-1', reservations: lines }]])
    const movements = [...shelf.values()].flatMap((product) => product.getMovements())
    expect(movements.map(({ eventId }) => eventId)).toEqual([event?.eventId, event?.eventId])
  })

  it('holds nothing when one line is short, and names each that is', () => {
    const shelf = shelfOf({ MUG: 1, LAMP: 5 })
    const reservation = Reservation.make('order-1', [...lines, { sku: 'VASE', quantity: 3 }], shelf)
    expect(reservation.toState().status).toBe('FAILED')
    expect(reservedOn(shelf)).toEqual({ MUG: 0, LAMP: 0 })
    expect(factsOf(reservation)).toEqual([
      [
        'InventoryReservationFailed',
        {
          orderId: 'order-1',
          reason: 'Insufficient stock. MUG: 2 ordered, 1 available; VASE: 3 ordered, 0 available',
          shortages: [
            { sku: 'MUG', requested: 2, available: 1 },
            { sku: 'VASE', requested: 3, available: 0 },
          ],
        },
      ],
    ])
  })

  it('is all lines or none, whatever the shelf and the order are', () => {
    const sku = fc.constantFrom('A', 'B', 'C', 'D')
    const stock = fc.dictionary(sku, fc.nat(5))
    const wanted = fc.uniqueArray(fc.record({ sku, quantity: fc.integer({ min: 1, max: 6 }) }), {
      selector: (line) => line.sku,
      minLength: 1,
    })
    fc.assert(
      fc.property(stock, wanted, (stock, wanted) => {
        const shelf = shelfOf(stock)
        const enough = wanted.every(({ sku, quantity }) => (stock[sku] ?? 0) >= quantity)
        const reservation = Reservation.make('order-1', wanted, shelf)
        expect(reservation.toState().status).toBe(enough ? 'ACTIVE' : 'FAILED')
        const held = Object.fromEntries(wanted.map(({ sku, quantity }) => [sku, quantity]))
        const expected = Object.keys(stock).map((sku) => [sku, enough ? (held[sku] ?? 0) : 0])
        expect(reservedOn(shelf)).toEqual(Object.fromEntries(expected))
      }),
    )
  })
})

describe('a reservation', () => {
  const held = () => {
    const shelf = shelfOf({ MUG: 10, LAMP: 10 })
    const reservation = Reservation.make('order-1', lines, shelf)
    reservation.clearDomainEvents()
    return { shelf, reservation }
  }

  it('gives everything back, once, however often it is asked', () => {
    const { shelf, reservation } = held()
    reservation.release(shelf)
    reservation.release(shelf)
    expect(reservation.toState().status).toBe('RELEASED')
    expect(reservedOn(shelf)).toEqual({ MUG: 0, LAMP: 0 })
    expect([...shelf.values()].flatMap(factsOf)).toEqual([
      ['InventoryReleased', { orderId: 'order-1', sku: 'MUG', quantity: 2 }],
      ['InventoryReleased', { orderId: 'order-1', sku: 'LAMP', quantity: 1 }],
    ])
  })

  it('lets the goods leave, once, however often it is asked', () => {
    const { shelf, reservation } = held()
    reservation.commit(shelf)
    reservation.commit(shelf)
    expect(reservation.toState().status).toBe('COMMITTED')
    expect([...shelf.values()].map((product) => product.toState().onHand)).toEqual([8, 9])
    expect([...shelf.values()].flatMap(factsOf)).toEqual([
      ['InventoryCommitted', { orderId: 'order-1', sku: 'MUG', quantity: 2 }],
      ['InventoryCommitted', { orderId: 'order-1', sku: 'LAMP', quantity: 1 }],
    ])
  })

  const settledStatuses: ReservationState['status'][] = ['FAILED', 'RELEASED', 'COMMITTED']
  const steps = ['release', 'commit'] as const
  it.each(settledStatuses.flatMap((status) => steps.map((step) => ({ status, step }))))(
    'that is $status holds nothing, so to $step changes nothing',
    ({ status, step }) => {
      const { shelf, reservation } = held()
      const settled = Reservation.restore({ ...reservation.toState(), status })
      settled[step](shelf)
      expect(settled.toState().status).toBe(status)
      expect(reservedOn(shelf)).toEqual({ MUG: 2, LAMP: 1 })
      expect([...shelf.values()].flatMap(factsOf)).toEqual([])
    },
  )
})

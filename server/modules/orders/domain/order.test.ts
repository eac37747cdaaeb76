import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePayload } from '@/server/events'
import { DomainError } from '@/server/kernel/errors'
import { isId } from '@/server/kernel/id'
import { Order, type OrderState, type OrderStatus, orderStatuses } from './order'

const address = {
  name: 'Ada',
  street: '1 Analytical Way',
  city: 'London',
  postalCode: 'N1 9GU',
  country: 'GB',
}

const place = (changes: Partial<Parameters<typeof Order.create>[0]> = {}) =>
  Order.create({
    customerId: 'ada',
    items: [{ sku: 'MUG', name: 'Mug', quantity: 5, unitCents: 2999 }],
    shippingAddress: address,
    currency: 'EUR',
    paymentMethod: 'pm_card_visa',
    ...changes,
  })

const inStatus = (status: OrderStatus, changes: Partial<OrderState> = {}) =>
  Order.restore({ ...place().toState(), ...changes, status })

const factsOf = (order: Order) =>
  order.getDomainEvents().map(({ eventType, payload }) => [eventType, payload])

describe('placing an order', () => {
  it('should publish OrderPlaced event', () => {
    const order = Order.create({
      customerId: 'customer-789',
      items: [{ sku: 'WIDGET-001', name: 'Widget', quantity: 2, unitCents: 1250 }],
      shippingAddress: address,
      currency: 'EUR',
      paymentMethod: 'pm_card_visa',
    })
    const events = order.getDomainEvents()

    expect(events).toHaveLength(1)
    expect(events[0].eventType).toBe('OrderPlaced')
  })

  it('tells inventory all it needs to know, with money in major units', () => {
    const order = place()
    const [event] = order.getDomainEvents()
    expect(event).toMatchObject({ aggregateType: 'Order', aggregateId: order.id, version: 1 })
    expect(event.payload).toEqual({
      orderId: order.id,
      customerId: 'ada',
      items: [{ sku: 'MUG', quantity: 5, unitPrice: 29.99 }],
      address,
      totalAmount: 149.95,
      currency: 'EUR',
      paymentMethod: 'pm_card_visa',
    })
  })

  it('begins as PENDING, with an id of its own and nothing else known yet', () => {
    const state = place().toState()
    expect(isId(state.id)).toBe(true)
    expect(state).toMatchObject({
      status: 'PENDING',
      totalCents: 14_995,
      paymentId: null,
      shipmentId: null,
      trackingNumber: null,
      rejectionReason: null,
      failureReason: null,
      cancellationReason: null,
      cancelledAt: null,
      refundedAt: null,
    })
    expect(state.updatedAt).toEqual(state.placedAt)
  })

  it('needs at least one item', () => {
    expect(() => place({ items: [] })).toThrow('at least one item')
  })

  it.each([
    ['EUR', 2],
    ['JPY', 0],
    ['KWD', 3],
  ])('costs the sum of its lines exactly, in %s', (currency, digits) => {
    const lines = fc.array(
      fc.record({
        sku: fc.uuid(),
        name: fc.string(),
        quantity: fc.integer({ min: 1, max: 1_000 }),
        unitCents: fc.nat(100_000_000),
      }),
      { minLength: 1, maxLength: 50 },
    )
    fc.assert(
      fc.property(lines, (items) => {
        const order = place({ items, currency })
        const cents = items.reduce((sum, { quantity, unitCents }) => sum + quantity * unitCents, 0)
        expect(order.toState().totalCents).toBe(cents)
        expect(order.totalAmount).toBe(cents / 10 ** digits)
        const [event] = order.getDomainEvents()
        expect(parsePayload('OrderPlaced', event.version, event.payload)).toEqual(event.payload)
      }),
    )
  })
})

/** What a step says, and from which state to which it leads. There is no other way. */
const steps = {
  confirm: {
    take: (order: Order) => order.confirm(),
    ways: { PENDING: 'CONFIRMED' },
    fact: ['OrderConfirmed', { amount: 149.95, currency: 'EUR', paymentMethod: 'pm_card_visa' }],
    remembers: {},
  },
  reject: {
    take: (order: Order) => order.reject('Out of stock'),
    ways: { PENDING: 'REJECTED' },
    fact: ['OrderRejected', { reason: 'Out of stock' }],
    remembers: { rejectionReason: 'Out of stock' },
  },
  'mark paid': {
    take: (order: Order) => order.markPaid('payment-1'),
    ways: { CONFIRMED: 'PAID' },
    fact: ['OrderPaid', { paymentId: 'payment-1', items: [{ sku: 'MUG', quantity: 5 }], address }],
    remembers: { paymentId: 'payment-1' },
  },
  'mark payment failed': {
    take: (order: Order) => order.markPaymentFailed('Your card was declined.'),
    ways: { CONFIRMED: 'PAYMENT_FAILED' },
    fact: ['OrderPaymentFailed', { reason: 'Your card was declined.' }],
    remembers: { failureReason: 'Your card was declined.' },
  },
  'mark shipped': {
    take: (order: Order) => order.markShipped('shipment-1', 'NW1'),
    ways: { PAID: 'SHIPPED' },
    fact: ['OrderShipped', { shipmentId: 'shipment-1', trackingNumber: 'NW1' }],
    remembers: { shipmentId: 'shipment-1', trackingNumber: 'NW1' },
  },
  cancel: {
    take: (order: Order) => order.cancel('Changed my mind', 'customer'),
    ways: { PENDING: 'CANCELLED', CONFIRMED: 'CANCELLED', PAID: 'CANCELLED' },
    fact: ['OrderCancelled', { reason: 'Changed my mind', cancelledBy: 'customer' }],
    remembers: { cancellationReason: 'Changed my mind', cancelledAt: expect.any(Date) },
  },
} as const

type Step = keyof typeof steps

const pairs = orderStatuses.flatMap((from) => (Object.keys(steps) as Step[]).map((step) => ({ from, step })))
const wayOf = ({ from, step }: (typeof pairs)[number]) =>
  (steps[step].ways as Partial<Record<OrderStatus, OrderStatus>>)[from]

const allowed = pairs.flatMap((pair) => {
  const to = wayOf(pair)
  return to ? [{ ...pair, to }] : []
})
const late = pairs.filter(({ from }) => from === 'CANCELLED')
const refused = pairs.filter((pair) => pair.from !== 'CANCELLED' && !wayOf(pair))

describe('an order', () => {
  it('knows seven states and six steps, of whose pairs eight are allowed', () => {
    expect([pairs.length, allowed.length, late.length, refused.length]).toEqual([42, 8, 6, 28])
  })

  it.each(allowed)('that is $from can $step and is then $to', ({ from, step, to }) => {
    const order = inStatus(from, { updatedAt: new Date(0) })
    const before = order.toState()
    steps[step].take(order)
    const [eventType, payload] = steps[step].fact
    expect(factsOf(order)).toEqual([[eventType, { orderId: order.id, ...payload }]])
    expect(order.toState()).toEqual({
      ...before,
      ...steps[step].remembers,
      status: to,
      updatedAt: expect.any(Date),
    })
    expect(order.toState().updatedAt.getTime()).toBeGreaterThan(0)
  })

  it.each(refused)('that is $from cannot $step', ({ from, step }) => {
    const order = inStatus(from)
    const before = order.toState()
    expect(() => steps[step].take(order)).toThrow(DomainError)
    expect(() => steps[step].take(order)).toThrow(`is ${from}, so it can`)
    expect(order.toState()).toEqual(before)
    expect(factsOf(order)).toEqual([])
  })

  it.each(late)('that is $from is not moved by a late "$step", and says nothing', ({ from, step }) => {
    const order = inStatus(from, { cancellationReason: 'Before', cancelledAt: new Date(1) })
    const before = order.toState()
    steps[step].take(order)
    expect(order.toState()).toEqual(before)
    expect(factsOf(order)).toEqual([])
  })

  it.each(['SHIPPED', 'REJECTED', 'PAYMENT_FAILED'] as const)(
    'names the state that forbids to cancel: %s',
    (status) => {
      const cancel = () => inStatus(status).cancel('Too late', 'customer')
      expect(cancel).toThrow(
        expect.objectContaining({
          code: 'CONFLICT',
          refusal: { kind: 'order-final', extra: { orderStatus: status } },
        }),
      )
    },
  )

  it.each(orderStatuses)('that is %s remembers a refund and stays what it is', (status) => {
    const order = inStatus(status)
    order.rememberRefund('payment-1')
    expect(order.toState()).toMatchObject({ status, paymentId: 'payment-1', refundedAt: expect.any(Date) })
    expect(factsOf(order)).toEqual([])
  })

  it.each(orderStatuses)('that is %s takes a note of the staff and stays as it is', (status) => {
    const order = inStatus(status)
    const before = order.toState()
    order.addNote('Rang the customer', 'desk')
    expect(order.toState()).toEqual(before)
    expect(factsOf(order)).toEqual([
      ['OrderNoteAdded', { orderId: order.id, note: 'Rang the customer', by: 'desk' }],
    ])
  })

  it('goes its whole way, each step told once', () => {
    const order = place()
    order.confirm()
    order.markPaid('payment-1')
    order.markShipped('shipment-1', 'NW1')
    expect(order.getDomainEvents().map(({ eventType }) => eventType)).toEqual([
      'OrderPlaced',
      'OrderConfirmed',
      'OrderPaid',
      'OrderShipped',
    ])
  })
})

import { describe, expect, it } from 'vitest'
import type { StoreEvent } from '../desk-types'
import { diffOf, stateAt } from './state-at'

const orderId = '01938c4e-7a00-7000-8000-7f3a0000c21e'
const amount = { amount: 100, currency: 'EUR' }
const paymentId = '01938c4e-7a00-7000-8000-5c900000a1a1'
const shipmentId = '01938c4e-7a00-7000-8000-aaaa0000bbbb'

type Payloads = [StoreEvent['eventType'], object][]
const story = (...events: Payloads) =>
  events.map(([eventType, payload]) => ({ eventType, payload: { orderId, ...payload } }) as StoreEvent)

const placed: Payloads[number] = ['OrderPlaced', { totalAmount: 100, currency: 'EUR' }]
const reserved: Payloads[number] = [
  'InventoryReserved',
  {
    reservations: [
      { sku: 'A', quantity: 1 },
      { sku: 'B', quantity: 2 },
    ],
  },
]
const confirmed: Payloads[number] = ['OrderConfirmed', amount]
const captured: Payloads[number] = ['PaymentProcessed', { ...amount, paymentId }]
const cancelled: Payloads[number] = ['OrderCancelled', { reason: 'Wrong colour', cancelledBy: 'customer' }]

describe('the state of an order', () => {
  it('is nothing before the first event', () => {
    expect(stateAt(story(placed), 0)).toEqual({ orders: {}, inventory: {}, payments: {}, shipments: {} })
  })

  it('after n events comes from these alone, whatever comes after them', () => {
    const whole = story(placed, reserved, confirmed, captured)
    for (let n = 0; n <= whole.length; n++) {
      expect(stateAt(whole, n)).toEqual(stateAt(whole.slice(0, n), n))
    }
  })

  it('of one that ships ends paid, held and on its way', () => {
    const events = story(
      placed,
      reserved,
      confirmed,
      captured,
      ['OrderPaid', { paymentId }],
      ['ShipmentCreated', { shipmentId, trackingNumber: 'NW1' }],
      ['OrderShipped', { shipmentId }],
      ['ShipmentDispatched', { shipmentId }],
      ['InventoryCommitted', { sku: 'A', quantity: 1 }],
    )
    expect(stateAt(events, events.length)).toEqual({
      orders: { status: 'SHIPPED', total: '€100.00', payment: '5C90…A1A1', shipment: 'AAAA…BBBB' },
      payments: { status: 'CAPTURED', due: '€100.00', captured: '€100.00', id: '5C90…A1A1' },
      inventory: { A: '1 left the shelf', B: '2 held' },
      shipments: { status: 'DISPATCHED', id: 'AAAA…BBBB', tracking: 'NW1', 'may leave': 'yes' },
    })
  })

  it('of one that is cancelled while it is charged owes the late capture until it is refunded', () => {
    const events = story(
      placed,
      reserved,
      confirmed,
      cancelled,
      ['InventoryReleased', { sku: 'A', quantity: 1 }],
      ['InventoryReleased', { sku: 'B', quantity: 2 }],
      captured,
      ['PaymentRefunded', { ...amount, paymentId }],
    )
    expect(stateAt(events, 4).payments).toMatchObject({ status: 'CALLED OFF', captured: '€0.00' })
    expect(stateAt(events, 7).payments).toMatchObject({ status: 'CAPTURED', 'to refund': '€100.00' })
    const end = stateAt(events, 8)
    expect(end.payments).toMatchObject({ status: 'REFUNDED', refunded: '€100.00' })
    expect(end.payments).not.toHaveProperty('to refund')
    expect(end.inventory).toEqual({ A: '0 held', B: '0 held' })
    expect(end.orders).toMatchObject({ status: 'CANCELLED', reason: 'Wrong colour' })
  })

  it('is not moved by a note, which is only counted', () => {
    const note: Payloads[number] = ['OrderNoteAdded', { note: 'Rang them', by: 'desk' }]
    const events = story(placed, note, note)
    expect(stateAt(events, 3)).toEqual({
      ...stateAt(events, 1),
      orders: { ...stateAt(events, 1).orders, notes: '2' },
    })
  })
})

describe('the difference', () => {
  it('says what went with a minus, what came with a plus, and leaves the rest alone', () => {
    expect(
      diffOf({ status: 'PENDING', total: '€1', gone: 'x' }, { status: 'PAID', total: '€1', id: 'p' }),
    ).toEqual([
      { sign: '−', name: 'status', value: 'PENDING' },
      { sign: '+', name: 'status', value: 'PAID' },
      { sign: '', name: 'total', value: '€1' },
      { sign: '+', name: 'id', value: 'p' },
      { sign: '−', name: 'gone', value: 'x' },
    ])
  })
})

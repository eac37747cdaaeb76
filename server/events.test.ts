import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  type EventType,
  eventTypes,
  isEventType,
  laneOf,
  parsePayload,
  saidBy,
  schemaVersion,
} from './events'

type Payload = Record<string, unknown>

/** Event type → version → a payload as it was written then. What is here once may never be changed. */
const golden: Partial<Record<EventType, Record<string, Payload>>> = JSON.parse(
  readFileSync(new URL('events.golden.json', import.meta.url), 'utf8'),
)

const examples = Object.entries(golden).flatMap(([type, versions]) =>
  Object.entries(versions).map(([version, payload]) => {
    const eventType = type as EventType
    return {
      eventType,
      version: Number(version),
      payload,
      today: Number(version) === schemaVersion(eventType),
    }
  }),
)

describe('the language of events', () => {
  it('has a golden example of every event, in every version that it ever had', () => {
    const wanted = eventTypes.map((type) => [
      type,
      Array.from({ length: schemaVersion(type) }, (_, n) => `${n + 1}`),
    ])
    const had = Object.entries(golden).map(([type, versions]) => [type, Object.keys(versions)])
    expect(Object.fromEntries(had)).toEqual(Object.fromEntries(wanted))
  })

  it.each(examples)('can still read $eventType of version $version', ({ eventType, version, payload }) => {
    expect(() => parsePayload(eventType, version, payload)).not.toThrow()
  })

  it.each(examples.filter(({ today }) => today))(
    'loses nothing of $eventType as it is written today',
    (example) => {
      const { eventType, version, payload } = example
      expect(parsePayload(eventType, version, payload)).toEqual(payload)
    },
  )

  const required = examples
    .filter(({ eventType }) => eventType !== 'ProductUpdated')
    .flatMap((example) => Object.keys(example.payload).map((field) => ({ ...example, field })))
  it.each(required)(
    'does not take $eventType without its $field',
    ({ eventType, version, payload, field }) => {
      const { [field]: _, ...rest } = payload
      expect(() => parsePayload(eventType, version, rest)).toThrow(field)
    },
  )

  it.each<[EventType, unknown]>([
    ['OrderShipped', null],
    ['OrderShipped', 'shipped'],
    ['OrderShipped', []],
    ['OrderShipped', {}],
    ['OrderShipped', { orderId: '', shipmentId: 's', trackingNumber: 't' }],
    ['OrderConfirmed', { orderId: 'o', amount: '149.95', currency: 'EUR', paymentMethod: 'p' }],
    ['OrderConfirmed', { orderId: 'o', amount: -1, currency: 'EUR', paymentMethod: 'p' }],
    ['OrderConfirmed', { orderId: 'o', amount: 1, currency: 'EURO', paymentMethod: 'p' }],
    ['InventoryReleased', { orderId: 'o', sku: 'S', quantity: 0 }],
    ['InventoryReleased', { orderId: 'o', sku: 'S', quantity: 1.5 }],
    ['InventoryReserved', { orderId: 'o', reservations: [] }],
    ['ShipmentDispatched', { orderId: 'o', shipmentId: 's', dispatchedAt: 'yesterday' }],
  ])('does not take %s in a shape that it never had: %j', (eventType, payload) => {
    expect(() => parsePayload(eventType, 1, payload)).toThrow()
  })

  it.each(['OrderForgotten', 'orderplaced', 'constructor', '__proto__', ''])('has no event %j', (name) => {
    expect(isEventType(name)).toBe(false)
    expect(() => parsePayload(name as EventType, 1, {})).toThrow()
  })

  it.each([
    ['OrderPlaced', 'orders', ['orderId', 'items', 'address']],
    ['OrderConfirmed', 'orders', ['orderId', 'amount']],
    ['OrderRejected', 'orders', ['orderId', 'reason']],
    ['OrderPaid', 'orders', ['orderId', 'paymentId']],
    ['OrderPaymentFailed', 'orders', ['orderId']],
    ['OrderShipped', 'orders', ['orderId', 'shipmentId']],
    ['OrderCancelled', 'orders', ['orderId', 'reason']],
    ['OrderNoteAdded', 'orders', ['orderId', 'note', 'by']],
    ['PersonalDataErased', 'orders', ['orderId', 'erasedAt', 'by']],
    ['InventoryReserved', 'inventory', ['orderId', 'reservations']],
    ['InventoryReservationFailed', 'inventory', ['orderId', 'reason']],
    ['InventoryReleased', 'inventory', ['orderId', 'sku', 'quantity']],
    ['PaymentProcessed', 'payments', ['orderId', 'paymentId', 'amount']],
    ['PaymentFailed', 'payments', ['orderId', 'reason']],
    ['ShipmentCreated', 'shipments', ['orderId', 'shipmentId', 'trackingNumber']],
    ['ShipmentDispatched', 'shipments', ['shipmentId', 'dispatchedAt']],
    ['ShipmentDelivered', 'shipments', ['shipmentId', 'deliveredAt']],
  ] as const)('keeps the catalogue: %s is said by %s with %j', (eventType, module, fields) => {
    expect(saidBy[eventType]).toBe(module)
    expect(Object.keys(golden[eventType]?.[schemaVersion(eventType)] ?? {})).toEqual(
      expect.arrayContaining([...fields]),
    )
  })

  it.each(examples)(
    'puts $eventType into the lane of its order, if it has one',
    ({ eventType, version, payload }) => {
      const facts = {
        eventId: 'e',
        aggregateId: 'aggregate-1',
        aggregateType: 'Some',
        occurredAt: new Date(),
        version,
      }
      const event = { ...facts, eventType, payload } as Parameters<typeof laneOf>[0]
      expect(laneOf(event)).toBe(payload.orderId ?? 'aggregate-1')
    },
  )
})

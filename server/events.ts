import { z } from 'zod'

/** What stands where something said who a customer is, once that is erased. */
export const ERASED = 'erased'

/** Says who a customer is. PersonalDataErased takes it out of the story: see `log.without_person` in the migrations. */
const personal = z.string().meta({ personal: true })
const id = z.string().min(1)
const amount = z.number().nonnegative()
const currency = z.string().length(3)
const quantity = z.number().int().positive()
const line = z.object({ sku: id, quantity, unitPrice: amount })
const held = z.object({ sku: id, quantity })
export const Address = z
  .object({
    name: personal,
    street: personal,
    city: personal,
    state: personal.optional(),
    postalCode: personal.optional(),
    country: z.string().length(2),
    erasedAt: z.iso.datetime().optional().describe('When all of it but the country was erased.'),
  })
  .meta({ id: 'Address' })

/**
 * Every fact one module may tell the others, under the module that says it. Keys are event names, values are payloads
 * as they stand in JSON: money in major units, times in ISO 8601.
 */
const language = {
  orders: {
    OrderPlaced: z.object({
      orderId: id,
      customerId: id.meta({ personal: true }),
      items: z.array(line).min(1),
      address: Address,
      totalAmount: amount,
      currency,
      paymentMethod: z.string(),
    }),
    OrderConfirmed: z.object({ orderId: id, amount, currency, paymentMethod: z.string() }),
    OrderRejected: z.object({ orderId: id, reason: z.string() }),
    OrderPaid: z.object({ orderId: id, paymentId: id, items: z.array(held).min(1), address: Address }),
    OrderPaymentFailed: z.object({ orderId: id, reason: z.string() }),
    OrderShipped: z.object({ orderId: id, shipmentId: id, trackingNumber: z.string() }),
    OrderCancelled: z.object({ orderId: id, reason: personal, cancelledBy: z.string() }),
    /** What somebody at the desk wrote beside the order. Nobody reacts, and the order stays as it is. */
    OrderNoteAdded: z.object({ orderId: id, note: personal, by: z.string() }),
    /** Whom the order was for is unreadable from here on, also in what was told before. Each clears its own copies. */
    PersonalDataErased: z.object({ orderId: id, erasedAt: z.iso.datetime(), by: z.string() }),
  },
  inventory: {
    InventoryReserved: z.object({ orderId: id, reservations: z.array(held).min(1) }),
    InventoryReservationFailed: z.object({
      orderId: id,
      reason: z.string(),
      shortages: z.array(
        z.object({ sku: id, requested: quantity, available: z.number().int().nonnegative() }),
      ),
    }),
    InventoryReleased: z.object({ orderId: id, sku: id, quantity }),
    InventoryCommitted: z.object({ orderId: id, sku: id, quantity }),
    ProductCreated: z.object({
      sku: id,
      name: z.string(),
      price: amount,
      currency,
      onHand: z.number().int().nonnegative(),
      status: z.string(),
    }),
    ProductUpdated: z.object({
      sku: id,
      name: z.string().optional(),
      description: z.string().optional(),
      /** Null: it has none any more. */
      category: z.string().nullable().optional(),
      picture: z.string().nullable().optional(),
      price: amount.optional(),
      status: z.string().optional(),
    }),
    StockAdjusted: z.object({
      sku: id,
      delta: z.number().int(),
      reason: z.string(),
      onHand: z.number().int().nonnegative(),
    }),
  },
  payments: {
    PaymentProcessed: z.object({ orderId: id, paymentId: id, amount, currency }),
    PaymentFailed: z.object({ orderId: id, paymentId: id, reason: z.string() }),
    PaymentRefunded: z.object({ orderId: id, paymentId: id, amount, currency }),
  },
  shipments: {
    ShipmentCreated: z.object({
      orderId: id,
      shipmentId: id,
      trackingNumber: z.string(),
      carrier: z.string(),
    }),
    ShipmentDispatched: z.object({ orderId: id, shipmentId: id, dispatchedAt: z.iso.datetime() }),
    ShipmentDelivered: z.object({ orderId: id, shipmentId: id, deliveredAt: z.iso.datetime() }),
    ShipmentVoided: z.object({ orderId: id, shipmentId: id }),
  },
} as const

export const contract = {
  ...language.orders,
  ...language.inventory,
  ...language.payments,
  ...language.shipments,
} as const

export type EventType = keyof typeof contract
export type Payload<T extends EventType> = z.infer<(typeof contract)[T]>
export type HeldLine = z.infer<typeof held>
export type Address = z.infer<typeof Address>

/** What is kept of an address: the country, for the books. */
export const erasedAddress = ({ country }: Address, erasedAt: string): Address => ({
  name: ERASED,
  street: ERASED,
  city: ERASED,
  country,
  erasedAt,
})

/** A fact, as an aggregate records it. The union narrows on `eventType`. */
export type DomainEvent<T extends EventType = EventType> = {
  [K in T]: {
    eventId: string
    eventType: K
    aggregateId: string
    aggregateType: string
    occurredAt: Date
    payload: Payload<K>
    /** Schema version of the payload. */
    version: number
  }
}[T]

/** A fact, as the event store keeps it: with its place in the log and in the story it belongs to. */
export type RecordedEvent<T extends EventType = EventType> = DomainEvent<T> & {
  /** Order of storing, over the whole log; has gaps. */
  position: number
  /** The story in which order is kept: the orderId, or the aggregateId of what belongs to no order. */
  lane: string
  /** 1, 2, 3… within the lane, without a gap. */
  sequence: number
  correlationId: string
  /** The event that caused this one; null when a person or program asked for it. */
  causationId: string | null
}

/** An event of an order's story. */
type OrderEvent = { [T in EventType]: Payload<T> extends { orderId: string } ? T : never }[EventType]

/** What has to follow an event in its order's story. */
export type Expectation = {
  /** The first of these is enough; one module says them, because of the event. */
  awaits: readonly OrderEvent[]
  /** Where nothing came within so many seconds, the story is on the silence page. */
  within: number
  /** Only in a story that has this, too. */
  given?: OrderEvent
  /** A story that has this goes another way. */
  unless?: OrderEvent
}

/** A cancelled order goes no further; what it holds comes back. */
const unlessCancelled = { unless: 'OrderCancelled' } as const

/**
 * What every event expects that does. Long enough for four tries and a lost poke, and longer where the payment provider is
 * asked. People decide when a parcel leaves: nothing has to follow OrderShipped within a time.
 */
export const expectations: { readonly [T in OrderEvent]?: readonly Expectation[] } = {
  OrderPlaced: [
    { awaits: ['InventoryReserved', 'InventoryReservationFailed'], within: 60, ...unlessCancelled },
  ],
  InventoryReserved: [{ awaits: ['OrderConfirmed'], within: 60, ...unlessCancelled }],
  InventoryReservationFailed: [{ awaits: ['OrderRejected'], within: 60, ...unlessCancelled }],
  OrderConfirmed: [{ awaits: ['PaymentProcessed', 'PaymentFailed'], within: 120, ...unlessCancelled }],
  PaymentProcessed: [{ awaits: ['OrderPaid'], within: 60, ...unlessCancelled }],
  PaymentFailed: [{ awaits: ['OrderPaymentFailed'], within: 60, ...unlessCancelled }],
  OrderPaid: [{ awaits: ['ShipmentCreated'], within: 60, ...unlessCancelled }],
  ShipmentCreated: [{ awaits: ['OrderShipped'], within: 60, ...unlessCancelled }],
  OrderPaymentFailed: [{ awaits: ['InventoryReleased'], within: 60 }],
  OrderCancelled: [
    { awaits: ['InventoryReleased'], within: 60, given: 'InventoryReserved' },
    { awaits: ['PaymentRefunded'], within: 120, given: 'PaymentProcessed' },
    { awaits: ['ShipmentVoided'], within: 60, given: 'ShipmentCreated' },
  ],
  ShipmentDispatched: [{ awaits: ['InventoryCommitted'], within: 60 }],
}

/** What is told for people, the books and whoever listens outside. Each of the others is heard by a module. */
export const forTheRecord: readonly EventType[] = [
  'OrderRejected',
  'OrderNoteAdded',
  'InventoryReleased',
  'InventoryCommitted',
  'ProductCreated',
  'ProductUpdated',
  'StockAdjusted',
  'ShipmentDelivered',
  'ShipmentVoided',
]

export const eventTypes = Object.keys(contract) as EventType[]

export const isEventType = (name: string): name is EventType => Object.hasOwn(contract, name)

export type Module = keyof typeof language

export const moduleNames = Object.keys(language) as Module[]

/** Which module says each event. */
export const saidBy = Object.fromEntries(
  Object.entries(language).flatMap(([module, events]) => Object.keys(events).map((type) => [type, module])),
) as Record<EventType, Module>

/**
 * How a payload of an old version becomes one of the next: the n-th function lifts version n to n + 1. When a payload
 * changes its shape, add one here and keep the old version's golden file.
 */
const upcasters: Partial<Record<EventType, ((payload: unknown) => unknown)[]>> = {}

/** The version in which payloads of this type are written today. */
export const schemaVersion = (eventType: EventType): number => 1 + (upcasters[eventType]?.length ?? 0)

/** Reads a stored payload of any version as one of today's. Throws when it does not fit its schema. */
export function parsePayload<T extends EventType>(
  eventType: T,
  version: number,
  payload: unknown,
): Payload<T> {
  const lifted = (upcasters[eventType] ?? []).slice(version - 1).reduce((old, lift) => lift(old), payload)
  return contract[eventType].parse(lifted) as Payload<T>
}

/** The lane of an event: every event of an order's story shares the order's. */
export const laneOf = (event: DomainEvent): string =>
  'orderId' in event.payload ? event.payload.orderId : event.aggregateId

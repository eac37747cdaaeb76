import type { EventType, Payload, RecordedEvent } from './events'
import { type Access, listOrdersOfBrowser, seeOrder } from './modules/orders'
import { listParcels } from './modules/shipments'
import { listEvents } from './platform/event-store'
import { findHoldUp } from './platform/receipts'

type Tellers = { [T in EventType]?: (payload: Payload<T>) => object }

const nothing = () => ({})

/** What a customer hears of an order's events, and what of each. Who may not see the whole order may still see these. */
const tellers = {
  OrderConfirmed: nothing,
  OrderCancelled: ({ cancelledBy }) => ({ cancelledBy: knownToCustomers(cancelledBy) }),
  InventoryReserved: nothing,
  InventoryReservationFailed: ({ shortages }) => ({ shortages }),
  InventoryReleased: nothing,
  PaymentProcessed: nothing,
  PaymentFailed: nothing,
  PaymentRefunded: nothing,
  ShipmentCreated: ({ carrier }) => ({ carrier }),
  ShipmentDispatched: nothing,
  ShipmentDelivered: nothing,
} satisfies Tellers

type Told = {
  eventType: keyof typeof tellers
  sequence: number
  occurredAt: Date
  carrier?: string
  cancelledBy?: 'customer' | 'shop' | 'desk'
  shortages?: Payload<'InventoryReservationFailed'>['shortages']
}

/** The names of our people are nobody's business outside. */
const knownToCustomers = (by: string) => (by === 'customer' || by === 'shop' ? by : 'desk')

/** All that an order's page tells, of every module, as far as this access lets it be seen. */
export async function tellStory(orderId: string, shown: Access) {
  const { order, whole } = await seeOrder(orderId, shown)
  const [{ items }, holdUp] = await Promise.all([
    listEvents({ orderId }, { order: 'asc', limit: 200 }),
    findHoldUp(orderId),
  ])
  return { order, whole, events: items.flatMap((event) => tell(event) ?? []), holdUp }
}

function tell({ eventType, sequence, occurredAt, payload }: RecordedEvent): Told | undefined {
  const teller = (tellers as Record<string, (payload: unknown) => object>)[eventType]
  return teller && ({ eventType, sequence, occurredAt, ...teller(payload) } as Told)
}

/** A page of a browser's orders, each with where its parcel is. */
export async function listOwn(browser: string | undefined, page: { cursor?: string; limit: number }) {
  if (!browser) return { items: [], nextCursor: undefined }
  const { items, nextCursor } = await listOrdersOfBrowser(browser, page)
  const parcels = await listParcels(items.flatMap(({ shipmentId }) => shipmentId ?? []))
  const statuses = new Map(parcels.map(({ shipmentId, status }) => [shipmentId, status]))
  return {
    items: items.map((order) => ({ ...order, parcel: statuses.get(order.shipmentId ?? '') })),
    nextCursor,
  }
}

import type { DomainEvent, EventType, Payload } from '@/server/events'
import type { Aggregate } from '@/server/kernel/aggregate'
import { toCents } from '@/server/kernel/money'
import { Product } from '@/server/modules/inventory/domain/product'
import { Reservation, type ReservationState } from '@/server/modules/inventory/domain/reservation'
import { justPlaced, Order, type OrderState } from '@/server/modules/orders/domain/order'
import { Payment, type PaymentState } from '@/server/modules/payments/domain/payment'
import { Shipment, type ShipmentState } from '@/server/modules/shipments/domain/shipment'

/** What all modules know of one order: their states, and nothing that could be written. */
export type World = {
  readonly order: OrderState | null
  readonly reservation: ReservationState | null
  readonly payment: PaymentState | null
  readonly shipment: ShipmentState | null
  /** Whether the provider was never heard of: the payment's lane stands still behind that. */
  readonly parked: boolean
}

export const nothing: World = {
  order: null,
  reservation: null,
  payment: null,
  shipment: null,
  parked: false,
}

/** What the outside is like: it is not for the rules to decide. */
export type Facts = {
  /** How many of a SKU there are for this order. */
  available: (sku: string, wanted: number) => number
  /** What the provider makes of the charge. */
  charge: { answers: 'CAPTURED' } | { answers: 'DECLINED'; reason: string } | { answers: 'NEVER' }
  /** Whether it had been asked already when the order was cancelled, and answered afterwards. */
  askedInTime: boolean
}

/** What somebody decided, and what that changed. */
export type Decided = { world: World; said: readonly DomainEvent[] }

/** The states after a decision, and what was said because of it: of the aggregates in the order in which they are saved. */
export function decided(world: World, changed: Partial<Held>, products: Iterable<Product> = []): Decided {
  const { order, reservation, payment, shipment } = changed
  const saved: (Aggregate | undefined)[] = [order, reservation, ...products, payment, shipment]
  return {
    world: {
      ...world,
      ...(order && { order: order.toState() }),
      ...(reservation && { reservation: reservation.toState() }),
      ...(payment && { payment: payment.toState() }),
      ...(shipment && { shipment: shipment.toState() }),
    },
    said: saved.flatMap((aggregate) => aggregate?.getDomainEvents() ?? []),
  }
}

type Held = { order: Order; reservation: Reservation; payment: Payment; shipment: Shipment }

export const orderIn = ({ order }: World) => (order ? Order.restore(order) : null)
export const reservationIn = ({ reservation }: World) =>
  reservation ? Reservation.restore(reservation) : null
export const paymentIn = ({ payment }: World) => (payment ? Payment.restore(payment) : null)
export const shipmentIn = ({ shipment }: World) => (shipment ? Shipment.restore(shipment) : null)

/** A shelf on which there are so many of each, of which so many are held. Products come by their SKUs, as they are locked. */
export function shelfOf(
  lines: readonly { sku: string; onHand: number; reserved: number }[],
): Map<string, Product> {
  const sums = new Map<string, { onHand: number; reserved: number }>()
  for (const { sku, onHand, reserved } of lines) {
    const sum = sums.get(sku) ?? { onHand: 0, reserved: 0 }
    sums.set(sku, { onHand: sum.onHand + onHand, reserved: sum.reserved + reserved })
  }
  const skus = [...sums.keys()].sort()
  return new Map(skus.map((sku) => [sku, product(sku, sums.get(sku))]))
}

const never = new Date(0)

const product = (sku: string, stock = { onHand: 0, reserved: 0 }) =>
  Product.restore({
    id: sku,
    sku,
    name: sku,
    description: '',
    category: null,
    picture: null,
    priceCents: 0,
    currency: 'EUR',
    status: 'ACTIVE',
    createdAt: never,
    updatedAt: never,
    ...stock,
  })

/** An order as its first event tells it, whoever was forgotten since. */
export function placed(payload: Payload<'OrderPlaced'>, placedAt: Date): OrderState {
  const { orderId, customerId, items, totalAmount, currency, paymentMethod } = payload
  const { erasedAt: _, ...address } = payload.address
  return {
    id: orderId,
    customerId,
    email: null,
    items: items.map(({ sku, quantity, unitPrice }) => ({
      sku,
      name: sku,
      quantity,
      unitCents: toCents(unitPrice, currency),
    })),
    shippingAddress: address,
    totalCents: toCents(totalAmount, currency),
    currency,
    paymentMethod,
    ...justPlaced,
    accessTokenHash: '',
    origin: null,
    placedAt,
    updatedAt: placedAt,
  }
}

/** Ids that the modules drew when it really happened, so that both stories speak of the same payment and parcel. */
export function withIdsOf(world: World, { eventType, payload }: DomainEvent): World {
  switch (eventType) {
    case 'PaymentProcessed':
    case 'PaymentFailed':
      return { ...world, payment: world.payment && { ...world.payment, id: payload.paymentId } }
    case 'ShipmentCreated': {
      const { shipmentId: id, trackingNumber, carrier } = payload
      return { ...world, shipment: world.shipment && { ...world.shipment, id, trackingNumber, carrier } }
    }
    default:
      return world
  }
}

export type Has = (eventType: EventType) => boolean

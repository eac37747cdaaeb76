import { money, shortId } from '@/components/format'
import type { Module, StoreEvent } from '../desk-types'

/** What a module knows of the order: names and values, in the order in which they came to be. */
type Known = Readonly<Record<string, string>>
export type OrderState = Readonly<Record<Module, Known>>

const nothing: OrderState = { orders: {}, payments: {}, inventory: {}, shipments: {} }

/** The order's state after the first n events, built from these and from nothing else. */
export const stateAt = (events: readonly StoreEvent[], n: number): OrderState =>
  events.slice(0, n).reduce(apply, nothing)

function apply(state: OrderState, event: StoreEvent): OrderState {
  const changed = (Object.keys(nothing) as Module[]).map((module) => [module, folds[module](state, event)])
  return Object.fromEntries(changed)
}

/** How each module's knowledge goes on from the order's state before and one more event. */
const folds: Record<Module, (state: OrderState, event: StoreEvent) => Known> = {
  orders({ orders }, { eventType, payload }) {
    switch (eventType) {
      case 'OrderPlaced':
        return { status: 'PENDING', total: money(payload.totalAmount, payload.currency) }
      case 'OrderConfirmed':
        return { ...orders, status: 'CONFIRMED' }
      case 'OrderRejected':
        return { ...orders, status: 'REJECTED', reason: payload.reason }
      case 'OrderPaid':
        return { ...orders, status: 'PAID', payment: shortId(payload.paymentId) }
      case 'OrderPaymentFailed':
        return { ...orders, status: 'PAYMENT_FAILED', reason: payload.reason }
      case 'OrderShipped':
        return { ...orders, status: 'SHIPPED', shipment: shortId(payload.shipmentId) }
      case 'OrderCancelled':
        return { ...orders, status: 'CANCELLED', reason: payload.reason, by: payload.cancelledBy }
      case 'OrderNoteAdded':
        return { ...orders, notes: String(Number(orders.notes ?? 0) + 1) }
      case 'PersonalDataErased':
        return { ...orders, customer: 'erased' }
      default:
        return orders
    }
  },

  payments({ payments, orders }, { eventType, payload }) {
    switch (eventType) {
      case 'OrderConfirmed':
        return {
          status: 'CHARGING',
          due: money(payload.amount, payload.currency),
          captured: money(0, payload.currency),
        }
      case 'OrderCancelled':
        if (payments.status === 'CHARGING') return { ...payments, status: 'CALLED OFF' }
        return payments.status === 'CAPTURED'
          ? { ...payments, 'to refund': String(payments.captured) }
          : payments
      case 'PaymentProcessed': {
        const amount = money(payload.amount, payload.currency)
        const captured = { ...payments, status: 'CAPTURED', captured: amount, id: shortId(payload.paymentId) }
        return orders.status === 'CANCELLED' ? { ...captured, 'to refund': amount } : captured
      }
      case 'PaymentFailed':
        return { ...payments, status: 'FAILED', reason: payload.reason, id: shortId(payload.paymentId) }
      case 'PaymentRefunded': {
        const { 'to refund': _, ...rest } = payments
        return { ...rest, status: 'REFUNDED', refunded: money(payload.amount, payload.currency) }
      }
      default:
        return payments
    }
  },

  inventory({ inventory }, { eventType, payload }) {
    switch (eventType) {
      case 'InventoryReserved':
        return Object.fromEntries(payload.reservations.map(({ sku, quantity }) => [sku, `${quantity} held`]))
      case 'InventoryReservationFailed':
        return Object.fromEntries(
          payload.shortages.map(({ sku, requested, available }) => [
            sku,
            `${requested} wanted, ${available} left`,
          ]),
        )
      case 'InventoryReleased':
        return { ...inventory, [payload.sku]: '0 held' }
      case 'InventoryCommitted':
        return { ...inventory, [payload.sku]: `${payload.quantity} left the shelf` }
      default:
        return inventory
    }
  },

  shipments({ shipments }, { eventType, payload }) {
    switch (eventType) {
      case 'ShipmentCreated':
        return { status: 'CREATED', id: shortId(payload.shipmentId), tracking: payload.trackingNumber }
      case 'OrderShipped':
        return { ...shipments, 'may leave': 'yes' }
      case 'ShipmentDispatched':
        return { ...shipments, status: 'DISPATCHED' }
      case 'ShipmentDelivered':
        return { ...shipments, status: 'DELIVERED' }
      case 'ShipmentVoided':
        return { ...shipments, status: 'VOIDED' }
      case 'PersonalDataErased':
        return shipments.status ? { ...shipments, address: 'erased' } : shipments
      default:
        return shipments
    }
  },
}

export type DiffLine = { sign: '+' | '−' | ''; name: string; value: string }

/** What was known before and what is known now, line by line: what changed stands twice, with its sign. */
export function diffOf(before: Known, now: Known): DiffLine[] {
  const names = [...new Set([...Object.keys(now), ...Object.keys(before)])]
  return names.flatMap((name): DiffLine[] => {
    const [was, is] = [before[name], now[name]]
    if (was !== undefined && was === is) return [{ sign: '', name, value: is }]
    return [
      ...(was === undefined ? [] : [{ sign: '−' as const, name, value: was }]),
      ...(is === undefined ? [] : [{ sign: '+' as const, name, value: is }]),
    ]
  })
}

import type { Rules } from '@/server/kernel/rules'
import type { Order } from './order'

/** What an order does when other modules say something. */
export const rules = {
  InventoryReserved: (order) => order.confirm(),
  InventoryReservationFailed: (order, { reason }) => order.reject(reason),
  PaymentProcessed: (order, { paymentId }) => order.markPaid(paymentId),
  PaymentFailed: (order, { reason }) => order.markPaymentFailed(reason),
  ShipmentCreated: (order, { shipmentId, trackingNumber }) => order.markShipped(shipmentId, trackingNumber),
  PaymentRefunded: (order, { paymentId }) => order.rememberRefund(paymentId),
} satisfies Rules<Order>

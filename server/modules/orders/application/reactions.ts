import type { Reactions } from '@/server/platform/reactions'
import { Ignored, type UnitOfWork } from '@/server/platform/unit-of-work'
import type { Order } from '../domain/order'
import { loadOrder, saveOrder } from '../infrastructure/order-repository'

export const reactions: Reactions = {
  InventoryReserved: ({ payload }, uow) => change(uow, payload.orderId, (order) => order.confirm()),
  InventoryReservationFailed: ({ payload }, uow) =>
    change(uow, payload.orderId, (order) => order.reject(payload.reason)),
  PaymentProcessed: ({ payload }, uow) =>
    change(uow, payload.orderId, (order) => order.markPaid(payload.paymentId)),
  PaymentFailed: ({ payload }, uow) =>
    change(uow, payload.orderId, (order) => order.markPaymentFailed(payload.reason)),
  ShipmentCreated: ({ payload }, uow) =>
    change(uow, payload.orderId, (order) => order.markShipped(payload.shipmentId, payload.trackingNumber)),
  PaymentRefunded: ({ payload }, uow) =>
    change(uow, payload.orderId, (order) => order.rememberRefund(payload.paymentId)),
}

async function change(uow: UnitOfWork, orderId: string, decide: (order: Order) => void) {
  const order = await loadOrder(uow, orderId)
  const before = order.toState()
  decide(order)
  if (order.toState() === before) return new Ignored(`the order is ${order.status}`)
  saveOrder(uow, order)
}

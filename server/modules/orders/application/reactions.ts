import type { Reactions } from '@/server/platform/reactions'
import { Ignored, type UnitOfWork } from '@/server/platform/unit-of-work'
import type { Order } from '../domain/order'
import { rules } from '../domain/rules'
import { loadOrder, saveOrder } from '../infrastructure/order-repository'

export const reactions: Reactions = {
  InventoryReserved: ({ payload }, uow) => change(uow, payload, rules.InventoryReserved),
  InventoryReservationFailed: ({ payload }, uow) => change(uow, payload, rules.InventoryReservationFailed),
  PaymentProcessed: ({ payload }, uow) => change(uow, payload, rules.PaymentProcessed),
  PaymentFailed: ({ payload }, uow) => change(uow, payload, rules.PaymentFailed),
  ShipmentCreated: ({ payload }, uow) => change(uow, payload, rules.ShipmentCreated),
  PaymentRefunded: ({ payload }, uow) => change(uow, payload, rules.PaymentRefunded),
}

async function change<P extends { orderId: string }>(
  uow: UnitOfWork,
  payload: P,
  decide: (order: Order, payload: P) => void,
) {
  const order = await loadOrder(uow, payload.orderId)
  const before = order.toState()
  decide(order, payload)
  if (order.toState() === before) return new Ignored(`the order is ${order.status}`)
  saveOrder(uow, order)
}

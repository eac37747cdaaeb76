import type { Payload } from '@/server/events'
import { batchable, type Inside, type Reactions } from '@/server/platform/reactions'
import { Ignored } from '@/server/platform/unit-of-work'
import type { Order } from '../domain/order'
import { rules } from '../domain/rules'
import { loadOrder, saveOrder } from '../infrastructure/order-repository'

export const reactions: Reactions = {
  InventoryReserved: change(rules.InventoryReserved),
  InventoryReservationFailed: change(rules.InventoryReservationFailed),
  PaymentProcessed: change(rules.PaymentProcessed),
  PaymentFailed: change(rules.PaymentFailed),
  ShipmentCreated: change(rules.ShipmentCreated),
  PaymentRefunded: change(rules.PaymentRefunded),
}

function change<T extends keyof typeof rules>(
  decide: (order: Order, payload: Payload<T>) => void,
): Inside<T> {
  return batchable(async ({ payload }, uow) => {
    const order = await loadOrder(uow, payload.orderId)
    const before = order.toState()
    decide(order, payload)
    if (order.toState() === before) return new Ignored(`the order is ${order.status}`)
    saveOrder(uow, order)
  })
}

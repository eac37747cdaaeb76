import type { Reactions } from '@/server/platform/reactions'
import { Ignored } from '@/server/platform/unit-of-work'
import { Shipment } from '../domain/shipment'
import { findShipmentOf, saveErased, saveShipment } from '../infrastructure/shipment-repository'

export const reactions: Reactions = {
  OrderPaid: async ({ payload: { orderId, items, address } }, uow) =>
    saveShipment(uow, Shipment.create({ orderId, items, address })),
  OrderShipped: async ({ payload }, uow) => {
    const shipment = await findShipmentOf(uow, payload.orderId)
    if (!shipment) return new Ignored('there is no shipment')
    shipment.clear()
    saveShipment(uow, shipment)
  },
  OrderCancelled: async ({ payload }, uow) => {
    const shipment = await findShipmentOf(uow, payload.orderId)
    if (!shipment) return new Ignored('there is no shipment')
    shipment.void()
    saveShipment(uow, shipment)
  },
  PersonalDataErased: async ({ payload }, uow) => {
    const shipment = await findShipmentOf(uow, payload.orderId)
    if (!shipment) return new Ignored('there is no shipment')
    shipment.erase(payload.erasedAt)
    saveErased(uow, shipment)
  },
}

import { batchable, type Reactions } from '@/server/platform/reactions'
import { Ignored, type UnitOfWork } from '@/server/platform/unit-of-work'
import { pack, rules } from '../domain/rules'
import type { Shipment } from '../domain/shipment'
import { findShipmentOf, saveErased, saveShipment } from '../infrastructure/shipment-repository'

export const reactions: Reactions = {
  OrderPaid: batchable(async ({ payload }, uow) => saveShipment(uow, pack(payload))),
  OrderShipped: batchable(({ payload }, uow) => change(uow, payload.orderId, rules.OrderShipped)),
  OrderCancelled: ({ payload }, uow) => change(uow, payload.orderId, rules.OrderCancelled),
  PersonalDataErased: ({ payload }, uow) =>
    change(uow, payload.orderId, (shipment) => rules.PersonalDataErased(shipment, payload), saveErased),
}

async function change(
  uow: UnitOfWork,
  orderId: string,
  decide: (shipment: Shipment) => void,
  save = saveShipment,
) {
  const shipment = await findShipmentOf(uow, orderId)
  if (!shipment) return new Ignored('there is no shipment')
  decide(shipment)
  save(uow, shipment)
}

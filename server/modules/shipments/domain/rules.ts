import type { Payload } from '@/server/events'
import type { Rules } from '@/server/kernel/rules'
import { Shipment } from './shipment'

/** The parcel of an order that was paid. */
export const pack = ({ orderId, items, address }: Payload<'OrderPaid'>) =>
  Shipment.create({ orderId, items, address })

/** What becomes of a parcel when other modules say something. */
export const rules = {
  OrderShipped: (shipment) => shipment.clear(),
  OrderCancelled: (shipment) => shipment.void(),
  PersonalDataErased: (shipment, { erasedAt }) => shipment.erase(erasedAt),
} satisfies Rules<Shipment>

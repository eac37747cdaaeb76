import type { Payload } from '@/server/events'
import type { Rules } from '@/server/kernel/rules'
import type { Product } from './product'
import { Reservation } from './reservation'

type Shelf = ReadonlyMap<string, Product>

/** What is held for an order that was placed: all of it, or nothing. */
export const reserve = ({ orderId, items }: Payload<'OrderPlaced'>, shelf: Shelf) =>
  Reservation.make(
    orderId,
    items.map(({ sku, quantity }) => ({ sku, quantity })),
    shelf,
  )

type Held = { reservation: Reservation; shelf: Shelf }

const release = ({ reservation, shelf }: Held) => reservation.release(shelf)

/** What becomes of what is held when other modules say something. */
export const rules = {
  OrderPaymentFailed: release,
  OrderCancelled: release,
  ShipmentDispatched: ({ reservation, shelf }) => reservation.commit(shelf),
} satisfies Rules<Held>

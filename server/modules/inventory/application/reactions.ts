import type { Payload } from '@/server/events'
import { batchable, type Reactions } from '@/server/platform/reactions'
import { Ignored, type UnitOfWork } from '@/server/platform/unit-of-work'
import { reserve, rules } from '../domain/rules'
import { loadShelf, saveProducts } from '../infrastructure/product-repository'
import { findReservation, saveReservation } from '../infrastructure/reservation-repository'

export const reactions: Reactions = {
  OrderPlaced: batchable(
    async ({ payload }, uow) => {
      const shelf = await loadShelf(uow, skusOf(payload))
      const reservation = reserve(payload, shelf)
      saveReservation(uow, reservation)
      if (reservation.toState().status === 'ACTIVE') saveProducts(uow, shelf.values())
    },
    (placed, tx) =>
      loadShelf(
        { tx },
        placed.flatMap(({ payload }) => skusOf(payload)),
      ),
  ),
  OrderPaymentFailed: ({ payload }, uow) => settle(uow, payload.orderId, rules.OrderPaymentFailed),
  OrderCancelled: ({ payload }, uow) => settle(uow, payload.orderId, rules.OrderCancelled),
  ShipmentDispatched: ({ payload }, uow) => settle(uow, payload.orderId, rules.ShipmentDispatched),
}

const skusOf = ({ items }: Payload<'OrderPlaced'>) => items.map(({ sku }) => sku)

type Decide = (typeof rules)[keyof typeof rules]

async function settle(uow: UnitOfWork, orderId: string, decide: Decide) {
  const reservation = await findReservation(uow, orderId)
  if (!reservation) return new Ignored('nothing was reserved')
  const { status } = reservation.toState()
  if (status !== 'ACTIVE') return new Ignored(`the reservation is ${status}`)
  const shelf = await loadShelf(
    uow,
    reservation.lines.map(({ sku }) => sku),
  )
  decide({ reservation, shelf })
  saveReservation(uow, reservation)
  saveProducts(uow, shelf.values())
}

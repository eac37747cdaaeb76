import type { Reactions } from '@/server/platform/reactions'
import { Ignored, type UnitOfWork } from '@/server/platform/unit-of-work'
import type { Product } from '../domain/product'
import { Reservation } from '../domain/reservation'
import { loadShelf, saveProducts } from '../infrastructure/product-repository'
import { findReservation, saveReservation } from '../infrastructure/reservation-repository'

export const reactions: Reactions = {
  OrderPlaced: async ({ payload }, uow) => {
    const lines = payload.items.map(({ sku, quantity }) => ({ sku, quantity }))
    const shelf = await loadShelf(
      uow,
      lines.map(({ sku }) => sku),
    )
    const reservation = Reservation.make(payload.orderId, lines, shelf)
    saveReservation(uow, reservation)
    if (reservation.toState().status === 'ACTIVE') saveProducts(uow, shelf.values())
  },
  OrderPaymentFailed: ({ payload }, uow) =>
    settle(uow, payload.orderId, (reservation, shelf) => reservation.release(shelf)),
  OrderCancelled: ({ payload }, uow) =>
    settle(uow, payload.orderId, (reservation, shelf) => reservation.release(shelf)),
  ShipmentDispatched: ({ payload }, uow) =>
    settle(uow, payload.orderId, (reservation, shelf) => reservation.commit(shelf)),
}

async function settle(
  uow: UnitOfWork,
  orderId: string,
  decide: (reservation: Reservation, shelf: Map<string, Product>) => void,
) {
  const reservation = await findReservation(uow, orderId)
  if (!reservation) return new Ignored('nothing was reserved')
  const { status } = reservation.toState()
  if (status !== 'ACTIVE') return new Ignored(`the reservation is ${status}`)
  const shelf = await loadShelf(
    uow,
    reservation.lines.map(({ sku }) => sku),
  )
  decide(reservation, shelf)
  saveReservation(uow, reservation)
  saveProducts(uow, shelf.values())
}

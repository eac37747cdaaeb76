import { eq } from 'drizzle-orm'
import type { UnitOfWork } from '@/server/platform/unit-of-work'
import { Reservation } from '../domain/reservation'
import { reservations } from './tables'

/** Null when the order never came as far as a reservation. */
export async function findReservation({ tx }: UnitOfWork, orderId: string): Promise<Reservation | null> {
  const [row] = await tx.select().from(reservations).where(eq(reservations.orderId, orderId)).for('update')
  return row ? Reservation.restore(row) : null
}

export async function saveReservation(uow: UnitOfWork, reservation: Reservation): Promise<void> {
  const state = reservation.toState()
  await uow.tx
    .insert(reservations)
    .values(state)
    .onConflictDoUpdate({ target: reservations.id, set: { status: state.status } })
  uow.append(reservation)
}

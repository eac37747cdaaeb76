import { eq, getTableColumns, sql } from 'drizzle-orm'
import { excluded, prepared, preparedWrite } from '@/server/platform/database/prepared'
import type { UnitOfWork } from '@/server/platform/unit-of-work'
import { Reservation } from '../domain/reservation'
import { reservations } from './tables'

const byOrder = prepared((tx) =>
  tx
    .select()
    .from(reservations)
    .where(eq(reservations.orderId, sql.placeholder('orderId')))
    .for('update')
    .prepare('find_reservation'),
)

/** Null when the order never came as far as a reservation. */
export async function findReservation({ tx }: UnitOfWork, orderId: string): Promise<Reservation | null> {
  const [row] = await byOrder(tx).execute({ orderId })
  return row ? Reservation.restore(row) : null
}

const columns = getTableColumns(reservations)
const write = preparedWrite(columns, (tx, row) =>
  tx
    .insert(reservations)
    .values(row)
    .onConflictDoUpdate({ target: reservations.id, set: excluded({ status: columns.status }) })
    .prepare('save_reservation'),
)

export function saveReservation({ tx, save }: UnitOfWork, reservation: Reservation) {
  save(reservation, write(tx, reservation.toState()))
}

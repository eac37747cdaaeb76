import { eq, getTableColumns, sql } from 'drizzle-orm'
import { notFound } from '@/server/kernel/errors'
import { isId } from '@/server/kernel/id'
import { excluded, omit, prepared, preparedWrite } from '@/server/platform/database/prepared'
import type { UnitOfWork } from '@/server/platform/unit-of-work'
import { Shipment } from '../domain/shipment'
import { shipments } from './tables'

export async function loadShipment({ tx }: UnitOfWork, id: string): Promise<Shipment> {
  const [row] = isId(id) ? await tx.select().from(shipments).where(eq(shipments.id, id)).for('update') : []
  if (!row) throw notFound('Shipment', id)
  return Shipment.restore(row)
}

const byOrder = prepared((tx) =>
  tx
    .select()
    .from(shipments)
    .where(eq(shipments.orderId, sql.placeholder('orderId')))
    .for('update')
    .prepare('find_shipment'),
)

/** Null when the order never came as far as a shipment. */
export async function findShipmentOf({ tx }: UnitOfWork, orderId: string): Promise<Shipment | null> {
  const [row] = await byOrder(tx).execute({ orderId })
  return row ? Shipment.restore(row) : null
}

const columns = getTableColumns(shipments)
const changing = omit(columns, 'id', 'orderId', 'carrier', 'trackingNumber', 'items', 'address', 'createdAt')
const write = preparedWrite(columns, (tx, row) =>
  tx
    .insert(shipments)
    .values(row)
    .onConflictDoUpdate({ target: shipments.id, set: excluded(changing) })
    .prepare('save_shipment'),
)

export function saveShipment({ tx, save }: UnitOfWork, shipment: Shipment) {
  save(shipment, write(tx, shipment.toState()))
}

export function saveErased({ tx, save }: UnitOfWork, shipment: Shipment) {
  const { id, address } = shipment.toState()
  save(shipment, tx.update(shipments).set({ address }).where(eq(shipments.id, id)))
}

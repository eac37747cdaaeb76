import { eq } from 'drizzle-orm'
import { notFound } from '@/server/kernel/errors'
import { isId } from '@/server/kernel/id'
import type { UnitOfWork } from '@/server/platform/unit-of-work'
import { Shipment } from '../domain/shipment'
import { shipments } from './tables'

export async function loadShipment({ tx }: UnitOfWork, id: string): Promise<Shipment> {
  const [row] = isId(id) ? await tx.select().from(shipments).where(eq(shipments.id, id)).for('update') : []
  if (!row) throw notFound('Shipment', id)
  return Shipment.restore(row)
}

/** Null when the order never came as far as a shipment. */
export async function findShipmentOf({ tx }: UnitOfWork, orderId: string): Promise<Shipment | null> {
  const [row] = await tx.select().from(shipments).where(eq(shipments.orderId, orderId)).for('update')
  return row ? Shipment.restore(row) : null
}

export async function saveShipment(uow: UnitOfWork, shipment: Shipment): Promise<void> {
  const { id, orderId, carrier, trackingNumber, items, address, createdAt, ...changing } = shipment.toState()
  await uow.tx
    .insert(shipments)
    .values(shipment.toState())
    .onConflictDoUpdate({ target: shipments.id, set: changing })
  uow.append(shipment)
}

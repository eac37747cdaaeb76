import { and, desc, eq, lt } from 'drizzle-orm'
import { notFound } from '@/server/kernel/errors'
import { isId } from '@/server/kernel/id'
import { db } from '@/server/platform/database/connect'
import type { ShipmentState, ShipmentStatus } from '../domain/shipment'
import { shipments } from '../infrastructure/tables'

/** A shipment as others see it; what is not yet so is absent. */
export function toView(state: ShipmentState) {
  return {
    shipmentId: state.id,
    orderId: state.orderId,
    status: state.status,
    carrier: state.carrier,
    trackingNumber: state.trackingNumber,
    createdAt: state.createdAt,
    ...(state.dispatchedAt && { dispatchedAt: state.dispatchedAt }),
    ...(state.deliveredAt && { deliveredAt: state.deliveredAt }),
  }
}

export async function getShipment(shipmentId: string) {
  const [row] = isId(shipmentId)
    ? await db().select().from(shipments).where(eq(shipments.id, shipmentId))
    : []
  if (!row) throw notFound('Shipment', shipmentId)
  return toView(row)
}

type ListShipments = { status?: ShipmentStatus; cursor?: string; limit: number }

/** A page of shipments, newest first; `nextCursor` is there while there are more. */
export async function listShipments({ status, cursor, limit }: ListShipments) {
  const rows = await db()
    .select()
    .from(shipments)
    .where(and(status && eq(shipments.status, status), cursor ? lt(shipments.id, cursor) : undefined))
    .orderBy(desc(shipments.id))
    .limit(limit + 1)
  const items = rows.slice(0, limit).map(toView)
  return { items, nextCursor: rows.length > limit ? items.at(-1)?.shipmentId : undefined }
}

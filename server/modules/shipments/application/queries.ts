import { and, asc, count, desc, eq, gt, inArray, like, lt, or } from 'drizzle-orm'
import { z } from 'zod'
import { notFound } from '@/server/kernel/errors'
import { isId } from '@/server/kernel/id'
import { db } from '@/server/platform/database/connect'
import { type ShipmentState, type ShipmentStatus, shipmentStatuses } from '../domain/shipment'
import { shipments } from '../infrastructure/tables'

/** A shipment as others see it; what is not yet so is absent. */
export const ShipmentView = z
  .object({
    shipmentId: z.uuid(),
    orderId: z.uuid(),
    status: z.enum(shipmentStatuses),
    carrier: z.string(),
    trackingNumber: z.string(),
    createdAt: z.date(),
    dispatchedAt: z.date().optional(),
    deliveredAt: z.date().optional(),
  })
  .meta({ id: 'Shipment', description: 'A parcel; what is not yet so is absent.' })

export function toView(state: ShipmentState): z.infer<typeof ShipmentView> {
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
  return toView(await rowOf(shipmentId))
}

/** Where the parcels of some orders are; orders without one are missing. */
export async function listParcels(shipmentIds: string[]) {
  const { id: shipmentId, status } = shipments
  return db().select({ shipmentId, status }).from(shipments).where(inArray(shipmentId, shipmentIds))
}

/** What the desk wants to know besides: where it goes, what is in it, and whether its order lets it leave. */
export const toDeskView = (state: ShipmentState) => ({
  ...toView(state),
  items: state.items,
  address: state.address,
  cleared: state.cleared,
})

/** A shipment as the desk sees it. */
export async function getShipmentAtDesk(shipmentId: string) {
  return toDeskView(await rowOf(shipmentId))
}

export const shipmentSorts = ['newest', 'oldest'] as const

type ListShipments = {
  /** The beginning of a tracking number, or the id of a shipment or its order. */
  text?: string
  status?: ShipmentStatus
  sort?: (typeof shipmentSorts)[number]
  cursor?: string
  limit: number
}

/** A page of shipments; `nextCursor` is there while there are more. */
export async function listShipments({ text, status, sort = 'newest', cursor, limit }: ListShipments) {
  const [direction, beyond] = sort === 'newest' ? [desc, lt] : [asc, gt]
  const rows = await db()
    .select()
    .from(shipments)
    .where(
      and(
        text ? named(text) : undefined,
        status && eq(shipments.status, status),
        cursor ? beyond(shipments.id, cursor) : undefined,
      ),
    )
    .orderBy(direction(shipments.id))
    .limit(limit + 1)
  const items = rows.slice(0, limit).map(toDeskView)
  return { items, nextCursor: rows.length > limit ? items.at(-1)?.shipmentId : undefined }
}

/** How many stand ready or wait to leave. */
export async function countToDispatch() {
  const [row] = await db().select({ amount: count() }).from(shipments).where(eq(shipments.status, 'CREATED'))
  return row?.amount ?? 0
}

/** A tracking number is found as it is printed, too: with spaces, in small letters, or by its beginning. */
function named(text: string) {
  if (isId(text)) return or(eq(shipments.id, text), eq(shipments.orderId, text))
  const start = text
    .replace(/\s/g, '')
    .toUpperCase()
    .replace(/[\\%_]/g, '\\$&')
  return like(shipments.trackingNumber, `${start}%`)
}

async function rowOf(shipmentId: string): Promise<ShipmentState> {
  const [row] = isId(shipmentId)
    ? await db().select().from(shipments).where(eq(shipments.id, shipmentId))
    : []
  if (!row) throw notFound('Shipment', shipmentId)
  return row
}

import { and, count, desc, eq, inArray, lt } from 'drizzle-orm'
import { notFound } from '@/server/kernel/errors'
import { isId } from '@/server/kernel/id'
import { toMajor } from '@/server/kernel/money'
import { db } from '@/server/platform/database/connect'
import type { OrderState, OrderStatus } from '../domain/order'
import { type OrderSearch, searchOrders } from '../infrastructure/order-search'
import { orders } from '../infrastructure/tables'

/** An order as others see it; what is not yet so is absent. */
function toView(state: OrderState) {
  const { currency } = state
  return {
    orderId: state.id,
    status: state.status,
    customerId: state.customerId,
    ...given({ email: state.email }),
    items: state.items.map(({ unitCents, ...item }) => ({
      ...item,
      unitPrice: toMajor(unitCents, currency),
    })),
    totalAmount: toMajor(state.totalCents, currency),
    currency,
    paymentMethod: state.paymentMethod,
    shippingAddress: state.shippingAddress,
    ...given({
      paymentId: state.paymentId,
      shipmentId: state.shipmentId,
      trackingNumber: state.trackingNumber,
      rejectionReason: state.rejectionReason,
      failureReason: state.failureReason,
      cancellationReason: state.cancellationReason,
      cancelledAt: state.cancelledAt,
      refundedAt: state.refundedAt,
    }),
    placedAt: state.placedAt,
    updatedAt: state.updatedAt,
  }
}

type Given<T> = { [K in keyof T]?: NonNullable<T[K]> }

const given = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as Given<T>

export async function getOrder(orderId: string) {
  const [row] = isId(orderId) ? await db().select().from(orders).where(eq(orders.id, orderId)) : []
  if (!row) throw notFound('Order', orderId)
  return toView(row)
}

type ListOrders = { status?: OrderStatus; customerId?: string; cursor?: string; limit: number }

/** A page of orders, newest first; `nextCursor` is there while there are more. */
export async function listOrders({ status, customerId, cursor, limit }: ListOrders) {
  const rows = await db()
    .select()
    .from(orders)
    .where(
      and(
        status && eq(orders.status, status),
        customerId === undefined ? undefined : eq(orders.customerId, customerId),
        cursor ? lt(orders.id, cursor) : undefined,
      ),
    )
    .orderBy(desc(orders.id))
    .limit(limit + 1)
  const items = rows.slice(0, limit).map(toView)
  return { items, nextCursor: rows.length > limit ? items.at(-1)?.orderId : undefined }
}

/** How many orders are still on their way. */
export async function countOpenOrders(): Promise<number> {
  const open = inArray(orders.status, ['PENDING', 'CONFIRMED', 'PAID'])
  const [row] = await db().select({ open: count() }).from(orders).where(open)
  return row?.open ?? 0
}

/** Where some orders stand; unknown ones are missing. */
export async function listStandings(orderIds: string[]) {
  const { id: orderId, status, totalCents, currency, paymentMethod } = orders
  const rows = await db()
    .select({ orderId, status, totalCents, currency, paymentMethod })
    .from(orders)
    .where(inArray(orderId, orderIds.filter(isId)))
  return rows.map(({ totalCents, ...row }) => ({ ...row, totalAmount: toMajor(totalCents, row.currency) }))
}

/** A page of the desk's table: any statuses, words, days and sorting at once. */
export async function findOrders(asked: OrderSearch) {
  const rows = await searchOrders({ ...asked, limit: asked.limit + 1 })
  const items = rows.slice(0, asked.limit).map(toView)
  return { items, nextCursor: rows.length > asked.limit ? items.at(-1)?.orderId : undefined }
}

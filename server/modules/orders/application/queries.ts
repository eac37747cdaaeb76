import { and, count, desc, eq, gte, inArray, lt, sql } from 'drizzle-orm'
import { notFound } from '@/server/kernel/errors'
import { isId } from '@/server/kernel/id'
import { toMajor } from '@/server/kernel/money'
import { db } from '@/server/platform/database/connect'
import { type OrderState, type OrderStatus, orderStatuses } from '../domain/order'
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

/** A page of the desk's table: any statuses, words, days and sorting at once. */
export async function findOrders(asked: OrderSearch) {
  const rows = await searchOrders({ ...asked, limit: asked.limit + 1 })
  const items = rows.slice(0, asked.limit).map(toView)
  return { items, nextCursor: rows.length > asked.limit ? items.at(-1)?.orderId : undefined }
}

/** Figures of the day, for the overview. The day begins at midnight UTC. */
export async function getOrderFigures() {
  const today = gte(orders.placedAt, sql`date_trunc('day', now(), 'UTC')`)
  const sold = inArray(orders.status, ['PAID', 'SHIPPED'])
  const failed = inArray(orders.status, ['REJECTED', 'PAYMENT_FAILED'])
  const toShipped = sql`extract(epoch from ${orders.updatedAt} - ${orders.placedAt}) * 1000`
  const [byStatus, revenue, [day], [pace]] = await Promise.all([
    db().select({ status: orders.status, count: count() }).from(orders).groupBy(orders.status),
    db()
      .select({ currency: orders.currency, cents: sql<number>`sum(${orders.totalCents})::float8` })
      .from(orders)
      .where(and(today, sold))
      .groupBy(orders.currency),
    db()
      .select({ placed: count(), failed: sql<number>`count(*) filter (where ${failed})::int` })
      .from(orders)
      .where(today),
    db()
      .select({
        p50Ms: sql<number | null>`percentile_cont(0.5) within group (order by ${toShipped})::float8`,
        p95Ms: sql<number | null>`percentile_cont(0.95) within group (order by ${toShipped})::float8`,
      })
      .from(orders)
      .where(and(today, eq(orders.status, 'SHIPPED'))),
  ])
  const counted = new Map(byStatus.map((row) => [row.status, row.count]))
  const placed = day?.placed ?? 0
  return {
    ordersByStatus: Object.fromEntries(
      orderStatuses.map((status) => [status, counted.get(status) ?? 0]),
    ) as Record<OrderStatus, number>,
    ordersToday: placed,
    revenueToday: revenue.map(({ currency, cents }) => ({ currency, amount: toMajor(cents, currency) })),
    failedShare: placed > 0 ? (day?.failed ?? 0) / placed : null,
    placedToShipped:
      pace?.p50Ms != null && pace.p95Ms != null ? { p50Ms: pace.p50Ms, p95Ms: pace.p95Ms } : null,
  }
}

import { and, count, desc, eq, inArray, lt } from 'drizzle-orm'
import { notFound } from '@/server/kernel/errors'
import { isId } from '@/server/kernel/id'
import { toMajor } from '@/server/kernel/money'
import { db } from '@/server/platform/database/connect'
import type { OrderStatus } from '../domain/order'
import { type OrderSearch, searchOrders } from '../infrastructure/order-search'
import { orders } from '../infrastructure/tables'
import { toView } from './view'

/** The whole order; `seeOrder` is for who may not see all of it. */
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

const isOpen = inArray(orders.status, ['PENDING', 'CONFIRMED', 'PAID'])

/** How many orders are still on their way. */
export async function countOpenOrders(): Promise<number> {
  const [row] = await db().select({ open: count() }).from(orders).where(isOpen)
  return row?.open ?? 0
}

/** Those that are on their way and have not moved since, the oldest first. */
export async function listUnmoved(since: Date, limit: number): Promise<string[]> {
  const rows = await db()
    .select({ id: orders.id })
    .from(orders)
    .where(and(isOpen, lt(orders.updatedAt, since)))
    .orderBy(orders.id)
    .limit(limit)
  return rows.map(({ id }) => id)
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

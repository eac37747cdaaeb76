import { eq, getTableColumns, sql } from 'drizzle-orm'
import { notFound } from '@/server/kernel/errors'
import { omit, prepared, preparedWrite, type Write } from '@/server/platform/database/prepared'
import type { UnitOfWork } from '@/server/platform/unit-of-work'
import { Order } from '../domain/order'
import { orders, search } from './tables'

const byId = prepared((tx) =>
  tx
    .select()
    .from(orders)
    .where(eq(orders.id, sql.placeholder('id')))
    .for('update')
    .prepare('load_order'),
)

/** Locks the order's row: it decides every race. */
export async function loadOrder({ tx }: UnitOfWork, id: string): Promise<Order> {
  const [row] = await byId(tx).execute({ id })
  if (!row) throw notFound('Order', id)
  return Order.restore(row)
}

const insert = preparedWrite(getTableColumns(orders), (tx, row) =>
  tx.insert(orders).values(row).prepare('add_order'),
)

/** With what is written beside it, in the same go. */
export function addOrder({ tx, save }: UnitOfWork, order: Order, ...beside: Write[]) {
  save(order, ...beside, insert(tx, order.toState()))
}

// What was sold, to whom and where to never changes: only the rest is written again.
const saved = omit(
  getTableColumns(orders),
  'customerId',
  'email',
  'items',
  'shippingAddress',
  'totalCents',
  'currency',
  'paymentMethod',
  'accessTokenHash',
  'origin',
  'placedAt',
)
const update = preparedWrite(saved, (tx, { id, ...changing }) =>
  tx.update(orders).set(changing).where(eq(orders.id, id)).prepare('save_order'),
)

export function saveOrder({ tx, save }: UnitOfWork, order: Order) {
  save(order, update(tx, order.toState()))
}

/** Whom it was for changes this once. The words it is found by are made again, from what was just written. */
export function saveErased({ tx, save }: UnitOfWork, order: Order) {
  const { id, customerId, email, shippingAddress, cancellationReason, origin, updatedAt } = order.toState()
  save(
    order,
    tx
      .update(orders)
      .set({ customerId, email, shippingAddress, cancellationReason, origin, updatedAt })
      .where(eq(orders.id, id)),
    tx
      .update(search)
      .set({ words: sql`(select orders.search_words(o) from orders.orders o where o.id = ${id})` })
      .where(eq(search.orderId, id)),
  )
}

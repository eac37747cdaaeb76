import { eq } from 'drizzle-orm'
import { notFound } from '@/server/kernel/errors'
import type { UnitOfWork } from '@/server/platform/unit-of-work'
import { Order } from '../domain/order'
import { searchWords } from './search-words'
import { orders, search } from './tables'

/** Locks the order's row: it decides every race. */
export async function loadOrder({ tx }: UnitOfWork, id: string): Promise<Order> {
  const [row] = await tx.select().from(orders).where(eq(orders.id, id)).for('update')
  if (!row) throw notFound('Order', id)
  return Order.restore(row)
}

export async function addOrder(uow: UnitOfWork, order: Order): Promise<void> {
  await uow.tx.insert(orders).values(order.toState())
  await uow.tx.insert(search).values({ orderId: order.id, words: searchWords(order.toState()) })
  uow.append(order)
}

export async function saveOrder(uow: UnitOfWork, order: Order): Promise<void> {
  // What was sold, to whom and where to never changes: only the rest is written again.
  const { id, customerId, email, items, shippingAddress, totalCents, currency, paymentMethod, ...rest } =
    order.toState()
  const { accessTokenHash, placedAt, ...changing } = rest
  await uow.tx.update(orders).set(changing).where(eq(orders.id, id))
  uow.append(order)
}

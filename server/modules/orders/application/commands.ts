import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { audit } from '@/server/access/audit'
import { notFound } from '@/server/kernel/errors'
import { isId, newId } from '@/server/kernel/id'
import { line, paragraph } from '@/server/kernel/text'
import type { Once } from '@/server/platform/idempotency'
import { unitOfWork } from '@/server/platform/unit-of-work'
import { Order } from '../domain/order'
import { addOrder, loadOrder, saveOrder } from '../infrastructure/order-repository'

type NewOrder = Omit<Parameters<typeof Order.create>[0], 'customerId' | 'accessTokenHash'> & {
  customerId?: string
}

/**
 * Stores a new order, and answers before anybody reacts to it. The access token is told this once, and again only to who
 * asks with the same idempotency key; only its hash is kept.
 */
export async function placeOrder({ customerId = newId(), ...input }: NewOrder, once?: Once) {
  const accessToken = randomBytes(32).toString('base64url')
  const accessTokenHash = createHash('sha256').update(accessToken).digest('hex')
  const order = Order.create({ ...input, customerId, accessTokenHash })
  const { id: orderId, status, currency, placedAt } = order.toState()
  return unitOfWork(async (uow) => {
    addOrder(uow, order)
    return { orderId, status, customerId, totalAmount: order.totalAmount, currency, placedAt, accessToken }
  }, once)
}

export const CancelOrder = z.strictObject({ reason: line(500).optional() })

/** Cancels the order, or says that it is too late. Whoever holds something for it hears of it and undoes it. */
export async function cancelOrder(
  orderId: string,
  { reason }: z.infer<typeof CancelOrder> = {},
  { by = 'customer', once }: { by?: string; once?: Once } = {},
) {
  if (!isId(orderId)) throw notFound('Order', orderId)
  return unitOfWork(async (uow) => {
    const order = await loadOrder(uow, orderId)
    const before = { status: order.status }
    order.cancel(reason ?? `Cancelled by ${by}`, by)
    saveOrder(uow, order)
    if (order.status !== before.status) {
      const what = { target: `order/${orderId}`, before, after: { status: order.status } }
      uow.save(order, audit('orders.cancel', what)(uow.tx))
    }
    const { status, cancelledAt } = order.toState()
    return { orderId, status, ...(cancelledAt && { cancelledAt }) }
  }, once)
}

export const AddNote = z.strictObject({ note: paragraph(1_000).min(1, 'must not be blank') })

/** Keeps a remark of the staff in the order's story, whatever its state. */
export async function addNote(orderId: string, { note }: z.infer<typeof AddNote>, by: string) {
  if (!isId(orderId)) throw notFound('Order', orderId)
  return unitOfWork(async (uow) => {
    const order = await loadOrder(uow, orderId)
    order.addNote(note, by)
    uow.save(order, audit('orders.note', { target: `order/${orderId}` })(uow.tx))
    return { orderId, note, by }
  })
}

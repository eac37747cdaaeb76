import { z } from 'zod'
import { audit } from '@/server/access/audit'
import { notFound } from '@/server/kernel/errors'
import { isId, newId } from '@/server/kernel/id'
import { line, paragraph } from '@/server/kernel/text'
import type { Once } from '@/server/platform/idempotency'
import { hashOf, newToken } from '@/server/platform/token'
import { unitOfWork } from '@/server/platform/unit-of-work'
import { Order, orderStatuses } from '../domain/order'
import { addOrder, loadOrder, saveOrder } from '../infrastructure/order-repository'
import { access } from '../infrastructure/tables'
import { limitUnpaid } from '../infrastructure/unpaid-limit'
import { listForBrowser } from './access'

type NewOrder = Omit<Parameters<typeof Order.create>[0], 'customerId' | 'accessTokenHash' | 'origin'> & {
  customerId?: string
}

/** Who orders: the browser that is to find the order again, and from where. Who is trusted orders for others, without limit. */
export type Buyer = { browser?: { hash: string }; origin?: string; trusted: boolean }

export const PlacedOrder = z
  .object({
    orderId: z.uuid(),
    status: z.enum(orderStatuses),
    customerId: z.string(),
    totalAmount: z.number(),
    currency: z.string(),
    placedAt: z.date(),
    accessToken: z.string().describe('Opens the order. It is told this once.'),
  })
  .meta({ id: 'PlacedOrder' })

/**
 * Stores a new order, and answers before anybody reacts to it. The access token is told this once, and again only to who
 * asks with the same idempotency key; only its hash is kept.
 */
export async function placeOrder(
  { customerId, ...input }: NewOrder,
  { browser, origin, trusted }: Buyer,
  once?: Once,
) {
  const accessToken = newToken('tso')
  const order = Order.create({
    ...input,
    customerId: customerId ?? newId(),
    accessTokenHash: hashOf(accessToken),
    origin,
  })
  const { id: orderId, status, currency, placedAt, ...state } = order.toState()
  const answer = await unitOfWork(async (uow) => {
    const limit = trusted ? [] : limitUnpaid(uow.tx, { browser: browser?.hash, customerId, origin })
    const listed = browser ? [uow.tx.insert(access).values({ orderId, tokenHash: browser.hash })] : []
    const trail = audit('orders.place', { target: `order/${orderId}` })(uow.tx)
    addOrder(uow, order, ...limit, ...listed, trail)
    return {
      orderId,
      status,
      customerId: state.customerId,
      totalAmount: order.totalAmount,
      currency,
      placedAt,
      accessToken,
    }
  }, once)
  // Answered as the first time: that order, then, is to be found by whoever asks now.
  if (browser && answer.orderId !== orderId) await listForBrowser(answer.orderId, browser.hash)
  return answer
}

export const CancelOrder = z.strictObject({ reason: line(500).optional() })

export const CancelledOrder = z
  .object({ orderId: z.uuid(), status: z.enum(orderStatuses), cancelledAt: z.date().optional() })
  .meta({ id: 'CancelledOrder' })

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

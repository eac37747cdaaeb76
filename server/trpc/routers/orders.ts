import { z } from 'zod'
import { nameOf } from '@/server/access/caller'
import { line, moment } from '@/server/kernel/text'
import * as orders from '@/server/modules/orders'
import * as payments from '@/server/modules/payments'
import { page } from '../page'
import { procedure } from '../trpc'
import { storefront } from './storefront'

const orderId = z.strictObject({ orderId: z.string() })

export const ordersRouter = {
  ...storefront,
  byId: procedure('orders:read')
    .input(orderId)
    .query(({ input }) => orders.getOrder(input.orderId)),
  list: procedure('orders:read')
    .input(
      z.strictObject({
        status: z.enum(orders.orderStatuses).optional(),
        customerId: line(100).optional(),
        ...page,
      }),
    )
    .query(({ input }) => orders.listOrders(input)),
  /** The desk's table. */
  find: procedure('orders:read')
    .input(
      z.strictObject({
        statuses: z.array(z.enum(orders.orderStatuses)).min(1).optional(),
        text: line(100).optional(),
        from: moment.optional(),
        to: moment.optional(),
        sort: z.enum(orders.orderSorts).optional(),
        ...page,
      }),
    )
    .query(({ input }) => orders.findOrders(input)),
  cancelAtDesk: procedure('orders:write')
    .input(orderId.extend(orders.CancelOrder.shape))
    .mutation(({ input }) => orders.cancelOrder(input.orderId, input, { by: 'desk' })),
  /** The order's payment, with what the provider has in its own books. */
  payment: procedure('payments:read')
    .input(orderId)
    .query(({ input }) => payments.findPaymentOfOrder(input.orderId)),
  addNote: procedure('orders:write')
    .input(orderId.extend(orders.AddNote.shape))
    .mutation(({ input, ctx }) => orders.addNote(input.orderId, input, nameOf(ctx.caller))),
}

import { z } from 'zod'
import { checkout, PlaceOrder } from '@/server/checkout'
import { line, moment } from '@/server/kernel/text'
import * as orders from '@/server/modules/orders'
import * as payments from '@/server/modules/payments'
import { IdempotencyKey } from '@/server/platform/idempotency'
import { page } from '../page'
import { procedure } from '../trpc'

const orderId = z.object({ orderId: z.string() })

export const ordersRouter = {
  place: procedure
    .input(PlaceOrder.extend({ idempotencyKey: IdempotencyKey.optional() }))
    .mutation(({ input: { idempotencyKey, ...order } }) => checkout(order, idempotencyKey)),
  byId: procedure.input(orderId).query(({ input }) => orders.getOrder(input.orderId)),
  list: procedure
    .input(
      z.object({
        status: z.enum(orders.orderStatuses).optional(),
        customerId: line(100).optional(),
        ...page,
      }),
    )
    .query(({ input }) => orders.listOrders(input)),
  /** The desk's table. */
  find: procedure
    .input(
      z.object({
        statuses: z.array(z.enum(orders.orderStatuses)).min(1).optional(),
        text: line(100).optional(),
        from: moment.optional(),
        to: moment.optional(),
        sort: z.enum(orders.orderSorts).optional(),
        ...page,
      }),
    )
    .query(({ input }) => orders.findOrders(input)),
  cancel: procedure
    .input(orderId.extend(orders.CancelOrder.shape))
    .mutation(({ input }) => orders.cancelOrder(input.orderId, input)),
  cancelAtDesk: procedure
    .input(orderId.extend(orders.CancelOrder.shape))
    .mutation(({ input }) => orders.cancelOrder(input.orderId, input, { by: 'desk' })),
  /** The order's payment, with what the provider has in its own books. */
  payment: procedure.input(orderId).query(({ input }) => payments.findPaymentOfOrder(input.orderId)),
  addNote: procedure
    .input(orderId.extend(orders.AddNote.shape))
    .mutation(({ input }) => orders.addNote(input.orderId, input, 'desk')),
}

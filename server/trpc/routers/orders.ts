import { z } from 'zod'
import { checkout, PlaceOrder } from '@/server/checkout'
import { line } from '@/server/kernel/text'
import * as orders from '@/server/modules/orders'
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
  cancel: procedure
    .input(orderId.extend(orders.CancelOrder.shape))
    .mutation(({ input }) => orders.cancelOrder(input.orderId, input)),
}

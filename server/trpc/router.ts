import { tracked } from '@trpc/server'
import { z } from 'zod'
import { checkout, PlaceOrder } from '@/server/checkout'
import { eventTypes, saidBy } from '@/server/events'
import { line, moment } from '@/server/kernel/text'
import * as inventory from '@/server/modules/inventory'
import * as orders from '@/server/modules/orders'
import * as shipments from '@/server/modules/shipments'
import { connected } from '@/server/platform/database/connect'
import { deliveryStatus } from '@/server/platform/deliveries'
import { follow, listEvents, START } from '@/server/platform/event-store'
import { findHoldUp, listReceipts, watchLane } from '@/server/platform/receipts'
import { settings } from '@/server/platform/settings'
import { procedure, router } from './trpc'

const orderId = z.object({ orderId: z.string() })
const sku = z.object({ sku: z.string() })
const shipmentId = z.object({ shipmentId: z.string() })
const limit = z.number().int().min(1).max(200).default(50)
const page = { cursor: z.uuid().optional(), limit }

/** Everything the screens may ask. One line each; a line that needs an `if` belongs in its module. */
export const appRouter = router({
  overview: procedure.query(async () => ({
    ...(await orders.getOrderFigures()),
    deliveries: await deliveryStatus(),
    engine: settings().engine,
    database: connected().name,
  })),
  catalogue: {
    list: procedure.query(async () => (await inventory.listProducts({ status: 'ACTIVE' })).items),
    bySku: procedure.input(sku).query(({ input }) => inventory.getProductForSale(input.sku)),
  },
  orders: {
    place: procedure.input(PlaceOrder).mutation(({ input }) => checkout(input)),
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
  },
  inventory: {
    list: procedure.query(async () => (await inventory.listProducts()).items),
    bySku: procedure.input(sku).query(({ input }) => inventory.getProduct(input.sku)),
    ledger: procedure.input(sku).query(({ input }) => inventory.getLedger(input.sku)),
    update: procedure
      .input(sku.extend(inventory.UpdateProduct.shape))
      .mutation(({ input: { sku, ...changes } }) => inventory.updateProduct(sku, changes)),
  },
  shipments: {
    list: procedure
      .input(z.object({ status: z.enum(shipments.shipmentStatuses).optional(), ...page }))
      .query(({ input }) => shipments.listShipments(input)),
    byId: procedure.input(shipmentId).query(({ input }) => shipments.getShipment(input.shipmentId)),
    dispatch: procedure
      .input(shipmentId)
      .mutation(({ input }) => shipments.dispatchShipment(input.shipmentId)),
    deliver: procedure.input(shipmentId).mutation(({ input }) => shipments.deliverShipment(input.shipmentId)),
  },
  events: {
    types: procedure.query(() => eventTypes.map((eventType) => ({ eventType, module: saidBy[eventType] }))),
    list: procedure
      .input(
        z.object({
          eventType: z.enum(eventTypes).optional(),
          aggregateId: line(100).optional(),
          orderId: line(100).optional(),
          from: moment.optional(),
          to: moment.optional(),
          order: z.enum(['asc', 'desc']).optional(),
          cursor: z.number().int().optional(),
          limit,
        }),
      )
      .query(({ input: { order, cursor, limit, ...filter } }) =>
        listEvents(filter, { order, cursor, limit }),
      ),
    /** How each module took each event of an order. */
    receipts: procedure.input(orderId).query(({ input }) => listReceipts(input.orderId)),
    /** Whether an order is held up by a try that failed. */
    holdUp: procedure.input(orderId).query(({ input }) => findHoldUp(input.orderId)),
    /** A mark that changes whenever anything happens to an order, failed tries included. */
    watch: procedure.input(orderId).subscription(({ input, signal }) => watchLane(input.orderId, signal)),
    /** An order's whole story, or the log from now on; the client's `lastEventId` resumes it after a break. */
    follow: procedure
      .input(z.object({ orderId: line(100).optional(), lastEventId: z.string().optional() }))
      .subscription(async function* ({ input: { orderId, lastEventId }, signal }) {
        const after = lastEventId ?? (orderId && START)
        for await (const { cursor, event } of follow({ filter: { orderId }, after, signal })) {
          yield tracked(cursor, event)
        }
      }),
  },
})

export type AppRouter = typeof appRouter

import { tracked } from '@trpc/server'
import { z } from 'zod'
import { eventTypes, saidBy } from '@/server/events'
import { line, moment } from '@/server/kernel/text'
import { follow, listEvents, START } from '@/server/platform/event-store'
import { findHoldUp, listReceipts, watchLane } from '@/server/platform/receipts'
import { limit } from '../page'
import { procedure } from '../trpc'

const orderId = z.object({ orderId: z.string() })

/** The log, and how each module took each event. */
export const eventsRouter = {
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
    .query(({ input: { order, cursor, limit, ...filter } }) => listEvents(filter, { order, cursor, limit })),
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
}

import { tracked } from '@trpc/server'
import { z } from 'zod'
import { eventQuery } from '@/server/event-query'
import { eventTypes, saidBy } from '@/server/events'
import { line, moment } from '@/server/kernel/text'
import { payloadKeys } from '@/server/platform/event-payloads'
import { getEvent, getStory, listEvents } from '@/server/platform/event-store'
import { follow, START, tail } from '@/server/platform/follow'
import { listReceipts, watchLane } from '@/server/platform/receipts'
import { limit } from '../page'
import { procedure } from '../trpc'

const orderId = z.strictObject({ orderId: line(100) })
const eventId = z.strictObject({ eventId: z.string() })
const filter = { ...eventQuery, from: moment.optional(), to: moment.optional() }

/** The log, and how each module took each event. */
export const eventsRouter = {
  types: procedure('events:read').query(() =>
    eventTypes.map((eventType) => ({ eventType, module: saidBy[eventType] })),
  ),
  /** The keys that payloads can be searched for. */
  keys: procedure('events:read').query(() => payloadKeys),
  byId: procedure('events:read')
    .input(eventId)
    .query(({ input }) => getEvent(input.eventId)),
  list: procedure('events:read')
    .input(
      z.strictObject({
        ...filter,
        order: z.enum(['asc', 'desc']).optional(),
        cursor: z.number().int().optional(),
        limit,
      }),
    )
    .query(({ input: { order, cursor, limit, ...filter } }) => listEvents(filter, { order, cursor, limit })),
  /** What else was said in the event's story, causes before effects. */
  story: procedure('events:read')
    .input(eventId)
    .query(({ input }) => getStory(input.eventId)),
  /** How each module took each event of an order. */
  receipts: procedure('events:read')
    .input(orderId)
    .query(({ input }) => listReceipts(input.orderId)),
  /** A mark that changes whenever anything happens to an order, failed tries included. */
  watch: procedure('events:read')
    .input(orderId)
    .subscription(({ input, signal }) => watchLane(input.orderId, signal)),
  /** An order's whole story, or the log from now on; the client's `lastEventId` resumes it after a break. */
  follow: procedure('events:read')
    .input(z.strictObject({ orderId: line(100).optional(), lastEventId: z.string().optional() }))
    .subscription(async function* ({ input: { orderId, lastEventId }, signal }) {
      const after = lastEventId ?? (orderId && START)
      for await (const { cursor, event } of follow({ filter: { orderId }, after, signal })) {
        yield tracked(cursor, event)
      }
    }),
  /** What fits a filter from now on, in pieces that a reader can take. */
  tail: procedure('events:read')
    .input(z.strictObject({ ...filter, lastEventId: z.string().optional() }))
    .subscription(async function* ({ input: { lastEventId, ...filter }, signal }) {
      for await (const { cursor, ...piece } of tail({ filter, after: lastEventId, signal })) {
        yield tracked(cursor, piece)
      }
    }),
}

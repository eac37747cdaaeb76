import { z } from 'zod'
import { EventView } from '@/server/event-view'
import { eventTypes } from '@/server/events'
import { limit, listResponse, operation, route, sampleId } from '@/server/http'
import { line, time } from '@/server/kernel/text'
import { listEvents } from '@/server/platform/event-store'

const Filter = z.strictObject({
  eventType: z.enum(eventTypes).optional(),
  aggregateId: line(100).optional(),
  orderId: line(100).optional().describe('Gives the order’s whole story, whichever module wrote it.'),
  from: time.optional(),
  to: time.optional(),
  order: z.enum(['asc', 'desc']).optional(),
  cursor: z.coerce.number().int().nonnegative().optional(),
  limit,
})

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: [
    'events:read',
    operation(
      {
        id: 'listEvents',
        summary: 'Events of the log, the latest first unless asked otherwise',
        query: Filter,
        answers: { 200: z.array(EventView) },
        examples: {
          'The story of an order': {
            query: { orderId: sampleId, order: 'asc' },
          },
          'Payments that failed since a day': {
            query: { eventType: 'PaymentFailed', from: '2025-11-22T00:00:00Z' },
          },
        },
      },
      async ({ request, query: { order, cursor, limit, ...filter } }) =>
        listResponse(request, await listEvents(filter, { order, cursor, limit })),
    ),
  ],
})

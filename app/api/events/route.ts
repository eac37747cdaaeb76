import { z } from 'zod'
import { eventTypes } from '@/server/events'
import { limit, listResponse, readQuery, route } from '@/server/http'
import { line, time } from '@/server/kernel/text'
import { listEvents } from '@/server/platform/event-store'

const Filter = z.strictObject({
  eventType: z.enum(eventTypes).optional(),
  aggregateId: line(100).optional(),
  orderId: line(100).optional(),
  from: time.optional(),
  to: time.optional(),
  order: z.enum(['asc', 'desc']).optional(),
  cursor: z.coerce.number().int().nonnegative().optional(),
  limit,
})

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: [
    'events:read',
    async (request) => {
      const { order, cursor, limit, ...filter } = readQuery(request, Filter)
      return listResponse(request, await listEvents(filter, { order, cursor, limit }))
    },
  ],
})

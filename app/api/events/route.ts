import { z } from 'zod'
import { eventTypes } from '@/server/events'
import { limit, listResponse, readQuery, route } from '@/server/http'
import { line } from '@/server/kernel/text'
import { listEvents } from '@/server/platform/event-store'

/** ISO 8601: a day, or a time with its zone. The years are those that Postgres reads as JavaScript writes them. */
const time = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], 'must be a time like 2025-11-22T10:30:00Z')
  .transform((text) => new Date(text))
  .pipe(z.date().min(new Date('0001-01-01')).max(new Date('9999-12-31')))

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
  GET: async (request) => {
    const { order, cursor, limit, ...filter } = readQuery(request, Filter)
    return listResponse(request, await listEvents(filter, { order, cursor, limit }))
  },
})

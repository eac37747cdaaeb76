import { z } from 'zod'
import { listAudit } from '@/server/access/audit-queries'
import { eventQuery } from '@/server/event-query'
import { limit, listResponse, readQuery, route } from '@/server/http'
import { line, time } from '@/server/kernel/text'

const Filter = z.strictObject({
  who: line(200).optional(),
  action: line(100).optional(),
  target: line(300).optional(),
  from: time.optional(),
  to: time.optional(),
  within: eventQuery.within,
  cursor: z.coerce.number().int().nonnegative().optional(),
  limit,
})

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: [
    'audit:read',
    async (request) => {
      const answer = listResponse(request, await listAudit(readQuery(request, Filter)))
      answer.headers.set('cache-control', 'no-store')
      return answer
    },
  ],
})

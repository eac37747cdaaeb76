import { z } from 'zod'
import { AuditEntry, listAudit } from '@/server/access/audit-queries'
import { eventQuery } from '@/server/event-query'
import { limit, listResponse, operation, route } from '@/server/http'
import { line, time } from '@/server/kernel/text'

const Filter = z.strictObject({
  who: line(200).optional().describe('The id or the name of whoever acted, or what kind of caller it was.'),
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
    operation(
      {
        id: 'listAudit',
        summary: 'What staff and keys changed, and who was turned away, the latest first',
        query: Filter,
        answers: { 200: z.array(AuditEntry) },
        examples: { 'What keys were made today': { query: { action: 'keys.create', within: '24h' } } },
      },
      async ({ request, query }) => listResponse(request, await listAudit(query)),
    ),
  ],
})

import { z } from 'zod'
import { listAudit } from '@/server/access/audit-queries'
import { eventQuery } from '@/server/event-query'
import { line, moment } from '@/server/kernel/text'
import { limit } from '../page'
import { procedure } from '../trpc'

/** Who of the staff, and which key, changed what; and who was turned away. */
export const auditRouter = {
  list: procedure('audit:read')
    .input(
      z.strictObject({
        who: line(200).optional(),
        action: line(100).optional(),
        target: line(300).optional(),
        from: moment.optional(),
        to: moment.optional(),
        within: eventQuery.within,
        cursor: z.number().int().nonnegative().optional(),
        limit,
      }),
    )
    .query(({ input }) => listAudit(input)),
}

import { and, desc, eq, gte, lt, or } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '@/server/platform/database/connect'
import { type TimeSpan, timesOf } from '@/server/platform/event-filter'
import { auditTrail } from './tables'

/** An entry of the trail; what it does not have is absent. */
export const AuditEntry = z
  .object({
    position: z.int(),
    at: z.date(),
    who: z.object({
      kind: z.enum(['staff', 'key', 'customer', 'nobody']),
      id: z.string().optional(),
      name: z.string().optional(),
    }),
    action: z
      .string()
      .describe('What was done, as `orders.cancel`; `refused` when somebody was turned away.'),
    target: z.string().optional().describe('What it was done to, as `order/<id>`.'),
    before: z.looseObject({}).optional(),
    after: z.looseObject({}).optional(),
    requestId: z.string().optional(),
    address: z.string().optional(),
  })
  .meta({ id: 'AuditEntry' })

type ListAudit = {
  /** The id or the name of whoever acted, or what kind of caller it was. */
  who?: string
  action?: string
  target?: string
  from?: Date
  to?: Date
  /** Only from so long ago on. */
  within?: TimeSpan
  /** The position of the last entry of the page before. */
  cursor?: number
  limit: number
}

/** A page of the trail, newest first; `nextCursor` is there while there are more. */
export async function listAudit({ who, action, target, cursor, limit, ...times }: ListAudit) {
  const { from, to } = timesOf(times)
  const { whoKind, whoId, whoName, position, at } = auditTrail
  const rows = await db()
    .select()
    .from(auditTrail)
    .where(
      and(
        who === undefined
          ? undefined
          : or(eq(whoId, who), eq(whoName, who), eq(whoKind, who as typeof whoKind._.data)),
        action === undefined ? undefined : eq(auditTrail.action, action),
        target === undefined ? undefined : eq(auditTrail.target, target),
        from && gte(at, from),
        to && lt(at, to),
        cursor === undefined ? undefined : lt(position, cursor),
      ),
    )
    .orderBy(desc(position))
    .limit(limit + 1)
  const items = rows.slice(0, limit).map(toView)
  return { items, nextCursor: rows.length > limit ? items.at(-1)?.position : undefined }
}

type Row = typeof auditTrail.$inferSelect

function toView({ whoKind, whoId, whoName, position, at, action, ...rest }: Row): z.infer<typeof AuditEntry> {
  const { target, before, after, requestId, address } = rest
  return {
    position,
    at,
    who: { kind: whoKind, ...(whoId && { id: whoId }), ...(whoName && { name: whoName }) },
    action,
    ...(target && { target }),
    ...(before && { before }),
    ...(after && { after }),
    ...(requestId && { requestId }),
    ...(address && { address }),
  }
}

import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { eventTypes } from '../events'
import { notFound } from '../kernel/errors'
import { firstIdAt, isId } from '../kernel/id'
import { line } from '../kernel/text'
import { db } from '../platform/database/connect'
import { schedule } from './deliver'
import { type DeliveryView, deliveryStatuses, type EndpointView } from './views'

const DAY_MS = 24 * 3_600_000

type Endpoint = z.infer<typeof EndpointView>

const iso = (column: SQL) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
/** Written out for the partial index. */
const its = sql`d.module = 'webhook:' || e.id and d.module like 'webhook:%'`

const endpoint = () => sql`
  select e.id, e.name, e.url, e.filters, e.ordered, e.status, e.why, e.status_since as "statusSince",
    jsonb_build_object('hint', e.secret_hint, 'since', ${iso(sql`e.secret_since`)}) as secret,
    case when e.old_secret_until > clock_timestamp() then
      jsonb_build_object('hint', e.old_secret_hint, 'until', ${iso(sql`e.old_secret_until`)}) end as "oldSecret",
    e.failing_since as "failingSince",
    (select count(*) from webhooks.attempts a where a.endpoint_id = e.id and a.at >= e.failing_since)::int as "failedInRow",
    today,
    (select count(*) from log.deliveries d where ${its} and d.status in ('PENDING', 'HELD'))::int as waiting,
    e.created_by as "createdBy", e.created_at as "createdAt"
  from webhooks.endpoints e cross join lateral (
    select jsonb_build_object('events', count(*), 'arrived', count(*) filter (where d.status = 'DONE'),
      'givenUp', count(*) filter (where d.status = 'GIVEN_UP')) as today
    from log.deliveries d where ${its} and d.event_id >= ${firstIdAt(new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS))}::uuid
  ) today`

export async function listEndpoints(): Promise<Endpoint[]> {
  return (await ask<Endpoint>(sql`${endpoint()} order by e.name, e.id`)).map(dated)
}

/** One endpoint, with how it answers: of the events of the last day, and its answers in that time. */
export async function getEndpoint(id: string) {
  const [found] = isId(id) ? await ask<Endpoint>(sql`${endpoint()} where e.id = ${id}`) : []
  if (!found) throw notFound('Webhook', id)
  const yesterday = new Date(Date.now() - DAY_MS)
  const [figures] = await ask<{ arrived: number; of: number; p95Ms: number | null }>(sql`
    select count(*) filter (where d.status = 'DONE')::int as arrived, count(*)::int as of,
      (select percentile_cont(0.95) within group (order by ms) from webhooks.attempts a
        where a.endpoint_id = e.id and a.at >= ${yesterday.toISOString()} and a.error is null) as "p95Ms"
    from webhooks.endpoints e left join log.deliveries d
      on ${its} and d.event_id >= ${firstIdAt(yesterday)}::uuid
    where e.id = ${id} group by e.id`)
  const { p95Ms = null, ...day } = figures ?? { arrived: 0, of: 0 }
  return { ...dated(found), day, p95Ms: p95Ms === null ? null : Math.round(p95Ms), waitsMs: schedule() }
}

const dated = ({ secret, oldSecret, ...row }: Endpoint): Endpoint => ({
  ...row,
  statusSince: new Date(row.statusSince),
  secret: { ...secret, since: new Date(secret.since) },
  oldSecret: oldSecret && { ...oldSecret, until: new Date(oldSecret.until) },
  failingSince: row.failingSince && new Date(row.failingSince),
  createdAt: new Date(row.createdAt),
})

export const DeliveryFilter = {
  status: z
    .enum([...deliveryStatuses, 'NOT_ARRIVED'])
    .optional()
    .describe('NOT_ARRIVED: any but ARRIVED.'),
  eventType: z.enum(eventTypes).optional(),
  orderId: line(100).optional(),
}

type ListDeliveries = {
  [Name in keyof typeof DeliveryFilter]?: z.infer<(typeof DeliveryFilter)[Name]>
} & { cursor?: string; limit: number }

const stored = {
  WAITING: ['PENDING'],
  ARRIVED: ['DONE'],
  GIVEN_UP: ['GIVEN_UP'],
  HELD: ['HELD'],
  NOT_ARRIVED: ['PENDING', 'GIVEN_UP', 'HELD'],
}

/** What an endpoint was told, the newest event first, each with all that it answered. */
export async function listDeliveries(
  id: string,
  { status, eventType, orderId, cursor, limit }: ListDeliveries,
) {
  await getEndpoint(id)
  const rows = await ask<z.infer<typeof DeliveryView>>(sql`
    select d.event_id as "eventId", d.event_type as "eventType", v.lane, d.sequence, v.occurred_at as "occurredAt",
      case d.status when 'DONE' then 'ARRIVED' when 'PENDING' then 'WAITING' else d.status end as status,
      case when d.status = 'PENDING' then d.next_attempt_at end as "nextAttemptAt",
      (select i.by from log.incidents i
        where i.lane = d.lane and i.event_id = d.event_id and i.module = d.module and i.kind = 'REDRIVEN'
        order by i.id desc limit 1) as "resentBy",
      coalesce((
        select jsonb_agg(jsonb_build_object('number', a.number, 'redrive', a.redrive, 'code', a.code, 'ms', a.ms,
          'error', a.error, 'excerpt', a.excerpt, 'at', ${iso(sql`a.at`)}) order by a.id)
        from webhooks.attempts a where a.endpoint_id = ${id} and a.event_id = d.event_id), '[]') as attempts
    from log.deliveries d join log.events v on v.event_id = d.event_id
    where d.module = ${`webhook:${id}`} and d.module like 'webhook:%'
      and ${status === undefined ? sql`true` : sql`d.status = any(${sql.param(stored[status])}::text[])`}
      and ${eventType === undefined ? sql`true` : sql`d.event_type = ${eventType}`}
      and ${orderId === undefined ? sql`true` : sql`v.lane = ${orderId}`}
      and ${cursor === undefined ? sql`true` : sql`d.event_id < ${cursor}::uuid`}
    order by d.event_id desc limit ${limit + 1}`)
  const items = rows.slice(0, limit).map((row) => ({
    ...row,
    occurredAt: new Date(row.occurredAt),
    nextAttemptAt: row.nextAttemptAt && new Date(row.nextAttemptAt),
    attempts: row.attempts.map((attempt) => ({ ...attempt, at: new Date(attempt.at) })),
  }))
  return { items, nextCursor: rows.length > limit ? items.at(-1)?.eventId : undefined }
}

/** Rows as the driver hands them over: moments come as text. */
async function ask<Row>(query: SQL): Promise<Row[]> {
  const { rows } = (await db().execute(query)) as unknown as { rows: Row[] }
  return rows
}

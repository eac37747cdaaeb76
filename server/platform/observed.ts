import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { db } from './database/connect'
import { positionAt } from './event-search'

/** How far back counts and times go. */
export const WINDOW_HOURS = 24
/** Above it "more than so many" says enough: counting on would cost, and tell nobody more. */
export const MOST_COUNTED = 10_000
/** So many of the last deliveries tell how fast they are. */
const SAMPLE = 500

const End = z.object({ at: z.date(), version: z.int() })

/** What the log has of one type of event. */
export const Seen = z.object({
  eventType: z.string(),
  first: End,
  last: End,
  lately: z.int().describe(`Of the last ${WINDOW_HOURS} hours, and no more than ${MOST_COUNTED}.`),
})
export type Seen = z.infer<typeof Seen>

/** How long a module takes from an event to being done with it, by what it did in the last 24 hours. */
export const Pace = z.object({
  eventType: z.string(),
  module: z.string(),
  done: z.int().describe(`So many of the last ${SAMPLE} are measured.`),
  p50Ms: z.number().nullable(),
  p95Ms: z.number().nullable(),
  dead: z.int().describe('Dead letters, whenever they died.'),
})
export type Pace = z.infer<typeof Pace>
type Edge = Pick<Pace, 'eventType' | 'module'>

/**
 * Every type of event there is in the log, also what nobody knows any more. Each costs a few looks into the index by type,
 * however long the log is: from one type to the next, to the first and to the last of each.
 */
export async function listSeen(): Promise<Seen[]> {
  const since = await recently()
  const end = (of: 'first' | 'last') => sql`
    select occurred_at, version from log.events where ${ofType(sql`t.type`)}
    ${of === 'first' ? sql`order by event_type, position` : newestFirst} limit 1`
  const rows = await ask<Record<'firstAt' | 'lastAt', string> & Record<'from' | 'to', number> & Seen>(sql`
    with recursive types (type) as (
      (select event_type from log.events order by event_type limit 1)
      union all
      select (select event_type from log.events where event_type > types.type order by event_type limit 1)
      from types where types.type is not null
    )
    select t.type as "eventType", first.occurred_at as "firstAt", first.version as "from",
      last.occurred_at as "lastAt", last.version as "to",
      (select count(*) from (
        select from log.events where ${ofType(sql`t.type`, since)} limit ${MOST_COUNTED}
      ) recent)::int as lately
    from types t cross join lateral (${end('first')}) first cross join lateral (${end('last')}) last
    where t.type is not null`)
  return rows.map(({ eventType, firstAt, lastAt, from, to, lately }) => ({
    eventType,
    first: { at: new Date(firstAt), version: from },
    last: { at: new Date(lastAt), version: to },
    lately,
  }))
}

/** How fast each of these modules is with each of these events, and what is dead between them. */
export async function listPaces(edges: Edge[]): Promise<Pace[]> {
  const since = await recently()
  return ask(sql`
    select r."eventType", r.module, d.done, d.p50 as "p50Ms", d.p95 as "p95Ms",
      (select count(*) from log.deliveries x
        where x.status = 'DEAD' and x.module = r.module and x.event_type = r."eventType")::int as dead
    from jsonb_to_recordset(${JSON.stringify(edges)}::jsonb) as r("eventType" text, module text)
    cross join lateral (
      select count(*)::int as done, percentile_cont(0.5) within group (order by ms)::float8 as p50,
        percentile_cont(0.95) within group (order by ms)::float8 as p95
      from (
        select extract(epoch from d.finished_at - d.created_at) * 1000 as ms
        from (
          select event_id from log.events where ${ofType(sql`r."eventType"`, since)}
          ${newestFirst} limit ${SAMPLE}
        ) e
        join log.deliveries d on d.event_id = e.event_id and d.module = r.module
        where d.status = 'DONE'
      ) times
    ) d`)
}

/**
 * The events of a type from a position on. As a range of both together only one index can give them in this order, the one by
 * type; asked by each for itself, the log would be read backwards until one comes.
 */
export const ofType = (type: SQL, since = 0) =>
  sql`(event_type, position) between (${type}, ${since}::bigint) and (${type}, 9223372036854775807)`
export const newestFirst = sql`order by event_type desc, position desc`

/** From which position on the window is. Without an event since then: after all there are. */
async function recently(): Promise<number> {
  return (await positionAt(new Date(Date.now() - WINDOW_HOURS * 3_600_000))) ?? Number.MAX_SAFE_INTEGER
}

async function ask<Row>(query: SQL): Promise<Row[]> {
  const { rows } = (await db().execute(query)) as unknown as { rows: Row[] }
  return rows
}

import { and, asc, eq, gt, inArray, type SQL, sql } from 'drizzle-orm'
import type { EventType } from '@/server/events'
import { notFound } from '@/server/kernel/errors'
import { db } from './database/connect'
import { isKey, type Key } from './deliveries'
import { toEvent } from './event-store'
import { deliveries, events, incidents } from './tables'
import { toModule } from './whose'

/**
 * The error without what makes each one single (ids, references, moments, long numbers), so that what has one cause
 * stands in one group.
 */
const cause = sql`left(regexp_replace(coalesce(d.error, ''),
  '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z?|(?<=_)\\d+\\M|\\m\\d{4,}\\M', '…', 'gi'), 300)`

const letters = sql`
  select d.event_id as "eventId", d.module, d.event_type as "eventType", d.lane, d.attempts, d.redrives, d.error,
    ${cause} as cause, md5(concat_ws('|', d.module, d.event_type, ${cause})) as "group",
    coalesce((
      select max(at) from log.incidents i
      where i.lane = d.lane and i.event_id = d.event_id and i.module = d.module and i.kind = 'DEAD'
    ), d.next_attempt_at) as "diedAt",
    (select count(*) from log.deliveries p
      where p.lane = d.lane and p.module = d.module and p.status = 'PENDING' and p.sequence > d.sequence)::int as parked
  from log.deliveries d where d.status = 'DEAD'`

/** Dead letters that have one cause: the same module, the same kind of event, and the same error. */
export type Group = Pick<Letter, 'module' | 'eventType' | 'cause'> & {
  key: string
  count: number
  firstAt: Date
  lastAt: Date
  minAttempts: number
  maxAttempts: number
  /** How many deliveries wait behind them, and in how many lanes. */
  parked: number
  parkedLanes: number
}

export async function listGroups(): Promise<Group[]> {
  const rows = await ask<Group>(sql`
    select "group" as key, module, "eventType", cause, count(*)::int as count, min("diedAt") as "firstAt",
      max("diedAt") as "lastAt", min(attempts) as "minAttempts", max(attempts) as "maxAttempts",
      sum(parked)::int as parked, count(*) filter (where parked > 0)::int as "parkedLanes"
    from (${letters}) letter group by "group", module, "eventType", cause order by "lastAt" desc`)
  return rows.map((row) => ({ ...row, firstAt: new Date(row.firstAt), lastAt: new Date(row.lastAt) }))
}

export type Letter = Key & {
  eventType: EventType
  lane: string
  attempts: number
  redrives: number
  error: string
  cause: string
  group: string
  diedAt: Date
  parked: number
}

/** The letters of a group, the last one first, its stack, and how long each of their tries had waited on average. */
export async function listLetters(group: string, limit: number) {
  const [items, waits] = await Promise.all([
    ask<Letter>(
      sql`select * from (${letters}) letter where "group" = ${group} order by "diedAt" desc limit ${limit}`,
    ),
    ask<{ waitedMs: number }>(sql`
      select avg(extract(epoch from i.next_attempt_at - i.at) * 1000)::float8 as "waitedMs"
      from (${letters}) letter join log.incidents i
        on i.lane = letter.lane and i.event_id = letter."eventId" and i.module = letter.module and i.kind = 'FAILED'
      where "group" = ${group} group by i.attempt order by i.attempt`),
  ])
  const [last] = items
  const [sample] = last
    ? await db().select({ stack: deliveries.errorStack }).from(deliveries).where(isKey(last))
    : []
  return {
    items: items.map(dated),
    waitsMs: waits.map(({ waitedMs }) => waitedMs),
    stack: sample?.stack ?? null,
  }
}

const dated = (letter: Letter): Letter => ({ ...letter, diedAt: new Date(letter.diedAt) })

/** All that is known of one delivery, dead or not any more. */
export async function getLetter(key: Key) {
  const [row] = await db().select().from(deliveries).where(isKey(key))
  if (!row) throw notFound('Delivery', `${key.eventId} to ${key.module}`)
  const [found, history, parked] = await Promise.all([
    ask<Letter>(sql`${letters} and d.event_id = ${key.eventId} and d.module = ${key.module}`),
    db()
      .select()
      .from(incidents)
      .where(
        and(
          eq(incidents.lane, row.lane),
          eq(incidents.eventId, key.eventId),
          eq(incidents.module, key.module),
        ),
      )
      .orderBy(asc(incidents.id)),
    db()
      .select({
        eventId: deliveries.eventId,
        eventType: deliveries.eventType,
        sequence: deliveries.sequence,
      })
      .from(deliveries)
      .where(
        and(
          eq(deliveries.lane, row.lane),
          eq(deliveries.module, row.module),
          eq(deliveries.status, 'PENDING'),
          gt(deliveries.sequence, row.sequence),
        ),
      )
      .orderBy(asc(deliveries.sequence)),
  ])
  const { eventId, module, eventType, lane, status, error, errorStack } = row
  const { group } = found[0] ?? {}
  return { eventId, module, eventType, lane, status, error, errorStack, group, history, parked }
}

/** How deliveries stand by now: what came of a redrive. */
export async function listOutcomes(keys: Key[]) {
  const { eventId, module, status, attempts, ignored, error } = deliveries
  const rows = await db()
    .select({ eventId, module, status, attempts, ignored, error })
    .from(deliveries)
    .where(
      inArray(
        eventId,
        keys.map((key) => key.eventId),
      ),
    )
  return rows.filter((row) => keys.some((key) => key.eventId === row.eventId && key.module === row.module))
}

export type Decision = Key & {
  id: number
  eventType: EventType
  lane: string
  kind: 'REDRIVEN' | 'DISCARDED'
  by: string
  reason: string | null
  at: Date
  /** What it was dead of. */
  error: string | null
  /** DEAD: the redrive failed as well. PENDING: it is not known yet. */
  cameOfIt: 'DONE' | 'DEAD' | 'PENDING' | 'DISCARDED'
}

/** What people decided about dead letters, the last first. Nothing leaves this list. */
export async function listDecisions({ cursor, limit }: { cursor?: number; limit: number }) {
  const rows = await ask<Decision>(sql`
    select i.id::int, i.event_id as "eventId", i.module, d.event_type as "eventType", i.lane, i.kind, i.by, i.reason, i.at,
      (select error from log.incidents e
        where e.lane = i.lane and e.event_id = i.event_id and e.module = i.module and e.kind = 'DEAD' and e.id < i.id
        order by e.id desc limit 1) as error,
      coalesce((select 'DEAD' from log.incidents e
        where e.lane = i.lane and e.event_id = i.event_id and e.module = i.module and e.kind = 'DEAD' and e.id > i.id
        limit 1), d.status) as "cameOfIt"
    from log.incidents i join log.deliveries d on d.event_id = i.event_id and d.module = i.module
    where i.kind in ('REDRIVEN', 'DISCARDED') and ${toModule(sql`i.module`)} and i.id < ${cursor ?? Number.MAX_SAFE_INTEGER}
    order by i.id desc limit ${limit + 1}`)
  const items = rows.slice(0, limit).map((row) => ({ ...row, at: new Date(row.at) }))
  return { items, nextCursor: rows.length > limit ? items.at(-1)?.id : undefined }
}

/** A dead delivery with its event, as a reaction needs it. */
export async function findDead(key: Key) {
  const [row] = await db()
    .select({ event: events })
    .from(deliveries)
    .innerJoin(events, eq(events.eventId, deliveries.eventId))
    .where(and(isKey(key), eq(deliveries.status, 'DEAD')))
  return row ? { ...key, event: toEvent(row.event) } : null
}

/** Rows as the driver hands them over: moments come as text. */
async function ask<Row>(query: SQL): Promise<Row[]> {
  const { rows } = (await db().execute(query)) as unknown as { rows: Row[] }
  return rows
}

import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type EventType, eventTypes } from '@/server/events'
import { type Database, db } from './database/connect'
import { type HeldDelivery, Hold, holdOf } from './hold'
import { newestFirst, ofType } from './observed'
import { toModule } from './whose'

/** What is waited for: after this event, from this module, within so many seconds. */
export type Watch = {
  eventType: EventType
  awaits: readonly EventType[]
  module: string
  within: number
  given?: EventType
  unless?: EventType
}

const told = { eventId: z.uuid(), eventType: z.enum(eventTypes), module: z.string() }

/** An event that something should have followed, and nothing did. */
export const Silence = z
  .object({
    orderId: z.string(),
    ...told,
    occurredAt: z.date(),
    awaited: z.array(z.enum(eventTypes)).describe('One of these, said by the module.'),
    since: z.date().describe('From when on it is waited for.'),
    lateMs: z.number().describe('How far beyond its time that is, in milliseconds.'),
    hold: Hold,
  })
  .meta({ id: 'Silence' })
export type Silence = z.infer<typeof Silence>

/**
 * Of each type, so many of the last are looked at whatever became of their order: what should follow the end of an order
 * is found so, too. Older ones are found by what is left to do in their lane.
 */
const LAST = 100
/** In an outage there are more: then it is no single order that somebody has to look after. */
const MOST = 2_000

type Asked = {
  /** Where to look: the lanes of orders that have not come to their end. */
  lanes: string[]
  limit: number
  /** As it will be so much later. */
  aheadMs?: number
}

/** The longest silence first, how many orders are silent, and how many are listed at most. */
export async function findSilence(watches: Watch[], { lanes, limit, aheadMs = 0 }: Asked) {
  const now = sql`(clock_timestamp() + ${aheadMs} * interval '1 ms')`
  const types = [...new Set(watches.map(({ eventType }) => eventType))]
  const rows = await ask<Row & { orders: number }>(
    db(),
    sql`
      with watch as materialized (
        select * from jsonb_to_recordset(${JSON.stringify(watches)}::jsonb)
          as w("eventType" text, awaits jsonb, module text, "within" int, given text, "unless" text)
      ),
      place as materialized (
        select jsonb_array_elements_text(${JSON.stringify(lanes)}::jsonb) as lane
        union (
          select lane from log.deliveries
          where status = 'PENDING' and ${toModule(sql`module`)} order by next_attempt_at limit ${MOST})
        union (select lane from log.deliveries where status = 'DEAD' limit ${MOST})
        union select e.lane from jsonb_array_elements_text(${JSON.stringify(types)}::jsonb) as t(type)
          cross join lateral (
            select lane from log.events where ${ofType(sql`t.type`)} ${newestFirst} limit ${LAST}
          ) e
      ),
      silent as materialized (
        select e.lane, e.event_id, e.event_type, e.occurred_at, w.awaits, w.module,
          greatest(e.occurred_at, g.occurred_at) as since, w."within"
        from place p
        cross join lateral (select * from log.events e where e.lane = p.lane offset 0) e
        join watch w on w."eventType" = e.event_type
        left join lateral (
          select occurred_at from log.events g where g.lane = e.lane and g.event_type = w.given limit 1
        ) g on true
        where (w.given is null or g.occurred_at is not null)
          and greatest(e.occurred_at, g.occurred_at) + w."within" * interval '1 s' < ${now}
          and not exists (
            select from log.events n
            where n.lane = e.lane and (n.event_type = w."unless" or n.sequence > e.sequence and w.awaits ? n.event_type)
            offset 0)
          and not exists (
            select from log.deliveries d
            where d.event_id = e.event_id and d.module = w.module and d.status = 'DISCARDED' offset 0)
      )
      select s.lane, s.event_id as "eventId", s.event_type as "eventType", s.occurred_at as "occurredAt",
        s.awaits as awaited, s.module, s.since,
        extract(epoch from ${now} - s.since) * 1000 - s."within" * 1000 as "lateMs",
        ${standing}, (select count(distinct lane) from silent)::int as orders
      from silent s
      left join log.deliveries d on d.event_id = s.event_id and d.module = s.module
      order by s.since, s.lane limit ${limit}`,
  )
  return { orders: rows[0]?.orders ?? 0, items: rows.map(toSilence) }
}

type Row = HeldDelivery & {
  lane: string
  eventId: string
  eventType: EventType
  occurredAt: string
  awaited: EventType[]
  module: string
  since: string
  lateMs: string
}

/** What `holdOf` wants to know of delivery `d`. */
const standing = sql`d.status, d.attempts, d.error, d.ignored,
  (extract(epoch from d.next_attempt_at - clock_timestamp()) * 1000)::float8 as "dueInMs",
  (extract(epoch from d.claimed_until - clock_timestamp()) * 1000)::float8 as "claimedForMs",
  (select jsonb_build_object('eventId', b.event_id, 'eventType', b.event_type, 'dead', b.status = 'DEAD')
    from log.deliveries b
    where b.lane = d.lane and b.module = d.module and b.sequence < d.sequence and b.status in ('PENDING', 'DEAD')
    order by b.sequence limit 1) as behind`

const toSilence = (row: Row): Silence => ({
  orderId: row.lane,
  eventId: row.eventId,
  eventType: row.eventType,
  occurredAt: new Date(row.occurredAt),
  awaited: row.awaited,
  module: row.module,
  since: new Date(row.since),
  lateMs: Math.round(Number(row.lateMs)),
  hold: holdOf(row),
})

export const Unfinished = z.object({ ...told, hold: Hold })
export type Unfinished = z.infer<typeof Unfinished>

/** What is left to do in a lane, and what holds each up. */
export async function listUnfinished(tx: Database, lane: string): Promise<Unfinished[]> {
  const rows = await ask<HeldDelivery & Unfinished>(
    tx,
    sql`
      select d.event_id as "eventId", d.event_type as "eventType", d.module, ${standing}
      from log.deliveries d where d.lane = ${lane} and d.status in ('PENDING', 'DEAD') order by d.sequence, d.module`,
  )
  return rows.map((row) => ({
    eventId: row.eventId,
    eventType: row.eventType,
    module: row.module,
    hold: holdOf(row),
  }))
}

async function ask<Row>(tx: Database, query: SQL): Promise<Row[]> {
  const { rows } = (await tx.execute(query)) as unknown as { rows: Row[] }
  return rows
}

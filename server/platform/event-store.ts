import { and, between, eq, sql } from 'drizzle-orm'
import { type DomainEvent, type EventType, laneOf, parsePayload, type RecordedEvent } from '@/server/events'
import { notFound } from '@/server/kernel/errors'
import { isId } from '@/server/kernel/id'
import { type Database, db } from './database/connect'
import { execute } from './database/prepared'
import type { EventFilter } from './event-filter'
import { findPositions, type Page } from './event-search'
import { events } from './tables'

/** An event that was just stored, and which modules are to hear of it. */
export type Stored = {
  eventId: string
  eventType: EventType
  lane: string
  sequence: number
  reactors: string[]
}

/** A delivery that is being reacted to; `ignored` is why the module had nothing to do because of it. */
export type Cause = { event: RecordedEvent; module: string; ignored?: string }

type Append = {
  /** What is being reacted to, and by whom: the new events are its effects, and its delivery is done with them. */
  cause: Cause | null
  reactorsOf: (eventType: EventType) => string[]
}

type Appended = {
  stored: Stored[]
  /** Whether the cause's lane has something more for its module. */
  more: boolean
}

/**
 * Appends events to the log, each numbered within its lane and with one delivery per reacting module, and finishes the
 * delivery that caused them: one statement, for the hot path pays for every round trip. Lanes are locked before a
 * position is drawn, so within a lane positions rise with sequences; and in one order, so that no two wait for each other.
 */
export async function append(
  tx: Database,
  recorded: readonly DomainEvent[],
  { cause, reactorsOf }: Append,
): Promise<Appended> {
  const said = recorded.map((event) => ({
    ...event,
    lane: laneOf(event),
    payload: parsePayload(event.eventType, event.version, event.payload),
    reactors: reactorsOf(event.eventType),
  }))
  if (said.length === 0 && !cause) return { stored: [], more: false }
  const rows = await execute<{ sequence: number | null; more: boolean }>(tx, APPEND, [
    JSON.stringify(said),
    cause?.event.correlationId,
    cause?.event.eventId,
    cause?.module,
    cause?.event.lane,
    cause?.event.sequence,
    cause?.ignored,
  ])
  const stored = said.map(({ eventId, eventType, lane, reactors }, index) => {
    const sequence = rows[index]?.sequence
    if (typeof sequence !== 'number') throw new Error(`${eventType} ${eventId} was not numbered`)
    return { eventId, eventType, lane, reactors, sequence }
  })
  // What was just stored is not to be seen yet by the statement that stores it.
  const heard = stored.some(
    ({ lane, reactors }) => cause?.event.lane === lane && reactors.includes(cause.module),
  )
  return { stored, more: heard || rows[0]?.more === true }
}

const APPEND = `
  with said as materialized (
    select *, row_number() over (partition by lane order by place) as nth, count(*) over (partition by lane) as total
    from rows from (jsonb_to_recordset($1::jsonb) as ("eventId" uuid, "eventType" text, "aggregateType" text,
      "aggregateId" text, lane text, "occurredAt" timestamptz, payload jsonb, version int, reactors text[]))
      with ordinality as said (event_id, event_type, aggregate_type, aggregate_id, lane, occurred_at, payload, version,
        reactors, place)
  ), locked as (
    insert into log.lanes as l (lane, sequence, xid)
    select lane, total, pg_current_xact_id() from said where nth = 1 order by lane
    on conflict (lane) do update set sequence = l.sequence + excluded.sequence, xid = greatest(l.xid, excluded.xid)
    returning lane, sequence, xid
  ), numbered as (
    select said.*, (locked.sequence - total + nth)::int as sequence, locked.xid from said join locked using (lane)
  ), stored as (
    insert into log.events (event_id, event_type, aggregate_type, aggregate_id, lane, sequence, occurred_at, payload,
      version, correlation_id, causation_id, xid)
    select event_id, event_type, aggregate_type, aggregate_id, lane, sequence, occurred_at, payload, version,
      coalesce($2::text, lane), $3::uuid, xid
    from numbered order by place
  ), due as (
    insert into log.deliveries (event_id, module, event_type, lane, sequence)
    select event_id, module, event_type, lane, sequence from numbered cross join unnest(reactors) as module
  ), done as (
    update log.deliveries
    set status = 'DONE', finished_at = clock_timestamp(), claims = 0, claim = null, claimed_until = null, swept = 0,
      ignored = $7::text
    where event_id = $3::uuid and module = $4::text
  ), rest as (
    select exists (
      select from log.deliveries
      where lane = $5::text and module = $4::text and sequence > $6::int and status in ('PENDING', 'DEAD')
    ) as more
  )
  select sequence, more from rest left join numbered on true order by place`

/** A page of the log by position, newest first unless asked otherwise. Within a lane that is the order of sequences. */
export async function listEvents(filter: EventFilter, page: Page) {
  const positions = await findPositions(filter, page)
  const shown = positions.slice(0, page.limit)
  const byPosition = new Map((await eventsAt(shown)).map(({ event, position }) => [position, event]))
  return {
    items: shown.flatMap((position) => byPosition.get(position) ?? []),
    nextCursor: positions.length > page.limit ? shown.at(-1) : undefined,
  }
}

/** The events at these positions, in commit order, each with its place in that order. */
export async function eventsAt(positions: number[]) {
  if (positions.length === 0) return []
  const rows = await db()
    .select()
    .from(events)
    .where(eq(events.position, sql`any(${sql.param(positions)}::bigint[])`))
    .orderBy(events.xid, events.position)
  return rows.map((row) => ({ event: toEvent(row), xid: row.xid, position: row.position }))
}

export async function getEvent(eventId: string): Promise<RecordedEvent> {
  const [row] = isId(eventId) ? await db().select().from(events).where(eq(events.eventId, eventId)) : []
  if (!row) throw notFound('Event', eventId)
  return toEvent(row)
}

/** What was said around an event in its lane: an order's whole story; of a lane without an end, what is near. */
export async function getStory(eventId: string): Promise<RecordedEvent[]> {
  const { lane, sequence } = await getEvent(eventId)
  const rows = await db()
    .select()
    .from(events)
    .where(and(eq(events.lane, lane), between(events.sequence, sequence - NEAR, sequence + NEAR)))
    .orderBy(events.sequence)
  return rows.map(toEvent)
}

const NEAR = 50

/** The whole stories of some lanes, in the order in which these are named. */
export async function storiesOf(lanes: string[]): Promise<RecordedEvent[][]> {
  const rows = await db()
    .select()
    .from(events)
    .where(eq(events.lane, sql`any(${sql.param(lanes)}::text[])`))
    .orderBy(events.lane, events.sequence)
  const stories = new Map<string, RecordedEvent[]>(lanes.map((lane) => [lane, []]))
  for (const row of rows) stories.get(row.lane)?.push(toEvent(row))
  return [...stories.values()]
}

/** Whether the lane has a fact of this type already, delivered or not. */
export async function hasHappened(tx: Database, lane: string, eventType: EventType): Promise<boolean> {
  const found = await tx
    .select({ eventId: events.eventId })
    .from(events)
    .where(and(eq(events.lane, lane), eq(events.eventType, eventType)))
    .limit(1)
  return found.length > 0
}

export function toEvent(row: typeof events.$inferSelect): RecordedEvent {
  const { xid, ...event } = row
  return { ...event, payload: parsePayload(row.eventType, row.version, row.payload) } as RecordedEvent
}

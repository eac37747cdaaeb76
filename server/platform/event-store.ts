import { and, between, eq, sql } from 'drizzle-orm'
import { type DomainEvent, type EventType, laneOf, parsePayload, type RecordedEvent } from '@/server/events'
import { notFound } from '@/server/kernel/errors'
import { isId } from '@/server/kernel/id'
import { type Database, db } from './database/connect'
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
 * delivery that caused them. The lane's row is locked first; the position is drawn after that, so within a lane
 * positions rise with sequences.
 */
export async function append(
  tx: Database,
  recorded: readonly DomainEvent[],
  { cause, reactorsOf }: Append,
): Promise<Appended> {
  const stored: Stored[] = []
  for (const event of recorded) {
    const reactors = reactorsOf(event.eventType)
    const sequence = await appendOne(tx, event, { cause, reactors })
    stored.push({
      eventId: event.eventId,
      eventType: event.eventType,
      lane: laneOf(event),
      sequence,
      reactors,
    })
  }
  return { stored, more: cause ? await finish(tx, cause) : false }
}

/** One statement, for the hot path pays for every round trip. */
async function appendOne(
  tx: Database,
  event: DomainEvent,
  { cause, reactors }: { cause: Append['cause']; reactors: string[] },
): Promise<number> {
  const { eventId, eventType, aggregateType, aggregateId, occurredAt, version } = event
  const lane = laneOf(event)
  const payload = JSON.stringify(parsePayload(eventType, version, event.payload))
  const { rows } = (await tx.execute(sql`
    with locked as (
      insert into log.lanes as l (lane, sequence, xid) values (${lane}, 1, pg_current_xact_id())
      on conflict (lane) do update set sequence = l.sequence + 1, xid = greatest(l.xid, excluded.xid)
      returning sequence, xid
    ), stored as (
      insert into log.events (event_id, event_type, aggregate_type, aggregate_id, lane, sequence, occurred_at, payload,
        version, correlation_id, causation_id, xid)
      select ${eventId}::uuid, ${eventType}, ${aggregateType}, ${aggregateId}, ${lane}, sequence,
        ${occurredAt.toISOString()}::timestamptz, ${payload}::jsonb, ${version}::int,
        ${cause?.event.correlationId ?? lane}, ${cause?.event.eventId ?? null}::uuid, xid
      from locked
    ), due as (
      insert into log.deliveries (event_id, module, event_type, lane, sequence)
      select ${eventId}::uuid, module, ${eventType}, ${lane}, sequence
      from locked cross join unnest(${sql.param(reactors)}::text[]) as module
    )
    select sequence from locked
  `)) as unknown as { rows: [{ sequence: number }] }
  return rows[0].sequence
}

/** Marks the cause's delivery as done. Answers whether its lane has something more for its module. */
async function finish(tx: Database, { event, module, ignored }: Cause): Promise<boolean> {
  const { rows } = (await tx.execute(sql`
    with done as (
      update log.deliveries
      set status = 'DONE', finished_at = clock_timestamp(), claims = 0, claim = null, claimed_until = null, swept = 0,
        ignored = ${ignored ?? null}::text
      where event_id = ${event.eventId} and module = ${module}
    )
    select exists (
      select from log.deliveries
      where lane = ${event.lane} and module = ${module} and sequence > ${event.sequence}
        and status in ('PENDING', 'DEAD')) as more
  `)) as unknown as { rows: [{ more: boolean }] }
  return rows[0].more
}

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

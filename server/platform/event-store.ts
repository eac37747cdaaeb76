import { and, between, eq, sql } from 'drizzle-orm'
import { type DomainEvent, type EventType, laneOf, parsePayload, type RecordedEvent } from '@/server/events'
import { notFound } from '@/server/kernel/errors'
import { isId } from '@/server/kernel/id'
import { type Database, db } from './database/connect'
import { all, execute, type Form, one, oneOrAll, prepared } from './database/prepared'
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

/** What a piece of work recorded, and what it reacted to: the events are its effects, and its delivery is done with them. */
export type Said = { recorded: readonly DomainEvent[]; cause: Cause | null }

export type Appended = {
  stored: Stored[]
  /** Whether the cause's lane has something more for its module. */
  more: boolean
}

type Append = { cause: Cause | null; reactorsOf: (eventType: EventType) => string[] }

/** Appends the events of one piece of work. */
export async function append(
  tx: Database,
  recorded: readonly DomainEvent[],
  { cause, reactorsOf }: Append,
): Promise<Appended> {
  const [appended = NOTHING] = await appendAll(tx, [{ recorded, cause }], reactorsOf)
  return appended
}

const NOTHING: Appended = { stored: [], more: false }

/**
 * Appends events to the log, each numbered within its lane and with one delivery per reacting module, and finishes the
 * deliveries that caused them, all of one module: one statement, for the hot path pays for every round trip. Lanes are
 * locked before a position is drawn, so within a lane positions rise with sequences; and in one order, so that no two wait
 * for each other.
 */
export async function appendAll(
  tx: Database,
  parts: Said[],
  reactorsOf: (eventType: EventType) => string[],
): Promise<Appended[]> {
  const said = parts.map(({ recorded, cause }) =>
    recorded.map((event) => {
      const lane = laneOf(event)
      return {
        ...event,
        lane,
        payload: parsePayload(event.eventType, event.version, event.payload),
        reactors: reactorsOf(event.eventType),
        correlationId: cause?.event.correlationId ?? lane,
        causationId: cause?.event.eventId,
      }
    }),
  )
  const causes = parts.flatMap(({ cause }) => cause ?? [])
  if (causes.length === 0 && said.every((events) => events.length === 0)) return parts.map(() => NOTHING)
  const [row] = await execute<{ sequences: number[] | null; unfinished: string[] }>(
    tx,
    causes.length > 1 ? APPEND_ALL : APPEND,
    [
      JSON.stringify(said.flat()),
      oneOrAll(causes.map(({ event }) => event.eventId)),
      causes[0]?.module,
      oneOrAll(causes.map(({ event }) => event.lane)),
      JSON.stringify(Object.fromEntries(causes.map(({ event, ignored }) => [event.eventId, ignored]))),
    ],
  )
  const sequences = (row?.sequences ?? []).values()
  return parts.map(({ cause }, part) => {
    const stored = (said[part] ?? []).map(({ eventId, eventType, lane, reactors }) => {
      const { value: sequence } = sequences.next()
      if (typeof sequence !== 'number') throw new Error(`${eventType} ${eventId} was not numbered`)
      return { eventId, eventType, lane, reactors, sequence }
    })
    if (!cause) return { stored, more: false }
    // What was just stored is not to be seen yet by the statement that stores it.
    const heard = stored.some(
      ({ lane, reactors }) => cause.event.lane === lane && reactors.includes(cause.module),
    )
    return { stored, more: heard || row?.unfinished.includes(cause.event.lane) === true }
  })
}

const appending = ({ is, each }: Form) => `
  with said as materialized (
    select *, row_number() over (partition by lane order by place) as nth, count(*) over (partition by lane) as total
    from rows from (jsonb_to_recordset($1::jsonb) as ("eventId" uuid, "eventType" text, "aggregateType" text,
      "aggregateId" text, lane text, "occurredAt" timestamptz, payload jsonb, version int, reactors text[],
      "correlationId" text, "causationId" uuid))
      with ordinality as said (event_id, event_type, aggregate_type, aggregate_id, lane, occurred_at, payload, version,
        reactors, correlation_id, causation_id, place)
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
      correlation_id, causation_id, xid
    from numbered order by place
  ), due as (
    insert into log.deliveries (event_id, module, event_type, lane, sequence)
    select event_id, module, event_type, lane, sequence from numbered cross join unnest(reactors) as module
  ), done as (
    update log.deliveries
    set status = 'DONE', finished_at = clock_timestamp(), claims = 0, claim = null, claimed_until = null, swept = 0,
      ignored = $5::jsonb ->> event_id::text
    where event_id ${is('$2::uuid')} and module = $3::text
  )
  select (select array_agg(sequence order by place) from numbered) as sequences,
    array(select lane from unnest(${each('$4::text')}) as caused (lane) where exists (
      select from log.deliveries d
      where d.lane = caused.lane and module = $3::text and status in ('PENDING', 'DEAD')
        and not event_id ${is('$2::uuid')})) as unfinished`

const APPEND = appending(one)
const APPEND_ALL = appending(all)

/** A page of the log by position, newest first unless asked otherwise. Within a lane that is the order of sequences. */
export async function listEvents(filter: EventFilter, page: Page) {
  const positions = await findPositions(filter, page)
  const shown = positions.slice(0, page.limit)
  const known = await eventsAt(shown)
  return {
    items: shown.flatMap((position) => known.get(position) ?? []),
    nextCursor: positions.length > page.limit ? shown.at(-1) : undefined,
  }
}

async function eventsAt(positions: number[]): Promise<Map<number, RecordedEvent>> {
  if (positions.length === 0) return new Map()
  const rows = await db()
    .select()
    .from(events)
    .where(eq(events.position, sql`any(${sql.param(positions)}::bigint[])`))
  return new Map(rows.map((row) => [row.position, toEvent(row)]))
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
  const found = await firstOfType(tx).execute({ lane, eventType })
  return found.length > 0
}

const firstOfType = prepared((tx) =>
  tx
    .select({ eventId: events.eventId })
    .from(events)
    .where(and(eq(events.lane, sql.placeholder('lane')), eq(events.eventType, sql.placeholder('eventType'))))
    .limit(1)
    .prepare('first_of_type'),
)

export function toEvent(row: typeof events.$inferSelect): RecordedEvent {
  const { xid, ...event } = row
  return { ...event, payload: parsePayload(row.eventType, row.version, row.payload) } as RecordedEvent
}

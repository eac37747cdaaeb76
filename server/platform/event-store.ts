import { EventEmitter } from 'node:events'
import { and, asc, desc, eq, gt, gte, lt, lte, type SQL, sql } from 'drizzle-orm'
import { type DomainEvent, type EventType, laneOf, parsePayload, type RecordedEvent } from '@/server/events'
import { notFound } from '@/server/kernel/errors'
import { isId } from '@/server/kernel/id'
import { type Database, db } from './database/connect'
import { processWide } from './process-wide'
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

export type EventFilter = {
  eventType?: EventType
  aggregateId?: string
  /** Gives the order's whole story, whichever module wrote it. */
  orderId?: string
  from?: Date
  to?: Date
}

type Page = { order?: 'asc' | 'desc'; limit: number; cursor?: number }

/** A page of the log by position, newest first unless asked otherwise. Within a lane that is the order of sequences. */
export async function listEvents(filter: EventFilter, { order = 'desc', limit, cursor }: Page) {
  const ascending = order === 'asc'
  const beyond = cursor === undefined ? undefined : (ascending ? gt : lt)(events.position, cursor)
  const rows = await db()
    .select()
    .from(events)
    .where(and(beyond, ...conditions(filter)))
    .orderBy((ascending ? asc : desc)(events.position))
    .limit(limit + 1)
  const items = rows.slice(0, limit).map(toEvent)
  return { items, nextCursor: rows.length > limit ? items.at(-1)?.position : undefined }
}

export async function getEvent(eventId: string): Promise<RecordedEvent> {
  const [row] = isId(eventId) ? await db().select().from(events).where(eq(events.eventId, eventId)) : []
  if (!row) throw notFound('Event', eventId)
  return toEvent(row)
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

const commits = processWide<EventEmitter>('commits')
const closing = processWide<AbortController>('closing')

/** Ends all following of the log: an open stream would keep the server from closing. */
export function endFollowing() {
  const server = closing.get() ?? new AbortController()
  closing.set(server)
  server.abort()
}

/** Wakes those who follow the log in this process. */
export function announceCommit() {
  commits.get()?.emit('commit')
}

/** Other processes' commits give no signal here; looking this often finds them. */
const POLL_MS = 1_000

type Follow = {
  filter?: EventFilter
  /** Cursor after which to go on (`START`: from the first event); without one, only what comes from now on. */
  after?: string
  signal?: AbortSignal
}

/**
 * Follows the log for ever, each event once and none left out: it reads in commit order, and only up to the oldest
 * transaction still under way, so no late commit can appear behind the cursor. Within a lane that is the order of sequences.
 */
export async function* follow({ filter = {}, after, signal }: Follow) {
  let cursor = after === undefined ? await horizon() : parseCursor(after)
  for await (const _ of followCommits(signal)) {
    for (let full = true; full; ) {
      const batch = await readAfter(cursor, filter)
      for (const { event, ...place } of batch) {
        cursor = place
        yield { cursor: `${place.xid}.${place.position}`, event }
      }
      full = batch.length === BATCH
    }
  }
}

/**
 * Yields at once, and then whenever something may have been committed, until the signal or the server ends it. Commits
 * that come while the reader is busy are one.
 */
export async function* followCommits(asked?: AbortSignal): AsyncGenerator<void, void, void> {
  const server = closing.get() ?? new AbortController()
  closing.set(server)
  const signal = AbortSignal.any(asked ? [asked, server.signal] : [server.signal])
  const emitter = commits.get() ?? new EventEmitter().setMaxListeners(0)
  commits.set(emitter)
  let stale = true
  let wake = () => {}
  const look = () => {
    stale = true
    wake()
  }
  // Listening begins before the first look, so that nothing falls between the two.
  emitter.on('commit', look)
  signal.addEventListener('abort', look)
  const ticker = setInterval(look, POLL_MS)
  try {
    while (!signal.aborted) {
      if (!stale) await new Promise<void>((resolve) => (wake = resolve))
      stale = false
      if (!signal.aborted) yield
    }
  } finally {
    clearInterval(ticker)
    emitter.off('commit', look)
    signal.removeEventListener('abort', look)
  }
}

/** The cursor before the first event. */
export const START = '0.0'

const BATCH = 500

type Cursor = { xid: string; position: number }

function parseCursor(cursor: string): Cursor {
  const [, xid, position] = /^(\d{1,19})\.(\d{1,15})$/.exec(cursor) ?? []
  return { xid: xid ?? '0', position: Number(position ?? 0) }
}

const settled = sql`${events.xid} < pg_snapshot_xmin(pg_current_snapshot())`

async function readAfter({ xid, position }: Cursor, filter: EventFilter) {
  const rows = await db()
    .select()
    .from(events)
    .where(
      and(
        sql`(${events.xid}, ${events.position}) > (${xid}::xid8, ${position})`,
        settled,
        ...conditions(filter),
      ),
    )
    .orderBy(events.xid, events.position)
    .limit(BATCH)
  return rows.map((row) => ({ event: toEvent(row), xid: row.xid, position: row.position }))
}

/** The cursor of now: everything settled lies behind it. */
async function horizon(): Promise<Cursor> {
  const [last] = await db()
    .select({ xid: events.xid, position: events.position })
    .from(events)
    .where(settled)
    .orderBy(desc(events.xid), desc(events.position))
    .limit(1)
  return last ?? { xid: '0', position: 0 }
}

function conditions(filter: EventFilter): (SQL | undefined)[] {
  return [
    filter.eventType && eq(events.eventType, filter.eventType),
    filter.aggregateId === undefined ? undefined : eq(events.aggregateId, filter.aggregateId),
    filter.orderId === undefined ? undefined : eq(events.lane, filter.orderId),
    filter.from && gte(events.occurredAt, filter.from),
    filter.to && lte(events.occurredAt, filter.to),
  ]
}

export function toEvent(row: typeof events.$inferSelect): RecordedEvent {
  const { xid, ...event } = row
  return { ...event, payload: parsePayload(row.eventType, row.version, row.payload) } as RecordedEvent
}

import { EventEmitter } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { and, between, desc, eq, sql } from 'drizzle-orm'
import { type DomainEvent, type EventType, laneOf, parsePayload, type RecordedEvent } from '@/server/events'
import { notFound } from '@/server/kernel/errors'
import { isId } from '@/server/kernel/id'
import { type Database, db } from './database/connect'
import { conditions, type EventFilter, timesOf } from './event-filter'
import { findPositions, type Page } from './event-search'
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

/** A page of the log by position, newest first unless asked otherwise. Within a lane that is the order of sequences. */
export async function listEvents(filter: EventFilter, page: Page) {
  const positions = await findPositions(filter, page)
  const shown = positions.slice(0, page.limit)
  const rows = shown.length > 0 ? await select(shown) : []
  const byPosition = new Map(rows.map((row) => [row.position, toEvent(row)]))
  return {
    items: shown.flatMap((position) => byPosition.get(position) ?? []),
    nextCursor: positions.length > page.limit ? shown.at(-1) : undefined,
  }
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
      const batch = await readAfter(cursor, filter, BATCH)
      for (const { event, ...place } of batch.found) yield { cursor: writeCursor(place), event }
      ;({ cursor, full } = batch)
    }
  }
}

/** So often a tail tells its reader something, at most: what is said in between is told together. */
const TAIL_PAUSE_MS = 200

/** More at once nobody reads. */
const TAIL_LENGTH = 50

/**
 * Like `follow`, for people who watch: what is new in one piece, of which the last events are whole and the rest are
 * only counted, so that a busy log does not flood its reader.
 */
export async function* tail({ filter = {}, after, signal }: Follow) {
  let cursor = after === undefined ? await horizon() : parseCursor(after)
  for await (const _ of followCommits(signal)) {
    let events: RecordedEvent[] = []
    let count = 0
    for (let full = true; full && !signal?.aborted; ) {
      const batch = await readAfter(cursor, filter, BATCH)
      count += batch.found.length
      events = [...events, ...batch.found.map(({ event }) => event)].slice(-TAIL_LENGTH)
      ;({ cursor, full } = batch)
    }
    if (count === 0) continue
    yield { cursor: writeCursor(cursor), events, count }
    await setTimeout(TAIL_PAUSE_MS)
  }
}

/** All that is settled in the log, in commit order and in batches, so that no more than one is in memory. */
export async function* readAll(filter: EventFilter): AsyncGenerator<RecordedEvent[]> {
  const pinned = { ...filter, ...timesOf(filter), within: undefined }
  let cursor = parseCursor(START)
  for (let full = true; full; ) {
    const batch = await readAfter(cursor, pinned, EXPORT_BATCH)
    if (batch.found.length > 0) yield batch.found.map(({ event }) => event)
    ;({ cursor, full } = batch)
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
const EXPORT_BATCH = 2_000

type Cursor = { xid: string; position: number }

function parseCursor(cursor: string): Cursor {
  const [, xid, position] = /^(\d{1,19})\.(\d{1,15})$/.exec(cursor) ?? []
  return { xid: xid ?? '0', position: Number(position ?? 0) }
}

const writeCursor = ({ xid, position }: Cursor) => `${xid}.${position}`

const settled = sql`${events.xid} < pg_snapshot_xmin(pg_current_snapshot())`

/**
 * What fits among the next so many events, and the cursor behind all of them. One way only, in commit order: a plan by
 * what is asked for would sort all of it at every step.
 */
async function readAfter({ xid, position }: Cursor, filter: EventFilter, size: number) {
  const next = and(
    sql`(${events.xid}, ${events.position}) > (${xid}::xid8, ${position})`,
    settled,
    filter.orderId === undefined ? undefined : eq(events.lane, filter.orderId),
  )
  const read = await db()
    .select({ ...place, fits: sql<boolean>`${conditions(filter)}` })
    .from(events)
    .where(next)
    .orderBy(events.xid, events.position)
    .limit(size)
  const fitting = read.filter(({ fits }) => fits).map(({ position }) => position)
  const rows = fitting.length > 0 ? await select(fitting) : []
  return {
    found: rows.map((row) => ({ event: toEvent(row), xid: row.xid, position: row.position })),
    cursor: read.at(-1) ?? { xid, position },
    full: read.length === size,
  }
}

const place = { xid: events.xid, position: events.position }

const select = (positions: number[]) =>
  db()
    .select()
    .from(events)
    .where(eq(events.position, sql`any(${sql.param(positions)}::bigint[])`))
    .orderBy(events.xid, events.position)

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

export function toEvent(row: typeof events.$inferSelect): RecordedEvent {
  const { xid, ...event } = row
  return { ...event, payload: parsePayload(row.eventType, row.version, row.payload) } as RecordedEvent
}

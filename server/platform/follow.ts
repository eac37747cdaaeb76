import { setTimeout } from 'node:timers/promises'
import { and, desc, eq, sql } from 'drizzle-orm'
import type { RecordedEvent } from '@/server/events'
import { followCommits } from './commits'
import { db } from './database/connect'
import { conditions, type EventFilter, timesOf } from './event-filter'
import { toEvent } from './event-store'
import { events } from './tables'

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
  const next = db()
    .select({ ...place, fits: sql<boolean>`${conditions(filter)}`.as('fits') })
    .from(events)
    .where(
      and(
        sql`(${events.xid}, ${events.position}) > (${xid}::xid8, ${position})`,
        settled,
        filter.orderId === undefined ? undefined : eq(events.lane, filter.orderId),
      ),
    )
    .orderBy(events.xid, events.position)
    .limit(size)
    .as('next')
  // One look each by index, and only where it fits, whatever the planner thinks of how many there are.
  const event = db()
    .select()
    .from(events)
    .where(and(next.fits, eq(events.position, next.position)))
    .limit(1)
    .as('event')
  const read = await db()
    .select({ xid: next.xid, position: next.position, event: event._.selectedFields })
    .from(next)
    .leftJoinLateral(event, sql`true`)
    .orderBy(next.xid, next.position)
  const last = read.at(-1)
  return {
    found: read.flatMap(({ event, xid, position }) =>
      event ? { event: toEvent(event), xid, position } : [],
    ),
    cursor: last ? { xid: last.xid, position: last.position } : { xid, position },
    full: read.length === size,
  }
}

const place = { xid: events.xid, position: events.position }

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

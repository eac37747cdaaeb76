import { type SQL, sql } from 'drizzle-orm'
import { eventTypes } from '@/server/events'
import { db } from './database/connect'
import { conditions, type EventFilter, timesOf, typesOf } from './event-filter'
import { sketches } from './event-payloads'
import { CHUNK, chunk, searchable } from './tables'

/*
 * How a page of the log is found as quickly among a million events as among a thousand. What the planner knows of the
 * data (on the embedded database nothing) would lead it astray: to read the log backwards for a value that is rare, or
 * to sort all events with one that is common. So each statement here can go one way only, by an index that gives what
 * is asked for in the order of positions; other ways are fenced off by `offset 0`.
 *
 * Times and payloads have no such order. For them the log is looked at in chunks of positions: an index tells at once
 * what a chunk has of them.
 */

export type Page = { order?: 'asc' | 'desc'; limit: number; cursor?: number }

/** The positions of the first events that fit, in the order of the page; one more than its limit if there are more. */
export async function findPositions(filter: EventFilter, page: Page): Promise<number[]> {
  if (typesOf(filter)?.length === 0) return []
  if (filter.orderId !== undefined) return positions(inLane(filter, page))
  const stretch = await findStretch(filter)
  if (!stretch) return []
  if (filter.contains?.length && filter.aggregateId === undefined)
    return findContaining(filter, page, stretch)
  return positions(inOrder(filter, page, stretch))
}

async function positions(query: SQL): Promise<number[]> {
  const { rows } = (await db().execute(query)) as unknown as { rows: { position: string }[] }
  return rows.map(({ position }) => Number(position))
}

const direction = ({ order }: Page) => (order === 'asc' ? sql`asc` : sql`desc`)

/** One more than is shown tells whether there are more. */
const upTo = ({ limit }: Page) => limit + 1

const beyond = ({ order, cursor }: Page) => {
  if (cursor === undefined) return sql`true`
  return order === 'asc' ? sql`position > ${cursor}` : sql`position < ${cursor}`
}

/** An order's story is short. */
const inLane = (filter: EventFilter, page: Page) => sql`
  select position from log.events
  where ${conditions(filter)} and ${beyond(page)}
  order by sequence ${direction(page)} limit ${upTo(page)}`

/** The first and the last chunk to look at; without one the log's own. */
type Stretch = { first?: number; last?: number }

/** Which chunks the times lie in that are asked for: exact, in whatever order the events of these times were stored. */
async function findStretch(filter: EventFilter): Promise<Stretch | undefined> {
  const { from, to } = timesOf(filter)
  if (!from && !to) return {}
  const hit = sql`(
    select from log.events
    where ${chunk} = c and occurred_at >= ${from?.toISOString() ?? '-infinity'}::timestamptz
      and occurred_at <= ${to?.toISOString() ?? 'infinity'}::timestamptz
    limit 1)`
  const { rows } = (await db().execute(sql`
    select
      (select c from generate_series(0, top) c cross join lateral ${hit} hit limit 1) as first,
      (select c from generate_series(top, 0, -1) c cross join lateral ${hit} hit limit 1) as last
    from (select ${lastChunk} as top) log
  `)) as unknown as { rows: [{ first: string | null; last: string | null }] }
  const [{ first, last }] = rows
  return first === null ? undefined : { first: Number(first), last: Number(last) }
}

/** Where the log was at a time: the position of the first event since then. Undefined: there is none. */
export async function positionAt(time: Date): Promise<number | undefined> {
  const stretch = await findStretch({ from: time })
  if (stretch?.first === undefined) return undefined
  const [position] = await positions(sql`
    select position from log.events
    where ${chunk} = ${stretch.first} and occurred_at >= ${time.toISOString()}::timestamptz
    order by ${chunk}, occurred_at limit 1`)
  return position
}

const lastChunk = sql`(select max(position) / ${CHUNK} from log.events)`.inlineParams()

function isWithin({ first, last }: Stretch): SQL {
  if (first === undefined || last === undefined) return sql`true`
  return sql`position >= ${first * CHUNK} and position < ${(last + 1) * CHUNK}`
}

/** Each type is in order by itself, in the whole log and in an aggregate: the first of each, and of these the first. */
function inOrder(filter: EventFilter, page: Page, stretch: Stretch): SQL {
  const { aggregateId } = filter
  const types = typesOf(filter) ?? (aggregateId === undefined ? undefined : eventTypes)
  const first = sql`
    select position from log.events
    where ${types ? sql`event_type = type` : sql`true`} and ${conditions({ ...filter, ...typesNamed })}
      and ${beyond(page)} and ${isWithin(stretch)}
    order by position ${direction(page)} limit ${upTo(page)}`
  if (!types) return first
  return sql`
    select position from unnest(${sql.param(types)}::text[]) type cross join lateral (${first}) found
    order by position ${direction(page)} limit ${upTo(page)}`
}

const typesNamed = { eventType: undefined, module: undefined, view: undefined } as const

/** A value that is common is found among as many of the nearest events; what is not, by the index of payloads. */
const NEAREST = 1_000

async function findContaining(filter: EventFilter, page: Page, stretch: Stretch): Promise<number[]> {
  const near = await positions(among(filter, page, stretch))
  return near.length === upTo(page) ? near : positions(chunkByChunk(filter, page, stretch))
}

function among(filter: EventFilter, page: Page, stretch: Stretch): SQL {
  return sql`
    select position from (
      select * from log.events where ${beyond(page)} and ${isWithin(stretch)}
      order by position ${direction(page)} limit ${NEAREST}
    ) events
    where ${conditions(filter)} limit ${upTo(page)}`
}

/** The index gives all that a chunk has of a value: one chunk after the other, until the page is full. */
function chunkByChunk(filter: EventFilter, page: Page, stretch: Stretch): SQL {
  const first = sql`${stretch.first ?? 0}::bigint`
  const last = stretch.last === undefined ? lastChunk : sql`${stretch.last}::bigint`
  const at = sql`${page.cursor === undefined ? null : Math.floor(page.cursor / CHUNK)}::bigint`
  const chunks =
    page.order === 'asc'
      ? sql`generate_series(greatest(${first}, ${at}), ${last})`
      : sql`generate_series(least(${last}, ${at}), ${first}, -1)`
  return sql`
    select position from ${chunks} c
    cross join lateral (
      select array_agg(jsonb_build_object(c::text, sketch)) as sketches
      from unnest(${sql.param(sketchesFor(filter))}::jsonb[]) sketch
    ) here
    cross join lateral (
      select position from (
        select * from log.events where ${searchable} @> any(here.sketches) offset 0
      ) events
      where ${conditions({ ...filter, contains: undefined })} and ${beyond(page)}
      order by position ${direction(page)} limit ${upTo(page)}
    ) found
    limit ${upTo(page)}`
}

const sketchesFor = (filter: EventFilter) =>
  sketches(filter.contains ?? [], typesOf(filter) ?? eventTypes).map(({ eventType, payload }) =>
    JSON.stringify({ [eventType]: payload }),
  )

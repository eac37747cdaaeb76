import { setTimeout as wait } from 'node:timers/promises'
import { followCommits } from '../platform/commits'
import { db } from '../platform/database/connect'
import { execute } from '../platform/database/prepared'
import { log } from '../platform/log'
import { type Poke, poke } from '../platform/pokes'
import { processWide } from '../platform/process-wide'

/** Events read at once, for each endpoint. */
const BATCH = 500
/** No more than this is due to one endpoint at once: its cursor waits for it, so that one that is down does not fill the ledger. */
const WINDOW = 1_000
const CROWDED_MS = 200
/** How long it is believed that nobody listens. Who does begins in the log where they were made: they miss nothing. */
const NOBODY_MS = 5_000

const silence = processWide<number>('webhooks.silence')

/** Somebody listens now, as far as this process knows. */
export const endSilence = () => silence.set(undefined)

/** Follows the log for all endpoints, for as long as the server works. Several processes do so at once and share the work. */
export async function tellEndpoints(signal: AbortSignal): Promise<void> {
  for await (const _ of followCommits(signal)) {
    if (Date.now() < (silence.get() ?? 0)) continue
    try {
      for (let look = await fanOut(); isUnfinished(look) && !signal.aborted; look = await fanOut())
        if (look === 'crowded') await wait(CROWDED_MS, undefined, { signal })
    } catch (error) {
      if (!signal.aborted) log.warn({ error }, 'Webhooks could not be handed out; that will be repeated')
    }
  }
}

const isUnfinished = (look: Awaited<ReturnType<typeof fanOut>>) => look === 'more' || look === 'crowded'

type Row = Poke & { module: string; listeners: number; full: boolean; crowded: boolean }

/**
 * Puts what is new in the log, and asked for, into the ledger, and moves the cursors: one statement, so both or neither. Who
 * has an endpoint's row is alone at it; others pass it over. Like `follow`, it reads in commit order and only what is settled.
 */
export async function fanOut(): Promise<'nobody' | 'done' | 'more' | 'crowded'> {
  const rows = await execute<Row>(db(), FAN_OUT, [BATCH, WINDOW])
  const [first] = rows
  if (!first) return 'done'
  if (first.listeners === 0) {
    silence.set(Date.now() + NOBODY_MS)
    return 'nobody'
  }
  poke(
    rows
      .filter(({ eventId }) => eventId !== null)
      .map(({ eventId, eventType, module, lane, sequence }) => ({
        id: `${eventId}:${module}`,
        eventId,
        eventType,
        to: module,
        lane,
        sequence,
      })),
  )
  return first.full ? 'more' : first.crowded ? 'crowded' : 'done'
}

const FAN_OUT = `
  with mine as materialized (
    select id, filters, ordered, xid, position, greatest(0, $2::int - (
        select count(*) from log.deliveries d
        where d.module = 'webhook:' || e.id and d.module like 'webhook:%' and d.status = 'PENDING')) as room
    from webhooks.endpoints e where status = 'ON' order by id
    for no key update skip locked
  ), new as materialized (
    select mine.id, filters, ordered, e.*
    from mine cross join lateral (
      select xid, position, event_id, event_type, lane, sequence from log.events
      where (xid, position) > (mine.xid, mine.position) and xid < pg_snapshot_xmin(pg_current_snapshot())
      order by xid, position limit least($1::int, room)
    ) e
  ), told as (
    insert into log.deliveries (event_id, module, event_type, lane, sequence)
    select event_id, 'webhook:' || id, event_type,
      'webhook:' || id || ':' || case when ordered then lane else event_id::text end, sequence
    from new
    where exists (
      select from unnest(filters) filter
      where event_type = filter or (right(filter, 1) = '*' and starts_with(event_type, left(filter, -1))))
    order by xid, position
    on conflict do nothing
    returning event_id, module, event_type, lane, sequence
  ), moved as (
    update webhooks.endpoints e set xid = last.xid, position = last.position
    from (select distinct on (id) id, xid, position from new order by id, xid desc, position desc) last
    where e.id = last.id
  ), forgotten as (
    -- What a receiver said may repeat whom the event was about.
    update webhooks.attempts a set excerpt = null
    from new erased join log.events told on told.lane = erased.lane
    where erased.event_type = 'PersonalDataErased' and a.event_id = told.event_id and a.excerpt is not null
  ), look as (
    select (select count(*) from webhooks.endpoints)::int as listeners,
      coalesce(bool_or(read = $1 and read < room), false) as full, coalesce(bool_or(room <= read), false) as crowded
    from (select room, (select count(*) from new where new.id = mine.id) as read from mine) each
  )
  select listeners, look.full, crowded, event_id as "eventId", module, event_type as "eventType", lane, sequence
  from look left join told on true`

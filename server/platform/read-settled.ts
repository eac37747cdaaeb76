import { and, eq, sql } from 'drizzle-orm'
import type { EventType, RecordedEvent } from '@/server/events'
import type { Database } from './database/connect'
import { toEvent } from './event-store'
import { events } from './tables'

/** A place in commit order. */
export type Place = { xid: string; position: number }

type Asked = {
  after: Place
  /** Which events are wanted; of the others only the place is looked at. */
  types: EventType[]
  limit: number
  /** A horizon to which several readers go, instead of the one of now. */
  before?: string
}

type Settled = {
  events: RecordedEvent[]
  /** How many of the log were passed, and behind which place. */
  passed: number
  last: Place
}

/**
 * The next events of the log in commit order, and only up to the oldest transaction still under way: no late commit can appear
 * behind the place at which this ends.
 */
export async function readSettled(tx: Database, asked: Asked): Promise<Settled> {
  const { after, types } = asked
  const end = await endOf(tx, asked)
  if (!end) return { events: [], passed: 0, last: after }
  const { passed, ...last } = end
  const rows = await tx
    .select()
    .from(events)
    .where(
      and(
        sql`(${events.xid}, ${events.position}) > (${after.xid}::xid8, ${after.position}::bigint)`,
        sql`(${events.xid}, ${events.position}) <= (${last.xid}::xid8, ${last.position}::bigint)`,
        eq(events.eventType, sql`any(${sql.param(types)}::text[])`),
      ),
    )
    .orderBy(events.xid, events.position)
  return { events: rows.map(toEvent), passed, last }
}

/**
 * Transaction ids are a server's own. In a log that was restored into another one they may lie ahead of all that is still to
 * come: such events would never be settled, and new ones would stand behind every cursor. Better not to begin.
 */
export async function refuseForeignLog(tx: Database): Promise<void> {
  const { rows } = (await tx.execute(sql`
    select xid::text as xid from log.events
    where xid >= pg_snapshot_xmax(pg_current_snapshot()) order by xid desc, position desc limit 1`)) as unknown as {
    rows: { xid: string }[]
  }
  const [ahead] = rows
  if (ahead)
    throw new Error(
      `The log has events of transaction ${ahead.xid}, and this Postgres has not come so far: it was restored from another ` +
        'server. Set its next transaction id beyond that before the shop is opened: docs/deploy.md, "Backup of Postgres".',
    )
}

/** Where so many events end, by the index alone. */
async function endOf(tx: Database, { after, limit, before }: Asked) {
  const horizon = before ? sql`${before}::xid8` : sql`pg_snapshot_xmin(pg_current_snapshot())`
  const { rows } = (await tx.execute(sql`
    select xid::text as xid, position::float8 as position, nth::int as passed
    from (
      select xid, position, row_number() over (order by xid, position) as nth
      from (
        select xid, position from log.events
        where (xid, position) > (${after.xid}::xid8, ${after.position}::bigint) and xid < ${horizon}
        order by xid, position limit ${limit}
      ) next
    ) numbered
    order by nth desc limit 1`)) as unknown as { rows: (Place & { passed: number })[] }
  return rows[0]
}

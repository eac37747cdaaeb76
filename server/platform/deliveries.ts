import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { RecordedEvent } from '@/server/events'
import { type Database, db } from './database/connect'
import { prepared } from './database/prepared'
import { toEvent } from './event-store'
import { countDuplicate } from './metrics'
import { now } from './spans'
import { deliveries, events, incidents } from './tables'

/** The first delivery of a lane that one module has not finished, with its event. */
export type Head = Pick<
  typeof deliveries.$inferSelect,
  | 'eventId'
  | 'module'
  | 'eventType'
  | 'lane'
  | 'status'
  | 'attempts'
  | 'redrives'
  | 'swept'
  | 'claims'
  | 'error'
> & {
  /** Until its next attempt is due, by the database's clock. */
  waitMs: number
  event: RecordedEvent
  correlationId: string
  causationId: string | null
  /** When it was looked up, which is when its try begins. */
  foundAt: number
  /** The same as it is kept, whatever version its payload is of. */
  stored: typeof events.$inferSelect
}

export type Key = Pick<Head, 'eventId' | 'module'>

/** Written out: with parameters the prepared plan could not use the partial index. */
export const unfinished = sql`${deliveries.status} in ('PENDING', 'DEAD')`
/** Whether nothing more will come of a lane by itself: what is left in it is dead, or waits behind that. */
export const nothingUnderWay = (lane: SQL) => sql`not exists (
  select from log.deliveries due
  where due.lane = ${lane} and due.status = 'PENDING' and not exists (
    select from log.deliveries dead
    where dead.lane = due.lane and dead.module = due.module and dead.sequence < due.sequence and dead.status = 'DEAD'))`

export const isKey = ({ eventId, module }: Key) =>
  and(eq(deliveries.eventId, eventId), eq(deliveries.module, module))
const waitMs =
  sql<number>`greatest(0, extract(epoch from ${deliveries.nextAttemptAt} - clock_timestamp()) * 1000)::float8`.as(
    'wait_ms',
  )

/** What a delivery no longer is once a try has reported back. */
export const reported = { claims: 0, claim: null, claimedUntil: null, swept: 0 }
/** What it becomes when somebody has it tried again: all its tries, under transport ids that nobody saw yet. */
export const revived = {
  ...reported,
  status: 'PENDING' as const,
  attempts: 0,
  redrives: sql`${deliveries.redrives} + 1`,
  nextAttemptAt: sql`clock_timestamp()`,
  finishedAt: null,
}

const heads = prepared((database) => {
  const { eventId, module, eventType, lane, status, attempts, redrives, swept, claims, error } = deliveries
  const next = database
    .select({ eventId, module, eventType, lane, status, attempts, redrives, swept, claims, error, waitMs })
    .from(deliveries)
    .where(and(sql`${lane} = asked.lane`, sql`${module} = asked.module`, unfinished))
    .orderBy(deliveries.sequence)
    .limit(1)
    .as('next')
  const event = database.select().from(events).where(eq(events.eventId, next.eventId)).limit(1).as('event')
  // Nothing that the planner could plan anew for, each time, which would cost more than the query; and one look each by
  // index, whatever there is.
  const asked = sql`jsonb_to_recordset(${sql.placeholder('asked')}::jsonb) as asked (lane text, module text)`
  return database
    .select({ ...next._.selectedFields, event: event._.selectedFields })
    .from(asked)
    .crossJoinLateral(next)
    .crossJoinLateral(event)
    .prepare('heads')
})

/** What the module has to do next in each lane. A DEAD one stands in the way of its successors on purpose. */
export async function headsOf(module: string, lanes: string[]): Promise<Map<string, Head>> {
  const rows = await heads(db()).execute({ asked: JSON.stringify(lanes.map((lane) => ({ lane, module }))) })
  return new Map(rows.map((row) => [row.lane, toHead(row)]))
}

/**
 * Read when the reaction wants it, so that a payload that nobody here can read makes a failed try of its own delivery,
 * and does not stand in the way of whoever is looked up together with it.
 */
function toHead({
  event: stored,
  ...head
}: Omit<Head, 'event' | 'stored' | 'correlationId' | 'causationId' | 'foundAt'> & {
  event: typeof events.$inferSelect
}): Head {
  let event: RecordedEvent | undefined
  return {
    ...head,
    stored,
    correlationId: stored.correlationId,
    causationId: stored.causationId,
    foundAt: now(),
    get event() {
      event ??= toEvent(stored)
      return event
    },
  }
}

type Incident = Pick<typeof incidents.$inferInsert, 'kind'> & Partial<typeof incidents.$inferInsert>

/** Adds to the history of a delivery what is more than its going through. */
export async function note(
  tx: Database,
  { eventId, module, lane }: Key & { lane: string },
  incident: Incident,
) {
  await tx.insert(incidents).values({ eventId, module, lane, ...incident })
}

/** Pokes that found their delivery done already: they had no effect, and the receipt says how many there were. */
export async function countDuplicates(module: string, eventIds: string[]): Promise<void> {
  if (eventIds.length === 0) return
  const found = await db()
    .update(deliveries)
    .set({ duplicates: sql`${deliveries.duplicates} + 1` })
    .where(
      and(
        inArray(deliveries.eventId, eventIds),
        eq(deliveries.module, module),
        eq(deliveries.status, 'DONE'),
      ),
    )
    .returning({ eventId: deliveries.eventId })
  countDuplicate(module, found.length)
}

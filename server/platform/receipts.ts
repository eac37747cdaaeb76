import { and, asc, eq, gt, inArray, or, sql } from 'drizzle-orm'
import { followCommits } from './commits'
import { db } from './database/connect'
import { unfinished } from './deliveries'
import { MAX_ATTEMPTS } from './policy'
import { deliveries, events, incidents } from './tables'
import { toModule } from './whose'

/**
 * How each module took each event of a lane: one receipt per delivery, in the order of the sequence, with every try
 * that failed and what people did about it. `parkedBehind` is the event whose delivery to the same module stands in the way.
 */
export async function listReceipts(lane: string) {
  const [rows, happened] = await Promise.all([
    db().select().from(deliveries).where(inLane(lane)).orderBy(asc(deliveries.sequence)),
    db().select().from(incidents).where(eq(incidents.lane, lane)).orderBy(asc(incidents.id)),
  ])
  return rows.map(({ claim, claims, claimedUntil, swept, lane: _, ...receipt }) => ({
    ...receipt,
    incidents: happened
      .filter(({ eventId, module }) => eventId === receipt.eventId && module === receipt.module)
      .map(({ eventId, module, lane, ...incident }) => incident),
    parkedBehind:
      receipt.status === 'PENDING'
        ? rows.find(
            ({ module, sequence, status, attempts }) =>
              module === receipt.module &&
              sequence < receipt.sequence &&
              (status === 'DEAD' || (status === 'PENDING' && attempts > 0)),
          )?.eventId
        : undefined,
  }))
}

/** By way of the events, for of the deliveries only those that are not finished have an index by lane. */
const inLane = (lane: string) =>
  and(
    inArray(
      deliveries.eventId,
      db().select({ id: events.eventId }).from(events).where(eq(events.lane, lane)),
    ),
    toModule(sql`${deliveries.module}`),
  )

/** What holds a lane up right now, in words fit for everybody: which module tries again, for which time, and when. */
export async function findHoldUp(lane: string) {
  const dueInMs = sql<number>`greatest(0, extract(epoch from ${deliveries.nextAttemptAt} - clock_timestamp()) * 1000)::float8`
  const [row] = await db()
    .select({
      module: deliveries.module,
      eventType: deliveries.eventType,
      failedAttempts: deliveries.attempts,
      dead: sql<boolean>`${deliveries.status} = 'DEAD'`,
      dueInMs,
    })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.lane, lane),
        unfinished,
        or(eq(deliveries.status, 'DEAD'), gt(deliveries.attempts, 0)),
      ),
    )
    .orderBy(asc(deliveries.sequence))
    .limit(1)
  return row ? { ...row, maxAttempts: MAX_ATTEMPTS } : null
}

/**
 * Follows all that happens in a lane, failed tries and receipts included: yields a mark of its state now, and another
 * one whenever it has changed. What has changed is for the reader to ask.
 */
export async function* watchLane(lane: string, signal?: AbortSignal) {
  let seen: string | undefined
  for await (const _ of followCommits(signal)) {
    const mark = await markOf(lane)
    if (mark !== seen) yield mark
    seen = mark
  }
}

async function markOf(lane: string): Promise<string> {
  const { rows } = (await db().execute(sql`
    select concat_ws('.',
      (select sequence from log.lanes where lane = ${lane}),
      (select max(id) from log.incidents where lane = ${lane}),
      (select count(*) from log.events e join log.deliveries d on d.event_id = e.event_id
        where e.lane = ${lane} and d.finished_at is not null and ${toModule(sql`d.module`)})) as mark
  `)) as unknown as { rows: [{ mark: string }] }
  return rows[0].mark
}

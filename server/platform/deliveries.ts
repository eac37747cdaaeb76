import { randomUUID } from 'node:crypto'
import { and, DrizzleQueryError, eq, inArray, sql } from 'drizzle-orm'
import type { RecordedEvent } from '@/server/events'
import { DomainError } from '@/server/kernel/errors'
import { announceCommit } from './commits'
import { type Database, db, transaction } from './database/connect'
import { execute, prepared } from './database/prepared'
import { toEvent } from './event-store'
import { settings } from './settings'
import { deliveries, events, incidents } from './tables'

/** One try and three retries; then the dead letter queue. */
export const MAX_ATTEMPTS = 4
/** A delivery whose process dies again and again is poison, even though it never reports an error. */
const MAX_CLAIMS = 10
export const POISON = `${MAX_CLAIMS} tries began and none reported back: the process died each time`
const FIRST_BACKOFF_MS = 500
/** Longer than any call to the outside may take; after that somebody else may look what became of it. */
const CLAIM_MS = 6_000

/** The first delivery of a lane that one module has not finished, with its event. */
export type Head = Pick<
  typeof deliveries.$inferSelect,
  'eventId' | 'module' | 'eventType' | 'lane' | 'status' | 'attempts' | 'redrives' | 'swept' | 'error'
> & {
  /** Until its next attempt is due, by the database's clock. */
  waitMs: number
  event: RecordedEvent
}

export type Key = Pick<Head, 'eventId' | 'module'>

/** Written out: with parameters the prepared plan could not use the partial index. */
export const unfinished = sql`${deliveries.status} in ('PENDING', 'DEAD')`
export const isKey = ({ eventId, module }: Key) =>
  and(eq(deliveries.eventId, eventId), eq(deliveries.module, module))
const waitMs = sql<number>`greatest(0, extract(epoch from ${deliveries.nextAttemptAt} - clock_timestamp()) * 1000)::float8`
/** What a delivery no longer is once a try has reported back. */
export const reported = { claims: 0, claim: null, claimedUntil: null, swept: 0 }

const heads = prepared((database) => {
  const { eventId, module, eventType, lane, status, attempts, redrives, swept, error } = deliveries
  return database
    .select({
      eventId,
      module,
      eventType,
      lane,
      status,
      attempts,
      redrives,
      swept,
      error,
      waitMs,
      event: events,
    })
    .from(deliveries)
    .innerJoin(events, eq(events.eventId, eventId))
    .where(
      and(
        eq(module, sql.placeholder('module')),
        sql`${eventId} in (
          select (select event_id from log.deliveries next
            where next.lane = asked.lane and next.module = ${sql.placeholder('module')}
              and next.status in ('PENDING', 'DEAD') order by next.sequence limit 1)
          from unnest(${sql.placeholder('lanes')}::text[]) as asked (lane))`,
      ),
    )
    .prepare('heads')
})

/** What the module has to do next in each lane. A DEAD one stands in the way of its successors on purpose. */
export async function headsOf(module: string, lanes: string[]): Promise<Map<string, Head>> {
  const rows = await heads(db()).execute({ module, lanes })
  return new Map(rows.map((row) => [row.lane, toHead(row)]))
}

/**
 * Read when the reaction wants it, so that a payload that nobody here can read makes a failed try of its own delivery,
 * and does not stand in the way of whoever is looked up together with it.
 */
function toHead({
  event: stored,
  ...head
}: Omit<Head, 'event'> & { event: typeof events.$inferSelect }): Head {
  let event: RecordedEvent | undefined
  return {
    ...head,
    get event() {
      event ??= toEvent(stored)
      return event
    },
  }
}

/**
 * Locks the delivery for this transaction: the row lock is the claim of a reaction that stays inside the database.
 * `busy`: somebody else is at it, or was in the meantime. `held`: somebody is talking to the outside because of it.
 */
export async function lock(
  tx: Database,
  { eventId, module, attempts }: Head,
): Promise<'ours' | 'busy' | 'held'> {
  const [locked] = await execute<{ held: boolean }>(tx, LOCK, [eventId, module, attempts])
  if (!locked) return 'busy'
  return locked.held ? 'held' : 'ours'
}

const LOCK = `
  select coalesce(claimed_until > clock_timestamp(), false) as held from log.deliveries
  where event_id = $1::uuid and module = $2 and status = 'PENDING' and attempts = $3
  for update skip locked`

/** Locks the delivery if the claim still holds it: what comes of an older claim must change nothing. */
export async function lockClaimed(tx: Database, head: Head, claim: string): Promise<boolean> {
  const rows = await tx
    .select({ eventId: deliveries.eventId })
    .from(deliveries)
    .where(and(isKey(head), eq(deliveries.status, 'PENDING'), eq(deliveries.claim, claim)))
    .for('update')
  return rows.length > 0
}

/** Holds the delivery beyond the transaction, while its reaction talks to the outside. */
export async function claim(tx: Database, head: Head): Promise<string> {
  const token = randomUUID()
  await tx
    .update(deliveries)
    .set({ claim: token, claimedUntil: sql`clock_timestamp() + ${CLAIM_MS} * interval '1 ms'` })
    .where(isKey(head))
  return token
}

/**
 * Counts a try before it begins. Answers false, and buries the delivery, when too many tries never reported back.
 * Only what the sweep had to find is counted so: the first run of a delivery needs no transaction more.
 */
export async function countClaim(head: Head): Promise<boolean> {
  const [row] = await db()
    .update(deliveries)
    .set({ claims: sql`${deliveries.claims} + 1` })
    .where(
      and(
        isKey(head),
        eq(deliveries.status, 'PENDING'),
        // Who finds that somebody else holds it, or was faster, begins no try.
        eq(deliveries.attempts, head.attempts),
        sql`coalesce(${deliveries.claimedUntil} < clock_timestamp(), true)`,
      ),
    )
    .returning({ claims: deliveries.claims })
  if (!row || row.claims <= MAX_CLAIMS) return true
  await transaction(async (tx) => {
    const [buried] = await tx
      .update(deliveries)
      .set({ ...reported, status: 'DEAD', error: POISON })
      .where(and(isKey(head), eq(deliveries.status, 'PENDING')))
      .returning({ eventId: deliveries.eventId })
    if (buried) await note(tx, head, { kind: 'DEAD', attempt: head.attempts + 1, error: POISON })
  })
  return false
}

/** The database was at fault, and the process lived: what was counted is taken back, if that can be written. */
export async function uncountClaim(head: Head): Promise<void> {
  if (head.swept === 0) return
  const claims = sql`greatest(${deliveries.claims} - 1, 0)`
  await db()
    .update(deliveries)
    .set({ claims })
    .where(isKey(head))
    .catch(() => {})
}

export type Failure = { message: string; stack: string | null; final: boolean }

export function failureOf(error: unknown): Failure {
  // What Drizzle says of a failed query repeats its values, which may be somebody's address.
  const told = error instanceof DrizzleQueryError ? error.cause : error
  const { message, stack } = told instanceof Error ? told : new Error(String(told))
  // A refusal would be refused again: retrying it helps nobody.
  return { message, stack: stack ?? null, final: error instanceof DomainError }
}

/**
 * Writes a failed try down, in a transaction of its own: the reaction's is rolled back. Answers in how many
 * milliseconds the next try is due, null when the delivery is DEAD, undefined when somebody else has reported already.
 */
export async function fail(head: Head, failure: Failure, claim?: string): Promise<number | null | undefined> {
  const attempts = head.attempts + 1
  const backoff = FIRST_BACKOFF_MS * 4 ** head.attempts * (0.8 + 0.4 * Math.random()) * settings().timeScale
  const row = await transaction(async (tx) => {
    const [failed] = await tx
      .update(deliveries)
      .set({
        ...reported,
        attempts,
        status: failure.final || attempts >= MAX_ATTEMPTS ? 'DEAD' : 'PENDING',
        nextAttemptAt: sql`clock_timestamp() + ${backoff} * interval '1 ms'`,
        error: failure.message,
        errorStack: failure.stack,
      })
      .where(
        and(
          isKey(head),
          eq(deliveries.status, 'PENDING'),
          eq(deliveries.attempts, head.attempts),
          claim === undefined ? undefined : eq(deliveries.claim, claim),
        ),
      )
      .returning({ status: deliveries.status, nextAttemptAt: deliveries.nextAttemptAt })
    if (!failed) return undefined
    const dead = failed.status === 'DEAD'
    await note(tx, head, {
      kind: dead ? 'DEAD' : 'FAILED',
      attempt: attempts,
      nextAttemptAt: dead ? null : failed.nextAttemptAt,
      error: failure.message,
      errorStack: failure.stack,
    })
    return failed
  })
  if (!row) return undefined
  announceCommit()
  return row.status === 'DEAD' ? null : backoff
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
  await db()
    .update(deliveries)
    .set({ duplicates: sql`${deliveries.duplicates} + 1` })
    .where(
      and(
        inArray(deliveries.eventId, eventIds),
        eq(deliveries.module, module),
        eq(deliveries.status, 'DONE'),
      ),
    )
}

import { and, eq, sql } from 'drizzle-orm'
import { type Database, db, transaction } from './database/connect'
import { all, execute, type Form, one, oneOrAll } from './database/prepared'
import { type Head, isKey, note, reported } from './deliveries'
import type { Policy } from './policy'
import { deliveries } from './tables'
import { tried } from './tries'
import { isEndpoint } from './whose'

/** A delivery whose process dies again and again is poison, even though it never reports an error. */
const MAX_CLAIMS = 10
export const POISON = `${MAX_CLAIMS} tries began and none reported back: the process died each time`
/** After so many it is a suspect. Those that were only beside it when it killed their process are suspects too. */
const SUSPECT_AFTER = 3
/** So much longer than its call may take a claim holds; after that somebody else may look what became of it. */
const CLAIM_SLACK_MS = 1_000

/** What became of a delivery that was to be locked. */
export type Locked =
  | 'ours'
  /** Somebody else is at it, or was in the meantime. */
  | 'busy'
  /** Somebody is talking to the outside because of it. */
  | 'held'

/**
 * Locks deliveries of one module, which were tried as often as each other, for this transaction: the row lock is the claim
 * of a reaction that stays inside the database.
 */
export async function lock(tx: Database, heads: Head[]): Promise<Locked[]> {
  const rows = await execute<{ eventId: string; held: boolean }>(tx, heads.length > 1 ? LOCK_ALL : LOCK, [
    oneOrAll(heads.map(({ eventId }) => eventId)),
    heads[0]?.module,
    heads[0]?.attempts,
  ])
  const locked = new Map(rows.map(({ eventId, held }) => [eventId, held ? 'held' : 'ours'] as const))
  return heads.map(({ eventId }) => locked.get(eventId) ?? 'busy')
}

const locking = ({ is }: Form) => `
  select event_id as "eventId", coalesce(claimed_until > clock_timestamp(), false) as held from log.deliveries
  where event_id ${is('$1::uuid')} and module = $2 and status = 'PENDING' and attempts = $3
  for update skip locked`

const LOCK = locking(one)
const LOCK_ALL = locking(all)

/** Locks those deliveries that the claim still holds: what comes of an older claim must change nothing. */
export const lockClaimed =
  (claim: string) =>
  async (tx: Database, heads: Head[]): Promise<Locked[]> => {
    const rows = await execute<{ eventId: string }>(tx, heads.length > 1 ? LOCK_CLAIMED_ALL : LOCK_CLAIMED, [
      oneOrAll(heads.map(({ eventId }) => eventId)),
      heads[0]?.module,
      claim,
    ])
    const locked = new Set(rows.map(({ eventId }) => eventId))
    return heads.map(({ eventId }) => (locked.has(eventId) ? 'ours' : 'held'))
  }

const lockingClaimed = ({ is }: Form) => `
  select event_id as "eventId" from log.deliveries
  where event_id ${is('$1::uuid')} and module = $2 and status in ('PENDING', 'HELD') and claim = $3
  order by event_id for update`

const LOCK_CLAIMED = lockingClaimed(one)
const LOCK_CLAIMED_ALL = lockingClaimed(all)

/** Holds deliveries beyond the transaction, while their reactions talk to the outside. */
export const claimAll = (claim: string, callMs: number) => (tx: Database, heads: Head[]) =>
  execute(tx, heads.length > 1 ? CLAIM_ALL : CLAIM, [
    oneOrAll(heads.map(({ eventId }) => eventId)),
    heads[0]?.module,
    claim,
    callMs + CLAIM_SLACK_MS,
  ])

const claiming = ({ is }: Form) => `
  update log.deliveries set claim = $3, claimed_until = clock_timestamp() + $4::float8 * interval '1 ms'
  where event_id ${is('$1::uuid')} and module = $2`

const CLAIM = claiming(one)
const CLAIM_ALL = claiming(all)

/** Those of modules, and those of endpoints, who are waited for longer. */
const suspects = {
  module: Promise.resolve<unknown>(undefined),
  endpoint: Promise.resolve<unknown>(undefined),
}

/**
 * Runs suspects one at a time, so that the next death is the guilty one's alone: it is buried in the end, and whoever
 * was beside it goes through.
 */
export function onProbation<T>({ claims, module }: Head, work: () => Promise<T>): Promise<T> {
  if (claims < SUSPECT_AFTER) return work()
  const whose = isEndpoint(module) ? 'endpoint' : 'module'
  const run = suspects[whose].then(work)
  suspects[whose] = run.catch(() => {})
  return run
}

/** What is to be taken back and could not be written yet, because the database was away then too: by delivery. */
const owed = new Map<string, number>()
const nameOf = ({ eventId, module }: Head) => `${eventId} ${module}`

/**
 * Counts a try before it begins. Answers false, and buries the delivery, when too many tries never reported back.
 * Only what the sweep had to find is counted so: the first run of a delivery needs no transaction more.
 */
export async function countClaim(head: Head, end: Policy['end']): Promise<boolean> {
  const back = owed.get(nameOf(head)) ?? 0
  const [row] = await db()
    .update(deliveries)
    .set({ claims: sql`greatest(${deliveries.claims} - ${back}, 0) + 1` })
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
  owed.delete(nameOf(head))
  if (!row || row.claims <= MAX_CLAIMS) return true
  await transaction(async (tx) => {
    const [buried] = await tx
      .update(deliveries)
      .set({ ...reported, status: end, error: POISON })
      .where(and(isKey(head), eq(deliveries.status, 'PENDING')))
      .returning({ eventId: deliveries.eventId })
    if (!buried) return
    await note(tx, head, { kind: 'DEAD', attempt: head.attempts + 1, error: POISON })
    tried(head, 'dead')
  })
  return false
}

/** Whether a delivery may share its transaction, and with it the fate of its process. */
export const isUnsuspected = (head: Head) => head.claims < SUSPECT_AFTER && !owed.has(nameOf(head))

/** The same for several of one module that nobody suspects yet, in one statement. */
export async function countClaims(heads: Head[]): Promise<void> {
  const swept = heads.filter(({ swept }) => swept > 0)
  if (swept[0]) await execute(db(), COUNT, [swept.map(({ eventId }) => eventId), swept[0].module])
}

const COUNT = `
  update log.deliveries set claims = claims + 1 where (event_id, module) in (
    select event_id, module from log.deliveries
    where event_id = any($1::uuid[]) and module = $2 and status = 'PENDING' and attempts = 0
      and coalesce(claimed_until < clock_timestamp(), true)
    order by event_id for update skip locked)`

/** The database was at fault, and the process lived: what was counted is taken back, at once or with the next count. */
export async function uncountClaim(head: Head): Promise<void> {
  if (head.swept === 0) return
  const back = (owed.get(nameOf(head)) ?? 0) + 1
  owed.set(nameOf(head), back)
  const claims = sql`greatest(${deliveries.claims} - ${back}, 0)`
  await db()
    .update(deliveries)
    .set({ claims })
    .where(isKey(head))
    .then(() => owed.delete(nameOf(head)))
    .catch(() => {})
}

import { createHash } from 'node:crypto'
import { and, eq, gt, inArray, lte, sql } from 'drizzle-orm'
import superjson from 'superjson'
import { z } from 'zod'
import { conflict, unprocessable } from '@/server/kernel/errors'
import { type Database, db } from './database/connect'
import { seal, unseal } from './sealed'
import { answers } from './tables'

/** What a caller sends with a request that it may have to repeat: the same key means the same request. */
export const IdempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,255}$/, 'must be 1 to 255 visible ASCII characters, without spaces')

/** A request that must have its effect once, however often it arrives: its key, and all that was asked. */
export type Once = { key: string; request: unknown }

/** Long enough for every retry; afterwards the key is as good as new. */
const KEPT = sql`interval '24 hours'`
/** Expired rows that go with each new one: more than come in, and never many at once. */
const TIDIED = 20

/** The answer of a request that was answered already. Asked before anything is checked anew: facts may have changed since. */
export async function findAnswer<T>(once: Once | undefined): Promise<T | undefined> {
  return once && (await read<T>(db(), once))
}

/**
 * Does the work and keeps its answer, in one transaction with the effect; or answers as the first time. Refuses while the
 * first is still at it. What was refused has had no effect, so nothing is kept of it and it may be asked again.
 */
export async function answerOnce<T>(tx: Database, once: Once, work: () => Promise<T>): Promise<T> {
  await lock(tx, once)
  // Looked up after the lock is ours: the first has committed, or is undone.
  const known = await read<T>(tx, once)
  if (known !== undefined) return known
  const answer = await work()
  await keep(tx, once, answer)
  return answer
}

async function lock(tx: Database, { key }: Once): Promise<void> {
  const { rows } = (await tx.execute(sql`
    select pg_try_advisory_xact_lock(hashtextextended(${digest(key)}, 0)) as ours
  `)) as unknown as { rows: [{ ours: boolean }] }
  if (rows[0].ours) return
  throw conflict('A request with this Idempotency-Key is still under way. Ask again in a moment.', {
    kind: 'request-in-progress',
  })
}

async function read<T>(database: Database, { key, request }: Once): Promise<T | undefined> {
  const [row] = await database
    .select()
    .from(answers)
    .where(and(eq(answers.key, digest(key)), gt(answers.answeredAt, sql`clock_timestamp() - ${KEPT}`)))
  if (!row) return
  if (row.request === requestDigest(request)) return superjson.parse<T>(unseal(row.answer, cipherKey(key)))
  throw unprocessable('This Idempotency-Key was used for another request. A new request needs a new key.', {
    kind: 'idempotency-key-reused',
  })
}

async function keep(tx: Database, { key, request }: Once, answer: unknown): Promise<void> {
  const expired = tx
    .select({ key: answers.key })
    .from(answers)
    .where(lte(answers.answeredAt, sql`clock_timestamp() - ${KEPT}`))
    .orderBy(answers.answeredAt)
    .limit(TIDIED)
    .for('update', { skipLocked: true })
  await tx.delete(answers).where(inArray(answers.key, expired))
  const row = { request: requestDigest(request), answer: seal(superjson.stringify(answer), cipherKey(key)) }
  await tx
    .insert(answers)
    .values({ key: digest(key), ...row })
    .onConflictDoUpdate({ target: answers.key, set: { ...row, answeredAt: sql`clock_timestamp()` } })
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex')

/** Bodies come parsed by their schemas, so that their fields stand in one order. */
const requestDigest = (request: unknown) => digest(JSON.stringify(request))

/**
 * An answer may hold a secret, such as an order's access token, that is kept nowhere else in plain text. So it is locked with
 * the caller's key, of which only a digest is stored: the table alone opens nothing.
 */
const cipherKey = (key: string) => createHash('sha256').update(`answer ${key}`).digest()

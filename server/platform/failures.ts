import { and, DrizzleQueryError, eq, sql } from 'drizzle-orm'
import { DomainError } from '@/server/kernel/errors'
import { announceCommit } from './commits'
import { transaction } from './database/connect'
import { type Head, isKey, note, reported } from './deliveries'
import { settings } from './settings'
import { deliveries } from './tables'

/** One try and three retries; then the dead letter queue. */
export const MAX_ATTEMPTS = 4
const FIRST_BACKOFF_MS = 500

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

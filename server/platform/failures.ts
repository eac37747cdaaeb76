import { and, DrizzleQueryError, eq, sql } from 'drizzle-orm'
import { DomainError } from '@/server/kernel/errors'
import { announceCommit } from './commits'
import { transaction } from './database/connect'
import { type Head, isKey, note, reported } from './deliveries'
import type { Policy } from './policy'
import { deliveries } from './tables'

export type Failure = {
  message: string
  stack: string | null
  /** Trying again would help nobody. */
  final: boolean
  /** The outside asked for so much patience. */
  patienceMs?: number
}

/** What the outside says when it does not do what it was asked for: no fault of ours, so where it was thrown does not matter. */
export class Unwilling extends Error {
  constructor(
    message: string,
    readonly patienceMs?: number,
  ) {
    super(message)
  }
}

export function failureOf(error: unknown): Failure {
  // What Drizzle says of a failed query repeats its values, which may be somebody's address.
  const told = error instanceof DrizzleQueryError ? error.cause : error
  const { message, stack } = told instanceof Error ? told : new Error(String(told))
  if (told instanceof Unwilling) return { message, stack: null, final: false, patienceMs: told.patienceMs }
  // A refusal would be refused again: retrying it helps nobody.
  return { message, stack: stack ?? null, final: error instanceof DomainError }
}

/**
 * Writes a failed try down, in a transaction of its own: the reaction's is rolled back. Answers in how many
 * milliseconds the next try is due, null when there is none, undefined when somebody else has reported already.
 */
export async function fail(
  head: Head,
  failure: Failure,
  { backoff, end }: Pick<Policy, 'backoff' | 'end'>,
  claim?: string,
): Promise<number | null | undefined> {
  const attempts = head.attempts + 1
  const planned = failure.final ? undefined : backoff(attempts)
  const inMs = planned === undefined ? null : Math.max(planned, failure.patienceMs ?? 0)
  const failed = await transaction(async (tx) => {
    const [row] = await tx
      .update(deliveries)
      .set({
        ...reported,
        attempts,
        status: inMs === null ? end : 'PENDING',
        nextAttemptAt: sql`clock_timestamp() + ${inMs ?? 0} * interval '1 ms'`,
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
      .returning({ nextAttemptAt: deliveries.nextAttemptAt })
    if (row)
      await note(tx, head, {
        kind: inMs === null ? 'DEAD' : 'FAILED',
        attempt: attempts,
        nextAttemptAt: inMs === null ? null : row.nextAttemptAt,
        error: failure.message,
        errorStack: failure.stack,
      })
    return row !== undefined
  })
  if (!failed) return undefined
  announceCommit()
  return inMs
}

import { DrizzleQueryError } from 'drizzle-orm'

/**
 * An error as a log may have it. What Drizzle and Postgres say of a statement that failed repeats its values, which may be
 * somebody's address or a session's token: of those only what went wrong, and where.
 */
export function loggable(error: unknown): unknown {
  if (!(error instanceof DrizzleQueryError)) return error
  const { cause } = error
  return cause instanceof Error ? (cause.stack ?? cause.message) : 'A statement failed'
}

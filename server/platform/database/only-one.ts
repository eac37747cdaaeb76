import { sql } from 'drizzle-orm'
import type { Database } from './connect'

/** How often to ask again for a lock that another process has. */
export const POLL_MS = 200

/**
 * Does the work unless another process is at it, and answers whether. The lock goes with the transaction, however that
 * ends. It is never waited for: one who waits inside a statement holds a snapshot, and no index is finished before all
 * older snapshots are gone, so that the one who builds it and the one who waits would wait for each other.
 */
export async function onlyOne(tx: Database, lock: number, work: () => Promise<void>): Promise<boolean> {
  // Some servers end a session that idles in a transaction, as this one does while the work is done in others.
  await tx.execute(sql`set local idle_in_transaction_session_timeout = 0`)
  // Without parameters: after a statement with some, the session would keep its snapshot until the next one.
  const asked = await tx.execute(sql`select pg_try_advisory_xact_lock(${lock}) as mine`.inlineParams())
  const { rows } = asked as unknown as { rows: [{ mine: boolean }] }
  if (rows[0].mine) await work()
  return rows[0].mine
}

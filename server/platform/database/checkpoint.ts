import { sql } from 'drizzle-orm'
import { backupUnderWay } from '../backup/under-way'
import { log } from '../log'
import { owning } from './app-role'
import type { Connection } from './connect'

const EVERY_MS = 30_000
const MOST_BYTES = 64 * 2 ** 20

/**
 * A Postgres server has a process that writes checkpoints. The embedded one has none: unasked, it would keep the log of all that
 * was ever written since its start, and read it again after a crash. Answers how to end it.
 */
export function writeCheckpoints({ session }: Pick<Connection, 'session'>): () => void {
  const timer = setInterval(() => {
    if (backupUnderWay.get()) return
    session((database) => owning(database, () => checkpoint(database, MOST_BYTES))).catch((error) =>
      log.warn({ error }, 'A checkpoint could not be written and will be tried again'),
    )
  }, EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}

/** Writes a checkpoint if so much was written since the last one. */
export async function checkpoint(session: Connection['db'], moreThan: number): Promise<void> {
  const { rows } = (await session.execute(sql`
    select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn) > ${moreThan} as due
    from pg_control_checkpoint()`)) as unknown as { rows: [{ due: boolean }] }
  if (rows[0].due) await session.execute(sql`checkpoint`)
}

import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator'
import type { Connection } from './connect'

/** Any number will do, as long as it is always the same one. */
const MIGRATION_LOCK = 7_462_401

/**
 * Brings the schema up to date. Safe when several processes boot at once: a second connection holds a lock around all
 * migrations, so the others wait and then find nothing left to do. The embedded database has one process only.
 */
export async function migrateDatabase({ db, shared, transaction }: Connection): Promise<void> {
  // All drivers' migrators are this one; it asks for nothing that only node-postgres has.
  const run = () =>
    runMigrations(db as unknown as NodePgDatabase, { migrationsFolder: join(process.cwd(), 'drizzle') })
  if (!shared) return run()
  await transaction(async (lock) => {
    // It may take as long as it takes.
    await lock.execute(sql`set local lock_timeout = 0`)
    await lock.execute(sql`set local idle_in_transaction_session_timeout = 0`)
    await lock.execute(sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`)
    await run()
  })
}

import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator'
import { log } from '../log'
import { APP_ROLE, asOwner, giveRights } from './app-role'
import type { Connection, Database } from './connect'
import { migrateOnline } from './migrate-online'
import { onlyOne, POLL_MS } from './only-one'

/** Any number will do, as long as it is always the same one. */
const LOCK = 7_462_401
/** Of one lock: while a change of a table waits for those who use it, all others wait behind it. */
const LOCK_TIMEOUT_MS = 200
/** Of one statement: what takes longer has no place in a transaction that holds such locks. */
const STATEMENT_TIMEOUT_MS = 1_000
/** Between two tries the tables are everybody's. */
const RETRY_MS = 1_000
const GIVE_UP_MS = 300_000

/** Brings the database up to date to the very end, for a process that serves nobody meanwhile. */
export async function migrateDatabase(connection: Connection): Promise<void> {
  await migrateSchema(connection)
  await migrateOnline(connection)
}

/**
 * What the code cannot do without: `drizzle/*.sql`, in one short transaction, also when several processes boot at once.
 * A table that is used for long is left to its users, and asked for again.
 */
export async function migrateSchema({ transaction, workAsApp }: Connection): Promise<void> {
  const latest = Date.now() + GIVE_UP_MS
  for (;;) {
    try {
      if (await transaction((tx) => onlyOne(tx, LOCK, () => run(tx)))) break
      await wait(POLL_MS)
    } catch (error) {
      if (!isHindered(error)) throw error
      if (Date.now() > latest) throw new Error(GAVE_UP, { cause: error })
      await wait(RETRY_MS)
    }
  }
  // Apart, for the migrator commits by itself.
  while (!(await transaction((tx) => onlyOne(tx, LOCK, () => giveRights(tx))))) await wait(POLL_MS)
  if (!(await workAsApp())) log.warn(ALL_RIGHTS)
}

async function run(tx: Database): Promise<void> {
  await asOwner(tx)
  await tx.execute(sql.raw(`set local lock_timeout = ${LOCK_TIMEOUT_MS}`))
  await tx.execute(sql.raw(`set local statement_timeout = ${STATEMENT_TIMEOUT_MS}`))
  // All drivers' migrators are this one; it asks for nothing that only node-postgres has.
  await runMigrations(tx as unknown as NodePgDatabase, { migrationsFolder: join(process.cwd(), 'drizzle') })
}

const ALL_RIGHTS =
  'The app works with all rights of the user in DATABASE_URL: only a trigger keeps the log as it is. To take them away, ' +
  `let somebody who may run: create role ${APP_ROLE} nologin; grant ${APP_ROLE} to <that user>; and start again.`

const GAVE_UP =
  `The schema could not be changed within ${GIVE_UP_MS / 60_000} minutes, and is as it was. Either a table was in use ` +
  'all the time: look in pg_stat_activity for the transaction that is open for so long, end it, and start again. Or a ' +
  `statement took longer than ${STATEMENT_TIMEOUT_MS} ms: then it belongs into drizzle/online, see docs/migrations.md.`

/** By lock_timeout, by statement_timeout, or by a transaction that took the same tables in another order. */
const hindrances = ['55P03', '57014', '40P01']

function isHindered(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && hindrances.includes(String(cause.code))) return true
  }
  return false
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type SQL, sql } from 'drizzle-orm'
import { log } from '../log'
import { owning } from './app-role'
import type { Connection, Database } from './connect'
import { onlyOne, POLL_MS } from './only-one'

/** Any number will do, as long as it is always the same one, and not that of the schema. */
const LOCK = 7_462_402
const RETRY_MS = 60_000

/**
 * What takes its time and may be finished late: `drizzle/online/*.sql`, which builds indexes and fills in rows, each
 * statement by itself and beside everybody's work. One of several processes does it; what was interrupted is taken up
 * again by the next one.
 */
export async function migrateOnline({ shared, session, transaction }: Connection): Promise<void> {
  // The embedded database has one process, and one session: there is no second one that could hold a lock.
  if (!shared) return session(patiently)
  while (!(await transaction((tx) => onlyOne(tx, LOCK, () => session(patiently))))) await wait(POLL_MS)
}

/** As the owner of the tables. Everybody may be waited for, for nobody waits for this. */
async function patiently(database: Database): Promise<void> {
  const [patience] = await column(database, sql`show lock_timeout`)
  await database.execute(sql`set lock_timeout = 0`)
  try {
    await owning(database, () => run(database))
  } finally {
    await database.execute(sql`select set_config('lock_timeout', ${patience}, false)`)
  }
}

/** The same for a process that serves already: it never fails, and tries again. */
export async function migrateBehind(connection: Connection, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    try {
      return await migrateOnline(connection)
    } catch (error) {
      if (stop.aborted) return
      log.warn({ error }, 'A migration beside the work was interrupted, and will be taken up again')
      await wait(RETRY_MS, undefined, { signal: stop, ref: false }).catch(() => {})
    }
  }
}

async function run(db: Database): Promise<void> {
  await db.execute(sql`create table if not exists drizzle.online_migrations
    (name text primary key, done_at timestamptz not null default clock_timestamp())`)
  const done = new Set(await column(db, sql`select name from drizzle.online_migrations`))
  const folder = join(process.cwd(), 'drizzle/online')
  const pending = readdirSync(folder).filter((name) => !done.has(name))
  if (pending.length > 0) await dropLeftovers(db)
  for (const name of pending.sort()) {
    const statements = readFileSync(join(folder, name), 'utf8').split('--> statement-breakpoint')
    for (const statement of statements) await db.execute(sql.raw(statement))
    await db.execute(sql`insert into drizzle.online_migrations (name) values (${name})`)
  }
}

/**
 * An index whose building was interrupted stays, is kept up with every row, and is never read. A building can also
 * outlive the process that asked for it: that one is waited for.
 */
async function dropLeftovers(db: Database): Promise<void> {
  const building = sql`select pid from pg_stat_progress_create_index where datname = current_database()`
  while ((await column(db, building)).length > 0) await wait(POLL_MS)
  const leftovers = await column(
    db,
    sql`select indexrelid::regclass::text from pg_index where not indisvalid`,
  )
  for (const name of leftovers) await db.execute(sql.raw(`drop index concurrently if exists ${name}`))
}

async function column(db: Database, query: SQL): Promise<unknown[]> {
  const { rows } = (await db.execute(query)) as unknown as { rows: Record<string, unknown>[] }
  return rows.flatMap(Object.values)
}

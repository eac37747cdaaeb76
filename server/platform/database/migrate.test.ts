import { readdirSync } from 'node:fs'
import { is, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { Client, Pool } from 'pg'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import * as inventory from '@/server/modules/inventory/infrastructure/tables'
import * as orders from '@/server/modules/orders/infrastructure/tables'
import * as payments from '@/server/modules/payments/infrastructure/tables'
import * as shipments from '@/server/modules/shipments/infrastructure/tables'
import { createTestDatabase } from '@/server/testing/database'
import { temporaryFolder } from '@/server/testing/folder'
import { migrateUntil } from '@/server/testing/former-release'
import * as platform from '../tables'
import { asOwner } from './app-role'
import { type Connection, connected, connectTo, type Database, db } from './connect'
import { EmbeddedSocket, openEmbedded } from './embedded'
import { migrateDatabase, migrateSchema } from './migrate'
import { migrateOnline } from './migrate-online'

const online = readdirSync('drizzle/online').toSorted()

/** More than one batch of what fills in the rows. */
const ORDERS = 1_200

async function formerStore(db: Database) {
  await migrateUntil('0001_append_only', db)
  await db.execute(sql`
    insert into orders.orders (id, customer_id, email, items, shipping_address, total_cents, currency, payment_method,
      status, access_token_hash, placed_at, updated_at)
    select ('01900000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'customer-' || n, n || '@example.com',
      '[{"sku": "MUG-01"}]', '{"name": "A. Customer"}', 100, 'EUR', 'pm_card_visa', 'SHIPPED', '', now(), now()
    from generate_series(1, ${ORDERS}::int) n`)
}

async function rows<T>(db: Database, text: string): Promise<T[]> {
  return ((await db.execute(sql.raw(text))) as unknown as { rows: T[] }).rows
}

const searchable = (db: Database) =>
  rows<{ count: number }>(db, 'select count(*)::int as count from orders.search').then(([row]) => row?.count)

const invalid = async (db: Database) =>
  (
    await rows<{ name: string }>(
      db,
      `
    select indexrelid::regclass::text as name from pg_index where not indisvalid`,
    )
  ).map(({ name }) => name)

/** What only the owner may look at. */
const done = (db: Database) =>
  db.transaction(async (tx) => {
    await asOwner(tx)
    const found = await rows<{ name: string }>(tx, 'select name from drizzle.online_migrations')
    return found.map(({ name }) => name)
  })

it('what drizzle-kit generated and somebody moved to drizzle/online was not lost on the way', async () => {
  // Beside the work of the run's own app, which may be at it still.
  await migrateOnline(connected())
  const wanted = [platform, orders, inventory, payments, shipments].flatMap((tables) =>
    Object.values(tables).flatMap((table) =>
      is(table, PgTable) ? getTableConfig(table).indexes.map(({ config }) => config.name) : [],
    ),
  )
  expect(wanted.length).toBeGreaterThan(20)
  const there = await rows<{ name: string }>(
    db(),
    `select relname as name from pg_index join pg_class on oid = indexrelid where indisvalid`,
  )
  const missing = new Set(wanted)
  for (const { name } of there) missing.delete(name)
  expect([...missing]).toEqual([])
})

it('a store of the release before keeps its orders, can find them, and has lost the indexes of before', async () => {
  const postgres = await openEmbedded(temporaryFolder())
  const pool = new Pool({ max: 1, stream: () => new EmbeddedSocket(postgres) as never, user: 'postgres' })
  onTestFinished(async () => {
    await pool.end()
    await postgres.close()
  })
  const store = drizzle({ client: pool }) as unknown as Database
  const connection: Connection = {
    db: store,
    session: (work) => work(store),
    workAsApp: async () => true,
    transaction: (work) => store.transaction(work),
    name: 'embedded',
    shared: false,
    pool: () => ({ total: 1, idle: 1, waiting: 0 }),
    sever: () => {},
    close: async () => {},
  }
  await formerStore(store)
  await migrateSchema(connection)
  expect(await searchable(store)).toBe(0)
  await migrateOnline(connection)
  expect(await searchable(store)).toBe(ORDERS)
  expect(await rows(store, `select words from orders.search where words like '% 1200@example.com%'`)).toEqual(
    [
      {
        words: ' 00001200 000000001200 customer-1200 1200@example.com a. customer mug-01',
      },
    ],
  )
  expect(
    await rows(store, `select from pg_class where relname in ('events_by_time', 'orders_by_time')`),
  ).toEqual([])
  expect(await done(store)).toEqual(online)
  await migrateDatabase(connection)
})

// The rest needs a second session; CI gives a server.
const server = process.env.DATABASE_URL
describe.runIf(server)('on Postgres', () => {
  async function openFormerStore() {
    const url = await createTestDatabase(server ?? '')
    const connection = await connectTo(url)
    await formerStore(connection.db)
    const [other, watcher] = [new Client({ connectionString: url }), new Client({ connectionString: url })]
    for (const client of [other, watcher]) await client.connect()
    onTestFinished(async () => {
      for (const client of [other, watcher]) await client.end()
      await connection.close()
    })
    return { connection, other, watcher }
  }

  /** Waits until a session waits for a lock in such a statement, and answers which. */
  async function waiting(watcher: Client, statement: string): Promise<number> {
    let pid: number | undefined
    await vi.waitFor(
      async () => {
        const { rows: found } = await watcher.query<{ pid: number }>(
          `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
             and query ilike '${statement}'`,
        )
        pid = found[0]?.pid
        expect(pid).toBeDefined()
      },
      { timeout: 10_000 },
    )
    return pid ?? 0
  }

  /** As a crash of its process, or of the network, ends it. */
  const end = (watcher: Client, pid: number) => watcher.query(`select pg_terminate_backend(${pid}, 5000)`)

  it('rows that were filled in when it was interrupted stay, the others come the next time', async () => {
    const { connection, other, watcher } = await openFormerStore()
    await migrateSchema(connection)
    await other.query('begin')
    await other.query(`insert into orders.search values ('01900000-0000-7000-8000-000000000700', 'not yet')`)
    const interrupted = expect(migrateOnline(connection)).rejects.toThrow()
    await end(watcher, await waiting(watcher, '%orders from before%'))
    await interrupted
    expect(await searchable(connection.db)).toBe(500)
    expect(await done(connection.db)).toEqual([])
    await other.query('rollback')
    await migrateOnline(connection)
    expect(await searchable(connection.db)).toBe(ORDERS)
  })

  it('an index whose building was interrupted is built again', async () => {
    const { connection, other, watcher } = await openFormerStore()
    await migrateSchema(connection)
    await other.query('begin')
    await other.query('lock table log.events in row exclusive mode')
    const interrupted = expect(migrateOnline(connection)).rejects.toThrow()
    await end(watcher, await waiting(watcher, '%index concurrently%on "log"."events"%'))
    await interrupted
    expect(await invalid(connection.db)).toEqual(['log.events_by_aggregate_type'])
    await other.query('rollback')
    await migrateOnline(connection)
    expect(await invalid(connection.db)).toEqual([])
    expect(await done(connection.db)).toEqual(online)
  })

  it('a table that is being read is not waited for with everybody behind', async () => {
    const { connection, other, watcher } = await openFormerStore()
    await other.query('begin')
    await other.query('select from inventory.movements')
    const migrated = migrateSchema(connection)
    // The reader that comes later is let through although the change of the table came first.
    await waiting(watcher, '%alter table%movements%')
    await connection.db.execute(sql`select from inventory.movements`)
    expect(await rows(connection.db, `select from pg_class where relname = 'incidents'`)).toEqual([])
    await other.query('rollback')
    await migrated
    expect(await rows(connection.db, `select from pg_class where relname = 'incidents'`)).toHaveLength(1)
  })

  it('an order that a process of the release before places meanwhile can be found', async () => {
    const { connection, other } = await openFormerStore()
    await migrateSchema(connection)
    await other.query(`insert into orders.orders (id, customer_id, items, shipping_address, total_cents, currency,
        payment_method, status, access_token_hash, placed_at, updated_at)
      select gen_random_uuid(), 'the-old-way', items, shipping_address, 100, 'EUR', '', 'PENDING', '', now(), now()
      from orders.orders limit 1`)
    expect(
      await rows(connection.db, `select from orders.search where words like '%the-old-way%'`),
    ).toHaveLength(1)
  })
})

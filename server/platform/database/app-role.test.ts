import { sql } from 'drizzle-orm'
import { Client } from 'pg'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { log } from '@/server/platform/log'
import { createTestDatabase } from '@/server/testing/database'
import { aProduct, order } from '@/server/testing/orders'
import { settled } from '@/server/testing/stories'
import { APP_ROLE, asOwner } from './app-role'
import { connectTo, type Database, db, transaction } from './connect'
import { migrateDatabase } from './migrate'

async function rows<T>(database: Database, text: string): Promise<T[]> {
  return ((await database.execute(sql.raw(text))) as unknown as { rows: T[] }).rows
}

/** What Postgres says to a statement that it refuses. */
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    ({ cause }: { cause: Error & { code: string } }) => `${cause.code} ${cause.message}`,
  )

const asApp = (statement: string) => db().execute(sql.raw(statement))
const owning = (statement: string) =>
  transaction(async (tx) => {
    await asOwner(tx)
    await tx.execute(sql.raw(statement))
  })

const appendOnly = ['log.events', 'access.audit']
const changes = (table: string) => [
  `update ${table} set position = default where false`,
  `delete from ${table} where false`,
  `truncate ${table}`,
]

describe('the app', () => {
  it('works as a role of its own, which owns nothing and cannot log in', async () => {
    expect(await rows(db(), 'select current_user as name')).toEqual([{ name: APP_ROLE }])
    expect(
      await rows(
        db(),
        `select rolcanlogin, rolsuper, rolcreaterole, rolbypassrls from pg_roles where rolname = current_user`,
      ),
    ).toEqual([{ rolcanlogin: false, rolsuper: false, rolcreaterole: false, rolbypassrls: false }])
    expect(await rows(db(), `select from pg_class where relowner = current_user::regrole`)).toEqual([])
  })

  it.each(appendOnly.flatMap(changes))('may not, and nobody may: %s', async (statement) => {
    expect(await refusalOf(asApp(statement))).toMatch(/^42501 permission denied for table \w+$/)
    expect(await refusalOf(owning(statement))).toMatch(/^23001 \w+\.\w+ is append-only: \w+ is refused$/)
  })

  it.each([
    'alter table log.events disable trigger events_append_only',
    'drop trigger events_append_only on log.events',
    'create or replace function log.refuse_change() returns trigger language plpgsql as $$ begin return null; end $$',
    'create table log.mine (id int)',
    'drop table access.audit',
    'create temp table t (lane text); create trigger t after insert on t for each row execute function log.forget()',
    'create schema mine',
    `grant update on log.events to ${APP_ROLE}`,
  ])('may not help itself: %s', async (statement) => {
    const done = await refusalOf(asApp(statement))
    // A grant of what one has not is not refused, but comes to nothing.
    if (!statement.startsWith('grant')) expect(done).toMatch(/^42501 /)
    expect(await refusalOf(asApp('update log.events set version = 2 where false'))).toMatch(/^42501 /)
  })

  it('has every right to every other table, and to these the two that it needs', async () => {
    const rights = await rows<{ name: string; rights: string }>(
      db(),
      `select c.oid::regclass::text as name, string_agg(r, ' ' order by r) as rights
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
         cross join unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) r
       where c.relkind in ('r', 'p') and nspname !~ '^(pg_|information_schema$|drizzle$)' and has_table_privilege(c.oid, r)
       group by c.oid`,
    )
    expect(rights.length).toBeGreaterThan(20)
    const few = rights.filter((table) => table.rights !== 'delete insert select update')
    expect(few.toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual(
      appendOnly.toSorted().map((name) => ({ name, rights: 'insert select' })),
    )
  })

  it('cannot change an event by telling that somebody is forgotten, but only take a person out of one', async () => {
    const { sku } = await aProduct(1)
    const orderId = await order({ sku, paymentMethod: 'pm_card_declined' })
    await settled(orderId)
    const story = () =>
      rows<{ payload: object }>(
        db(),
        `select sequence, event_type, payload, occurred_at from log.events
        where lane = '${orderId}' and event_type <> 'OrderPlaced' order by sequence`,
      )
    const before = await story()
    await transaction(async (tx) => {
      const lied = JSON.stringify({ orderId, erasedAt: 'never', by: 'x', items: [], totalAmount: 0 })
      await tx.execute(sql`
        insert into log.events (event_id, xid, event_type, aggregate_type, aggregate_id, lane, sequence, occurred_at,
          payload, version, correlation_id)
        select gen_random_uuid(), xid, 'PersonalDataErased', aggregate_type, lane, lane, 99, now(), ${lied}::jsonb, 1, lane
        from log.events where lane = ${orderId} and sequence = 1`)
      const [placed] = await rows<{ payload: object }>(
        tx,
        `select payload from log.events where lane = '${orderId}' and event_type = 'OrderPlaced'`,
      )
      expect(placed?.payload).toMatchObject({ totalAmount: 12.5, customerId: 'erased' })
      expect(
        await rows(
          tx,
          `select sequence, event_type, payload, occurred_at from log.events
        where lane = '${orderId}' and event_type <> 'OrderPlaced' and sequence < 99 order by sequence`,
        ),
      ).toEqual(before)
      throw new Error('undo')
    }).catch((error: Error) => expect(error.message).toBe('undo'))
  })
})

// The rest needs users of other kinds; CI gives a server.
const server = process.env.DATABASE_URL
describe.runIf(server)('on Postgres', () => {
  /** A database that belongs to a user with these attributes, who is no superuser. */
  async function ownedBy(attributes: string) {
    const url = new URL(await createTestDatabase(server ?? ''))
    const admin = new Client({ connectionString: url.href })
    await admin.connect()
    const user = `owner_${url.pathname.slice(-12)}`
    await admin.query(`create role ${user} login ${attributes}`)
    await admin.query(`alter database ${url.pathname.slice(1)} owner to ${user}`)
    // Extensions are trusted or not, whoever the app is.
    await admin.query('create extension if not exists pg_trgm')
    url.username = user
    const connection = await connectTo(url.href)
    onTestFinished(async () => {
      await connection.close()
      await admin.query(`alter database ${url.pathname.slice(1)} owner to current_user`)
      await admin.query(`reassign owned by ${user} to current_user`)
      await admin.query(`drop owned by ${user}`)
      await admin.query(`drop role ${user}`)
      await admin.end()
    })
    return { connection, admin, user }
  }

  const whoAmI = async (database: Database) =>
    (await rows<{ name: string }>(database, 'select current_user as name'))[0]?.name

  it('an owner who may create roles lays the owner down, on connections that were there before too', async () => {
    const { connection, user } = await ownedBy('createrole')
    expect(await whoAmI(connection.db)).toBe(user)
    // Roles belong to the whole server, where tests before this one have made ours: this user is none of its members.
    await migrateDatabase(connection).catch(() => {})
    const warned = vi.spyOn(log, 'warn').mockImplementation(() => {})
    await migrateDatabase(connection)
    expect(warned).not.toHaveBeenCalled()
    warned.mockRestore()
    expect(await whoAmI(connection.db)).toBe(APP_ROLE)
    expect(await refusalOf(connection.db.execute(sql`delete from log.events`))).toMatch(/^42501 /)
    await connection.transaction(async (tx) => expect(await whoAmI(tx)).toBe(APP_ROLE))
  })

  it('an owner who may not is told what is missing, works, and is a member from the next start on', async () => {
    const { connection, admin, user } = await ownedBy('nocreaterole')
    const warned = vi.spyOn(log, 'warn').mockImplementation(() => {})
    await migrateDatabase(connection)
    expect(warned.mock.lastCall?.[0]).toContain(`grant ${APP_ROLE} to`)
    expect(await whoAmI(connection.db)).toBe(user)
    expect(await refusalOf(connection.db.execute(sql`delete from log.events`))).toMatch(/append-only/)
    await admin.query(`grant ${APP_ROLE} to ${user}`)
    warned.mockClear()
    await migrateDatabase(connection)
    expect(warned).not.toHaveBeenCalled()
    expect(await whoAmI(connection.db)).toBe(APP_ROLE)
    warned.mockRestore()
  })

  it('a table that a later migration makes is the app’s as well', async () => {
    const { connection, admin, user } = await ownedBy('createrole')
    await migrateDatabase(connection)
    await admin.query(`set role ${user}; create table orders.later (id int); reset role`)
    expect(await refusalOf(connection.db.execute(sql`select from orders.later`))).toMatch(/^42501 /)
    await migrateDatabase(connection)
    expect(await refusalOf(connection.db.execute(sql`insert into orders.later values (1)`))).toBe('done')
  })
})

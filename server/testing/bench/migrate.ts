import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { newId } from '@/server/kernel/id'
import { closeDatabase, connectTo, openDatabase } from '@/server/platform/database/connect'
import { migrateSchema } from '@/server/platform/database/migrate'
import { migrateOnline } from '@/server/platform/database/migrate-online'
import { openCluster } from '../campaign/cluster'
import { createTestDatabase } from '../database'
import { table } from '../terminal'
import { makeFormerStore } from './former-store'
import { machine } from './machine'
import { percentile } from './measure'
import { dropDatabase } from './server'

/*
 * How long a store with a million events stands still while it is brought from the first release to this one: writers
 * and readers go on as a process of the first release would, every 20 ms each, and what each of them waited at most is
 * printed. Figures only; nothing here passes or fails. `npm run bench:migrate` on a Postgres of its own, or on a fresh
 * database of the server at DATABASE_URL; `-- --events=100000` for another size.
 */

const EVERY_MS = 20
const QUIET_MS = 5_000
/** Somebody reads all tables in one transaction: what a change of a table has to wait for. */
const REPORT_MS = 3_000
const MARK_MS = 1_000
const events = Number(/--events=(\d+)/.exec(process.argv.join(' '))?.[1] ?? 1_000_000)

type Guest = { name: string; visit: (client: Client) => Promise<unknown> }

async function main() {
  const cluster = process.env.DATABASE_URL ? undefined : await openCluster()
  const server = process.env.DATABASE_URL ?? cluster?.url ?? ''
  const url = await createTestDatabase(server)
  try {
    const { name } = await openDatabase({ databaseUrl: url, dataFolder: '' })
    console.log(
      `\n${machine()}\nStore     ${name}: the first release, ${events} events, and its orders. Being made…`,
    )
    await makeFormerStore(events)
    await closeDatabase()
    await watch(url)
  } finally {
    await closeDatabase()
    await dropDatabase(server, url)
    await cluster?.close()
  }
}

async function watch(url: string) {
  const guests = await Promise.all(
    [writer(), writer(), reader(), follower()].map((guest) => enter(url, guest)),
  )
  const phases: [name: string, took: number[][]][] = []
  const endPhase = (name: string) => phases.push([name, guests.map(({ leave }) => leave())])
  try {
    await wait(QUIET_MS)
    endPhase('before')
    const processes = await Promise.all([connectTo(url), connectTo(url)])
    const report = await readAll(url)
    const schema = await timed(() => Promise.all(processes.map(migrateSchema)))
    endPhase('the schema')
    const online = await timed(() => Promise.all(processes.map(migrateOnline)))
    endPhase('online')
    await report.over
    await Promise.all(processes.map(({ close }) => close()))
    console.log(`Migrated  the schema in ${seconds(schema)} (a report that reads all tables for ${REPORT_MS / 1_000} s was there first), then
          indexes and rows in ${seconds(online)}; two processes at once, each guest comes every ${EVERY_MS} ms\n`)
  } finally {
    await Promise.all(guests.map(({ end }) => end()))
  }
  const head = ['p50 / longest, in ms', ...phases.map(([phase]) => phase), `≤ ${MARK_MS}`]
  const rows = guests.map(({ name }, index) => {
    const times = phases.map(([, took]) => took[index] ?? [])
    return [
      name,
      ...times.map((took) => `${percentile(took, 0.5).toFixed(1)} / ${percentile(took, 1).toFixed(0)}`),
      Math.max(...times.flat()) <= MARK_MS ? '✔' : '✘',
    ]
  })
  console.log(`${table([head, ...rows], 'lrrrr').join('\n')}\n`)
}

const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`

async function timed(work: () => Promise<unknown>) {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/** Comes again and again; `leave` answers how long each visit since the last time took, in order of length. */
async function enter(url: string, { name, visit }: Guest) {
  const client = await connect(url)
  let took: number[] = []
  let open = true
  const coming = (async () => {
    while (open) {
      took.push(await timed(() => visit(client)))
      await wait(EVERY_MS)
    }
  })()
  return {
    name,
    leave: () => {
      const sorted = took.sort((one, other) => one - other)
      took = []
      return sorted
    },
    end: async () => {
      open = false
      await coming
      await client.end()
    },
  }
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, options: '-c jit=off' })
  // Should the bench fail, its database is dropped with everybody in it, and what went wrong is said by it alone.
  client.on('error', () => {})
  await client.connect()
  return client
}

/** What the first release writes of an order at a hop, in one transaction. */
const writer = (): Guest => ({
  name: 'A writer of an order, its event, its delivery and a movement',
  visit: (client) => {
    const [orderId, eventId] = [newId(), newId()]
    return client.query(`begin;
      insert into orders.orders (id, customer_id, items, shipping_address, total_cents, currency, payment_method, status,
        access_token_hash, placed_at, updated_at)
      values ('${orderId}', 'bench', '[{"sku": "BENCH"}]', '{"name": "A. Customer"}', 1250, 'EUR', 'pm_card_visa',
        'PENDING', '', now(), now());
      insert into log.lanes values ('${orderId}', 1, pg_current_xact_id());
      insert into log.events (event_id, xid, event_type, aggregate_type, aggregate_id, lane, sequence, occurred_at, payload,
        version, correlation_id)
      values ('${eventId}', pg_current_xact_id(), 'OrderPlaced', 'Order', '${orderId}', '${orderId}', 1, now(),
        '{"orderId": "${orderId}", "items": [{"sku": "BENCH", "quantity": 1}]}', 1, '${orderId}');
      insert into log.deliveries (event_id, module, event_type, lane, sequence)
      values ('${eventId}', 'inventory', 'OrderPlaced', '${orderId}', 1);
      insert into inventory.movements (product_id, kind, on_hand_delta, reserved_delta, on_hand_after, reserved_after)
      select id, 'RESERVED', 0, 1, 1, 1 from inventory.products where sku = 'BENCH';
      update log.deliveries set status = 'DONE' where event_id = '${eventId}' and module = 'inventory';
      commit`)
  },
})

const reader = (): Guest => ({
  name: 'A reader of an order, its story, what is due, and the stock',
  visit: (client) =>
    client.query(`select * from orders.orders order by id desc limit 25;
      select * from log.events where aggregate_id = (select id::text from orders.orders order by id desc limit 1);
      select * from log.deliveries where status = 'PENDING' order by next_attempt_at limit 50;
      select * from inventory.movements order by id desc limit 25;
      select * from payments.payments order by id desc limit 25;
      select * from shipments.shipments order by id desc limit 25`),
})

/** Its visit is over when it sees something new: so a transaction that holds the horizon back would be seen, too. */
function follower(): Guest {
  let cursor = '0'
  return {
    name: 'A follower of the log, until something new is there',
    visit: async (client) => {
      for (;;) {
        const { rows } = await client.query({
          text: `select xid from log.events where xid > $1::text::xid8 and xid < pg_snapshot_xmin(pg_current_snapshot())
            order by xid desc, position desc limit 1`,
          values: [cursor],
        })
        cursor = rows[0]?.xid ?? cursor
        if (rows.length > 0) return
        await wait(1)
      }
    },
  }
}

/** Resolves when it has read all tables; its transaction goes on. */
async function readAll(url: string) {
  const client = await connect(url)
  await client.query(`begin; select from orders.orders limit 1; select from log.events limit 1;
    select from log.deliveries limit 1; select from inventory.movements limit 1`)
  return { over: wait(REPORT_MS).then(() => client.end()) }
}

await main()

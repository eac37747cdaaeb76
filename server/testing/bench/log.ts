import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type SQL, sql } from 'drizzle-orm'
import type { DomainEvent } from '@/server/events'
import { newId } from '@/server/kernel/id'
import { owning } from '@/server/platform/database/app-role'
import { closeDatabase, connected, db, openDatabase, transaction } from '@/server/platform/database/connect'
import { migrateDatabase } from '@/server/platform/database/migrate'
import { append, listEvents } from '@/server/platform/event-store'
import { createTestDatabase } from '../database'
import { table } from '../terminal'
import { writeLog } from './log-events'
import { questions } from './log-questions'
import { machine } from './machine'
import { timesOf, WARM_UP } from './measure'
import { dropDatabase } from './server'
import { address } from './shop'

/*
 * How long the first page of the event log takes under each filter, among a million events and among a thousand, and
 * what the indexes for that cost an append. Figures only; nothing here passes or fails. `npm run bench:log` on the
 * embedded database, with DATABASE_URL on fresh databases of that server; `-- --events=100000` for another size.
 */

const PAGE = 50
const RUNS = 60
const FEW = 1_000
const many = Number(/--events=(\d+)/.exec(process.argv.join(' '))?.[1] ?? 1_000_000)

async function main() {
  console.log(`
${machine()}
Asked     listEvents, the first ${PAGE} that fit, ${RUNS} times after ${WARM_UP} to warm up; all times in ms
`)
  const few = await onFreshDatabase(FEW)
  const lots = await onFreshDatabase(many)
  console.log(`${lots.about}\n`)
  const head = ['', 'found', 'p50', 'p95', `p95 of ${few.events}`, 'ratio', '≤ 20 ms']
  const rows = lots.answers.map(({ name, found, p50, p95 }, index) => {
    const before = few.answers[index]?.p95 ?? Number.NaN
    return [
      name,
      `${found}`,
      ms(p50),
      ms(p95),
      ms(before),
      `× ${(p95 / before).toFixed(1)}`,
      p95 <= 20 ? '✔' : '✘',
    ]
  })
  console.log(`${table([head, ...rows], 'lrrrrrr').join('\n')}\n`)
  console.log(`${table([['An append, with', 'p50', 'p95'], ...lots.appends], 'lrr').join('\n')}\n`)
}

const ms = (value: number) => value.toFixed(2)

async function onFreshDatabase(events: number) {
  const server = process.env.DATABASE_URL
  const folder = await mkdtemp(join(tmpdir(), 'tiny-store-bench-'))
  const url = server ? await createTestDatabase(server) : undefined
  try {
    await migrateDatabase(await openDatabase({ databaseUrl: url, dataFolder: folder }))
    await writeLog(events)
    if (server) await asOwner(sql`vacuum analyze log.events`)
    const about = await describeLog()
    return { ...about, answers: await askAll(), appends: events === many ? await costOfAppends() : [] }
  } finally {
    await closeDatabase()
    await rm(folder, { recursive: true, force: true })
    if (server && url) await dropDatabase(server, url)
  }
}

async function describeLog() {
  const { rows } = (await db().execute(sql`
    select current_setting('server_version') as version, (select count(*)::int from log.events) as events,
      pg_size_pretty(pg_table_size('log.events')) as size,
      (select string_agg(relname || ' ' || pg_size_pretty(pg_relation_size(oid)), ', ' order by relname)
        from pg_class where relname like 'events_by_%' and relkind = 'i') as indexes`)) as unknown as {
    rows: [{ version: string; events: number; size: string; indexes: string }]
  }
  const [{ version, events, size, indexes }] = rows
  return { events, about: `${connected().name} · version ${version} · ${events} events, ${size}; ${indexes}` }
}

async function askAll() {
  const answers = []
  for (const { name, filter, ...page } of await questions()) {
    let found = 0
    const took = await timesOf(async () => {
      found = (await listEvents(filter, { limit: PAGE, ...page })).items.length
    }, RUNS)
    answers.push({ name, found, ...took })
  }
  return answers
}

const asOwner = (statement: SQL) => connected().session((own) => owning(own, () => own.execute(statement)))

/** Takes one index away after the other: what each costs is the difference. */
async function costOfAppends() {
  const appends = [await appendRow('all indexes')]
  for (const index of [
    'events_by_payload',
    'events_by_chunk',
    'events_by_aggregate_type',
    'events_by_type',
  ]) {
    await asOwner(sql.raw(`drop index log.${index}`))
    appends.push(await appendRow(`… but without ${index}`))
  }
  return appends
}

async function appendRow(name: string) {
  const { p50, p95 } = await timesOf(appendOne, 400)
  return [name, ms(p50), ms(p95)]
}

async function appendOne() {
  const orderId = newId()
  const event: DomainEvent<'OrderPlaced'> = {
    eventId: newId(),
    eventType: 'OrderPlaced',
    aggregateType: 'Order',
    aggregateId: orderId,
    occurredAt: new Date(),
    version: 1,
    payload: {
      orderId,
      customerId: newId(),
      items: [{ sku: 'MUG-03', quantity: 2, unitPrice: 9.5 }],
      address,
      totalAmount: 19,
      currency: 'EUR',
      paymentMethod: 'pm_card_visa',
    },
  }
  await transaction((tx) => append(tx, [event], { cause: null, reactorsOf: () => [] }))
}

await main()

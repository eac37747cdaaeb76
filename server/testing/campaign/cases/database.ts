import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { POISON } from '@/server/platform/claims'
import { APP, type Case } from '../case'
import type { Cluster } from '../cluster'
import { ask, deadLetters, expect, type Stage, settle } from '../stage'
import { buyOf } from './purchases'

const STOPS = 5
const CUT_EVERY_MS = 100

export const c6: Case = {
  id: 'C6',
  says: 'Connections cut every 100 ms; Postgres stopped hard five times; Postgres frozen',
  sample: 30,
  full: 600,
  of: 'cuts',
  run: async (stage) => {
    const { fleet, shop, cluster } = stage
    await Promise.all([fleet.start(), fleet.start()])
    const buy = await buyOf(stage)
    await shop.throughout(cutConnections(stage), 6, buy)
    await settle(stage, 'connections cut', { healedAt: Date.now() })
    if (cluster) {
      await shop.throughout(stopHard(stage, cluster), 6, buy)
      await settle(stage, 'Postgres stopped', { healedAt: Date.now() })
      await freeze(stage, cluster)
      await settle(stage, 'Postgres frozen', { healedAt: Date.now() })
    } else {
      stage.notes.push('Postgres was not stopped: the server at DATABASE_URL is not the campaign’s own')
    }
    await reviveCalls(stage)
    stage.notes.push(`${shop.asked()} orders`)
  },
}

/**
 * A connection that breaks is nobody's failed try. Only the simulated provider keeps its books in the same database: a
 * call that was cut off in there, like any that the outside does not answer, is dead after four times, and well after a redrive.
 */
async function reviveCalls(stage: Stage) {
  const dead = await deadLetters()
  const [{ wronged = Number.NaN } = {}] = await ask<{ wronged: number }>(sql`
    select count(*)::int as wronged from log.incidents
    where kind in ('FAILED', 'DEAD') and (module <> 'payments' or error = ${POISON})`)
  expect(stage, wronged === 0, `${wronged} tries were counted, and nobody but the database was at fault`)
  if (dead.length === 0) return
  await stage.shop.redrive(dead)
  await settle(stage, 'after the redrive', { healedAt: Date.now() })
  const { length: left } = await deadLetters()
  expect(stage, left === 0, `${left} deliveries are dead again after the redrive`)
  stage.notes.push(`${dead.length} calls to the provider were cut off four times, and redriven`)
}

/** About half of the shop's connections, whatever they are just doing. */
async function cutConnections({ size, random, faults }: Stage) {
  for (let time = 0; time < size; time++) {
    await wait(CUT_EVERY_MS)
    const open = await ask<{ pid: number }>(sql`
      select pid from pg_stat_activity where datname = current_database() and application_name = ${APP} order by pid`)
    const chosen = open.map(({ pid }) => pid).filter(() => random.chance(0.5))
    await ask(sql`select pg_terminate_backend(pid) from unnest(${sql.param(chosen)}::int[]) as pid`)
    faults.set('cut', (faults.get('cut') ?? 0) + chosen.length)
  }
}

async function stopHard({ random, faults }: Stage, cluster: Cluster) {
  for (let time = 0; time < STOPS; time++) {
    await wait(random.int(500, 1_500))
    await cluster.stopHard()
    faults.set('stopped', (faults.get('stopped') ?? 0) + 1)
    await wait(random.int(0, 1_000))
    await cluster.start()
  }
}

const FROZEN_MS = { sample: 10_000, full: 60_000 }
const ASK_EVERY_MS = 500
/** A minute without a database is no reason to keep anybody waiting: so soon each request is answered, if only by 503. */
const ANSWERED_MS = 5_000

/** Customers ask all the time, and none of them waits long. */
async function freeze(stage: Stage, cluster: Cluster) {
  const { fleet, faults, full } = stage
  const { origin } = await fleet.any()
  cluster.freeze()
  faults.set('frozen', (faults.get('frozen') ?? 0) + 1)
  const until = Date.now() + (full ? FROZEN_MS.full : FROZEN_MS.sample)
  const asked: Promise<{ status: number; ms: number }>[] = []
  while (Date.now() < until) {
    asked.push(timed(new URL('/api/inventory/products', origin)), timed(new URL('/api/health', origin)))
    await wait(ASK_EVERY_MS)
  }
  const answers = await Promise.all(asked)
  cluster.thaw()
  const slowest = Math.max(...answers.map(({ ms }) => ms))
  const others = answers.filter(({ status }) => status !== 503)
  expect(stage, slowest <= ANSWERED_MS, `while Postgres was frozen an answer took ${slowest} ms`)
  expect(stage, others.length === 0, `while Postgres was frozen an answer was ${others[0]?.status}, not 503`)
  stage.notes.push(
    `${answers.length} requests while Postgres was frozen: the slowest answer took ${slowest} ms`,
  )
}

async function timed(url: URL) {
  const begun = performance.now()
  const { status } = await fetch(url)
  return { status, ms: Math.round(performance.now() - begun) }
}

const UNITS = 10
const BUYERS = 200

export const c7: Case = {
  id: 'C7',
  says: '200 orders for 10 units; then several products in any order of lines',
  sample: 1,
  full: 20,
  of: 'rounds',
  run: async (stage) => {
    const { fleet, size } = stage
    await Promise.all([fleet.start(), fleet.start()])
    for (let round = 1; round <= size; round++) {
      await sellOut(stage, `round ${round}`)
      await sellMixed(stage, `round ${round}, mixed`)
    }
    // A server says what it counted when its sessions end.
    await fleet.stop()
    const [{ deadlocks = Number.NaN } = {}] = await ask<{ deadlocks: number }>(
      sql`select deadlocks::int from pg_stat_database where datname = current_database()`,
    )
    expect(stage, deadlocks === 0, `Postgres had to resolve ${deadlocks} deadlocks`)
  },
}

async function sellOut(stage: Stage, what: string) {
  const { shop } = stage
  const sku = await shop.stock(UNITS)
  await shop.crowd(BUYERS, 40, () => ({ items: [{ sku, quantity: 1 }] }))
  await settle(stage, what, { within: 60_000 })
  const [{ sold = Number.NaN } = {}] = await ask<{ sold: number }>(sql`
    select count(*)::int as sold from orders.orders where status = 'SHIPPED' and items @> ${JSON.stringify([{ sku }])}`)
  expect(stage, sold === UNITS, `${what}: ${sold} of ${UNITS} units were sold to ${BUYERS} buyers`)
}

/** Nothing comes back, so whoever was refused must still find too little of something. */
async function sellMixed(stage: Stage, what: string) {
  const { shop, random } = stage
  const skus = await Promise.all([30, 40, 50, 60].map(shop.stock))
  await shop.crowd(BUYERS / 2, 40, () => ({
    items: random
      .shuffle(skus)
      .slice(0, random.int(2, skus.length))
      .map((sku) => ({ sku, quantity: random.int(1, 3) })),
  }))
  await settle(stage, what, { within: 60_000 })
  const [{ wronged = Number.NaN } = {}] = await ask<{ wronged: number }>(sql`
    select count(*)::int as wronged from orders.orders o
    where status = 'REJECTED' and not exists (
      select from jsonb_to_recordset(o.items) as line(sku text, quantity int)
      join inventory.products p on p.sku = line.sku where p.on_hand - p.reserved < line.quantity)`)
  expect(stage, wronged === 0, `${what}: ${wronged} orders were refused although all they asked for is there`)
}

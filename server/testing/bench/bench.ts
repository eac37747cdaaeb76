import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCluster } from '../campaign/cluster'
import { createTestDatabase } from '../database'
import type { Backlog, Drained } from './backlog'
import { askChild } from './child'
import { machine } from './machine'
import { report, reportRivals } from './report'
import { measureRivals } from './rivals'
import type { Result, Sizes } from './run'
import { dropDatabase } from './server'

/*
 * How fast the shop is, how fast it could be at most (the same order by hand), and how fast well-known queues are with
 * seven hops that do nothing. Figures only; nothing here passes or fails. `npm run bench`, with `-- --quick` for a
 * tenth of everything; on the embedded database and on a Postgres server: a server of its own, or that of DATABASE_URL.
 */

const RUN_LIMIT_MS = 600_000
const scale = process.argv.includes('--quick') ? 0.1 : 1

const sizes: Sizes = {
  // Never fewer: figures of code that is not compiled yet would be of no use to anybody.
  warmUp: { orders: 50, clients: 1 },
  lone: { orders: 200 * scale, clients: 1, restMs: 20 },
  clients: { orders: 400 * scale, clients: 20 },
  inFlight: { orders: 2_000 * scale, clients: 200 },
}
const backlog = 10_000 * scale

async function main() {
  const { warmUp, lone, clients, inFlight } = sizes
  console.log(`
${machine()}
Sizes     lone: ${lone.orders} orders after ${warmUp.orders} to warm up, ${lone.restMs} ms apart
          clients: ${clients.orders} orders by ${clients.clients}, each placing the next when the last is shipped
          in flight: ${inFlight.orders} orders, ${inFlight.clients} at a time
          backlog: ${backlog} orders that were placed while nothing ran, from boot to all shipped
Shop      checkout() to OrderShipped in the log, as follow() tells it, in one process
Bare pg   the same eight transactions by hand-written SQL on the same connections: no queue, no rules
`)
  await onEmbedded()
  await onServer()
  console.log(
    '× is the figure divided by what stands left of it. The CPU of a server is not in its figures.\n',
  )
}

async function onEmbedded() {
  const folder = () => mkdtemp(join(tmpdir(), 'tiny-store-bench-'))
  const folders = [await folder(), await folder()] as const
  try {
    const result = await ask<Result>('run', sizes, embedded(folders[0]))
    const drained = await drain(embedded(folders[1]))
    console.log(`${report({ ...result, drained, backlog, sizes, embedded: true })}\n`)
  } finally {
    for (const each of folders) await rm(each, { recursive: true, force: true })
  }
}

async function onServer() {
  const server = process.env.DATABASE_URL ? { url: process.env.DATABASE_URL } : await ownServer()
  if (!server) return
  try {
    const result = await onFreshDatabase(server.url, (url) =>
      ask<Result>('run', sizes, { DATABASE_URL: url }),
    )
    const drained = await onFreshDatabase(server.url, (url) => drain({ DATABASE_URL: url }))
    console.log(`${report({ ...result, drained, backlog, sizes, embedded: false })}\n`)
    const rivals = await measureRivals(server.url, sizes)
    console.log(`${reportRivals(result, rivals)}\n`)
  } finally {
    if ('close' in server) await server.close()
  }
}

async function ownServer() {
  try {
    return await openCluster()
  } catch (error) {
    console.log(
      `Postgres and the other queues: not measured. ${error instanceof Error ? error.message : error}\n`,
    )
    return undefined
  }
}

async function onFreshDatabase<T>(server: string, work: (url: string) => Promise<T>): Promise<T> {
  const url = await createTestDatabase(server)
  try {
    return await work(url)
  } finally {
    await dropDatabase(server, url)
  }
}

async function drain(database: Record<string, string>): Promise<Drained> {
  const ofBacklog = (what: Backlog['do']): Backlog => ({ do: what, orders: backlog })
  await ask('backlog', ofBacklog('write'), database)
  return ask<Drained>('backlog', ofBacklog('drain'), database)
}

const embedded = (folder: string) => ({ DATABASE_URL: '', TINY_STORE_DATA: folder })

/** Always on the embedded engine, as a shop in production. */
const environment = {
  ...process.env,
  NODE_ENV: 'production',
  AUTH_SECRET: 'nobody signs in while this is measured',
  INNGEST_DEV: '',
  INNGEST_EVENT_KEY: '',
  INNGEST_SIGNING_KEY: '',
  INNGEST_BASE_URL: '',
} as const

const ask = <T>(script: 'run' | 'backlog', question: unknown, database: Record<string, string>) =>
  askChild<T>(join(import.meta.dirname, `${script}.ts`), question, {
    env: { ...environment, ...database },
    limitMs: RUN_LIMIT_MS,
  })

await main().catch((error: unknown) => {
  // Not its message alone: Node has none for a host that refuses on each of its addresses.
  console.error(error)
  process.exitCode = 1
})

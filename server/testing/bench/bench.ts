import { fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { createTestDatabase } from '../database'
import { report } from './report'
import type { Result, Sizes } from './run'

/*
 * How fast the shop is, and how fast it could be at most: the same order through the shop and by hand. Figures only;
 * nothing here passes or fails. `npm run bench`, with `-- --quick` for a tenth of the orders, and with DATABASE_URL
 * for a Postgres server too.
 */

/** Of one database. Far above what it needs: only for a process that hangs so hard that it cannot say so. */
const RUN_LIMIT_MS = 600_000
const scale = process.argv.includes('--quick') ? 0.1 : 1

const sizes: Sizes = {
  // Never fewer: figures of code that is not compiled yet would be of no use to anybody.
  warmUp: { orders: 50, clients: 1 },
  lone: { orders: 200 * scale, clients: 1, restMs: 20 },
  clients: { orders: 400 * scale, clients: 20 },
  inFlight: { orders: 1_000 * scale, clients: Math.min(200, 1_000 * scale) },
}

async function main() {
  const { warmUp, lone, clients, inFlight } = sizes
  const [cpu] = cpus()
  const gigabytes = (totalmem() / 2 ** 30).toFixed(0)
  console.log(`
Machine   ${cpu?.model.trim()}, ${cpus().length} cores, ${gigabytes} GB · load ${loadavg()[0]?.toFixed(1)} · Node ${process.version}
Sizes     lone: ${lone.orders} orders after ${warmUp.orders} to warm up, ${lone.restMs} ms apart
          clients: ${clients.orders} orders by ${clients.clients}, each placing the next when the last is shipped
          in flight: ${inFlight.orders} orders, ${inFlight.clients} at a time
Shop      checkout() to OrderShipped in the log, as follow() tells it, in one process
Bare pg   the same eight transactions by hand-written SQL on the same connections: no queue, no rules
`)
  console.log(`${report(await onEmbedded(), sizes)}\n`)
  const server = process.env.DATABASE_URL
  if (server) console.log(`${report(await onServer(server), sizes)}\n`)
  console.log(
    '× is the figure divided by what stands left of it. The CPU of a server is not in its figures.\n',
  )
}

async function onEmbedded(): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'tiny-store-bench-'))
  try {
    return await run({ DATABASE_URL: '', TINY_STORE_DATA: folder })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function onServer(serverUrl: string): Promise<Result> {
  const url = await createTestDatabase(serverUrl)
  try {
    return await run({ DATABASE_URL: url })
  } finally {
    const client = new Client({ connectionString: serverUrl })
    await client.connect()
    await client.query(`drop database ${new URL(url).pathname.slice(1)} with (force)`)
    await client.end()
  }
}

/** Always on the embedded engine, as a shop in production. */
const environment = {
  ...process.env,
  NODE_ENV: 'production',
  INNGEST_DEV: '',
  INNGEST_EVENT_KEY: '',
  INNGEST_SIGNING_KEY: '',
  INNGEST_BASE_URL: '',
} as const

function run(database: Record<string, string>): Promise<Result> {
  const child = fork(fileURLToPath(new URL('./run.ts', import.meta.url)), [JSON.stringify(sizes)], {
    env: { ...environment, ...database },
  })
  const limit = setTimeout(() => child.kill('SIGKILL'), RUN_LIMIT_MS)
  return new Promise<Result>((resolve, reject) => {
    child.once('message', (result) => resolve(result as Result))
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      clearTimeout(limit)
      reject(new Error(`The run ended early (${signal ?? `exit code ${code}`}); what it said stands above`))
    })
  })
}

await main().catch((error: unknown) => {
  // Not its message alone: Node has none for a host that refuses on each of its addresses.
  console.error(error)
  process.exitCode = 1
})

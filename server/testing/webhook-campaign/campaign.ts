/*
 * `npm run campaign:webhooks`: receivers that answer well, late, never, with errors and with garbage are told of what
 * happens in a real shop; then what each heard is held against the log. And how fast telling is, beside sending the same by
 * hand. `-- --size N` for another number of deliveries than 10,000; `--faults` or `--speed` for one of the two.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Agent, request } from 'undici'
import { askChild } from '../bench/child'
import { machine } from '../bench/machine'
import { dropDatabase } from '../bench/server'
import { openCluster } from '../campaign/cluster'
import { createTestDatabase } from '../database'
import { signatureOf } from '../receiver'
import { bold, dim, green, red, table } from '../terminal'
import { judge } from './judge'
import { type Character, cast, type Listening, listen, PER_ORDER } from './receivers'
import type { Question, Told } from './shop'

const RUN_LIMIT_MS = 1_800_000
/** All tries of an event within six seconds and a half, and a second for an answer. */
const HURRY = { TIME_SCALE: '0.1', WEBHOOK_TIME_SCALE: '0.0001' }
/** When only speed is measured: so many endpoints, each of which is told seven times of an order. */
const FAST = 8
const SENDERS = 32

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      size: { type: 'string', default: '10000' },
      faults: { type: 'boolean', default: false },
      speed: { type: 'boolean', default: false },
    },
  })
  const size = Number(values.size)
  if (!Number.isInteger(size) || size < PER_ORDER)
    throw new Error(`--size must be a whole number from ${PER_ORDER} on, and is ${values.size}`)
  const cluster = process.env.DATABASE_URL ? undefined : await openCluster()
  const server = process.env.DATABASE_URL ?? cluster?.url ?? ''
  console.log(`
${bold('The campaign of webhooks')}

${machine()}
Schedule  seven tries within 6.5 s; an answer is waited for 1 s
`)
  try {
    const failed = values.speed ? 0 : await playFaults(server, Math.ceil(size / PER_ORDER))
    if (!values.faults) await measure(server, Math.ceil(size / FAST / 7))
    return failed
  } finally {
    await cluster?.close()
  }
}

async function playFaults(server: string, orders: number): Promise<number> {
  const { listeners, heard, close } = await listen(cast)
  const told = await onServer(server, (env) => ask({ orders, afterwards: false, endpoints: listeners }, env))
  close()
  const judged = listeners.map((listener) => judge(listener, told))
  const sum = judged.reduce((all, { events }) => all + events, 0)
  const rows = judged.map(({ name, says, events, arrived, givenUp, calls, twice, p50Ms, p95Ms, faults }) =>
    [name, says, events, givenUp, arrived, calls, twice, p50Ms, p95Ms, faults.length].map(String),
  )
  const head = [
    'endpoint',
    'answers',
    'events',
    'given up',
    'arrived',
    'calls',
    'twice',
    'p50 ms',
    'p95 ms',
    'faults',
  ]
  console.log(table([head, ...rows], 'llrrrrrrrr').join('\n'))
  console.log(
    dim(
      `${sum} deliveries of ${orders} orders, quiet after ${told.seconds.toFixed(0)} s. Given up: before the`,
    ),
  )
  console.log(dim('receiver recovered, when all of it was sent again. ms: from the event to its arrival.\n'))
  const faults = [
    ...judged.flatMap(({ name, faults }) => faults.map((fault) => `${name}: ${fault}`)),
    ...(heard.trap > 0 ? [`a redirect was followed ${heard.trap} times`] : []),
  ]
  for (const fault of faults) console.log(red(`✘ ${fault}`))
  if (faults.length === 0)
    console.log(green('✔ every event arrived, signed, with its id and its bytes, in order\n'))
  return faults.length
}

async function measure(server: string, orders: number) {
  const rows = [['database', 'deliveries', 'told', 'sent by hand', 'ratio']]
  const databases: (typeof onEmbedded)[] = [(work) => onServer(server, work), onEmbedded]
  for (const on of databases) {
    const { listeners, close } = await listen(() => fast)
    const told = await on((env) => ask({ orders, afterwards: true, endpoints: listeners }, env))
    const judged = listeners.map((listener) => judge(listener, told))
    const sum = judged.reduce((all, { arrived }) => all + arrived, 0)
    const byHand = await sendByHand(listeners, told)
    close()
    const rate = sum / told.seconds
    rows.push([
      told.database.split(' at ')[0] ?? '',
      String(sum),
      `${rate.toFixed(0)}/s`,
      `${byHand.toFixed(0)}/s`,
      `${(byHand / rate).toFixed(1)} ×`,
    ])
  }
  console.log(table(rows, 'lrrrr').join('\n'))
  console.log(
    dim(
      'Told: signed and in order, each claimed, written down and finished in the ledger. By hand: the same\n',
    ) + dim(`requests by the same client, ${SENDERS} at a time, from another process than the shop.\n`),
  )
}

const fast: Character[] = Array.from({ length: FAST }, (_, number) => ({
  name: `fast-${number}`,
  says: '200',
  filters: ['*'],
  ordered: true,
  answer: () => ({}),
}))

/** What was heard once more, by nothing but the client. Answers how many a second. */
async function sendByHand(listeners: Listening[], { secrets }: Told): Promise<number> {
  const all = listeners.flatMap(({ name, url, calls }) =>
    calls.map((call) => ({ url, call, secret: secrets[name] ?? '' })),
  )
  const dispatcher = new Agent()
  const begun = performance.now()
  const left = all[Symbol.iterator]()
  const sender = async () => {
    for (const { url, call, secret } of left) {
      const { id, timestamp, body } = call
      const headers = {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': signatureOf(call, secret),
      }
      const response = await request(url, { method: 'POST', headers, body, dispatcher })
      await response.body.dump()
    }
  }
  await Promise.all(Array.from({ length: SENDERS }, sender))
  const seconds = (performance.now() - begun) / 1_000
  await dispatcher.close()
  return all.length / seconds
}

type Environment = Record<string, string>

async function onServer<T>(server: string, work: (env: Environment) => Promise<T>): Promise<T> {
  const url = await createTestDatabase(server)
  try {
    return await work({ DATABASE_URL: url })
  } finally {
    await dropDatabase(server, url)
  }
}

async function onEmbedded<T>(work: (env: Environment) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'tiny-store-webhooks-'))
  try {
    return await work({ DATABASE_URL: '', TINY_STORE_DATA: folder })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const ask = ({ endpoints, ...question }: Question, env: Environment) =>
  askChild<Told>(
    join(import.meta.dirname, 'shop.ts'),
    {
      ...question,
      endpoints: endpoints.map(({ name, url, filters, ordered, sick }) => ({
        name,
        url,
        filters,
        ordered,
        sick,
      })),
    },
    {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        AUTH_SECRET: 'nobody signs in while this is played',
        INNGEST_DEV: '',
        INNGEST_EVENT_KEY: '',
        INNGEST_SIGNING_KEY: '',
        INNGEST_BASE_URL: '',
        LOG_LEVEL: 'silent',
        WEBHOOKS_ALLOW_PRIVATE: '1',
        ...HURRY,
        ...env,
      },
      limitMs: RUN_LIMIT_MS,
    },
  )

process.once('SIGINT', () => process.exit(130))
process.once('SIGTERM', () => process.exit(143))

process.exitCode = await main().catch((error: unknown) => {
  console.error(`\n${error instanceof Error ? error.message : error}\n`)
  return 2
})

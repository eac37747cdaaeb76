import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import {
  beginRebuild,
  catchUp,
  compareRebuild,
  findRebuild,
  modelNames,
  swapRebuild,
} from '@/server/analytics'
import { rows } from '@/server/analytics/tables'
import { closeDatabase, connected, db, openDatabase } from '@/server/platform/database/connect'
import { migrateDatabase } from '@/server/platform/database/migrate'
import { createTestDatabase } from '../database'
import { table } from '../terminal'
import { writeLog } from './log-events'
import { machine } from './machine'
import { dropDatabase } from './server'

/*
 * How fast the read models are built from a million events, one alone and all together, and how much memory that takes at the
 * beginning and at the end. Then a row of each is spoiled by hand: the comparison has to find that row and no other.
 * `npm run bench:replay` on the embedded database, with DATABASE_URL on a fresh database of that server;
 * `-- --events=100000` for another size.
 */

const many = Number(/--events=(\d+)/.exec(process.argv.join(' '))?.[1] ?? 1_000_000)
/** The one with the most rows and with notes. */
const alone = 'units-per-sku'
const megabytes = () => process.memoryUsage.rss() / 1_048_576

async function main() {
  const server = process.env.DATABASE_URL
  const folder = await mkdtemp(join(tmpdir(), 'tiny-store-bench-'))
  const url = server ? await createTestDatabase(server) : undefined
  try {
    await migrateDatabase(await openDatabase({ databaseUrl: url, dataFolder: folder }))
    await writeLog(many)
    console.log(`\n${machine()}\n${connected().name}, ${many.toLocaleString('en')} events\n`)
    const lines = [await measure('all five, at first', () => catchUp)]
    lines.push(await measure(alone, () => rebuild([alone])))
    lines.push(await measure('all five, rebuilt', () => rebuild([...modelNames])))
    const head = ['', 'seconds', 'events/s', 'MB before', 'at 1/4', 'at 3/4', 'most', 'different']
    console.log(`${table([head, ...lines], 'lrrrrrrr').join('\n')}\n`)
  } finally {
    await closeDatabase()
    await rm(folder, { recursive: true, force: true })
    if (server && url) await dropDatabase(server, url)
  }
}

type Build = (options: { onBatch: () => Promise<void> }) => Promise<unknown>

async function measure(name: string, make: () => Build) {
  const build = make()
  globalThis.gc?.()
  const before = megabytes()
  const during: number[] = []
  const begun = performance.now()
  const different = await build({ onBatch: async () => void during.push(megabytes()) })
  const seconds = (performance.now() - begun) / 1000
  const at = (share: number) => Math.round(during[Math.floor(during.length * share)] ?? 0)
  return [
    name,
    seconds.toFixed(1),
    Math.round(many / seconds).toLocaleString('en'),
    `${Math.round(before)}`,
    `${at(0.25)}`,
    `${at(0.75)}`,
    `${Math.round(Math.max(...during))}`,
    `${different ?? '–'}`,
  ]
}

/** Spoils a row of each live model first. Answers how many rows were found to be wrong. */
function rebuild(models: string[]): Build {
  return async (options) => {
    for (const model of models) {
      await spoil(model)
      await beginRebuild(model)
    }
    await catchUp(options)
    let different = 0
    for (const model of models) {
      if ((await findRebuild(model))?.status !== 'READY') throw new Error(`${model} is not ready`)
      different += (await compareRebuild(model)).different
      await swapRebuild(model)
    }
    return different
  }
}

async function spoil(model: string) {
  const [first] = await db().select().from(rows).where(eq(rows.model, model)).limit(1)
  if (!first) throw new Error(`${model} has no rows`)
  await db().execute(sql`
    update analytics.rows set value = value + 1
    where model = ${model} and at = ${first.at.toISOString()}::timestamptz and of = ${first.of}`)
}

await main()

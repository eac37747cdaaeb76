/*
 * `npm run replay -- units-per-sku` (or `--all`): builds a read model anew beside the one that is asked, holds the two against
 * each other, and swaps. `--keep` ends before the swap. It goes on where an earlier run ended, and with Ctrl-C it pauses:
 * the place stands in the database. Ends with 2 when it could not.
 */
import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import {
  beginRebuild,
  catchUp,
  compareRebuild,
  findRebuild,
  isModel,
  listReadModels,
  modelNames,
  moveRebuild,
  swapRebuild,
} from './analytics'
import { closeDatabase, openDatabase } from './platform/database/connect'
import { migrateSchema } from './platform/database/migrate'
import { settings } from './platform/settings'

const usage = `Say which read model: npm run replay -- <model>, or --all. There are ${modelNames.join(', ')}.`

const stopping = new AbortController()
process.once('SIGINT', () => stopping.abort())

async function replay(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { all: { type: 'boolean' }, keep: { type: 'boolean' } },
  })
  const models = values.all ? modelNames : positionals
  const unknown = models.find((name) => !isModel(name))
  if (unknown) throw new Error(`There is no read model ${unknown}. ${usage}`)
  if (models.length === 0) throw new Error(usage)
  const { databaseUrl, dataFolder } = settings()
  if (!databaseUrl && !existsSync(dataFolder))
    throw new Error(
      `There is no embedded database in ${dataFolder}: start the shop once, or set DATABASE_URL.`,
    )
  const database = await openDatabase(settings())
  console.log(`\n  ${database.name}\n`)
  await migrateSchema(database)
  for (const model of models) await begin(model)
  await build(models)
  if (stopping.signal.aborted) return pause(models)
  for (const model of models) await conclude(model, values.keep === true)
  await closeDatabase()
  return 0
}

async function begin(model: string) {
  const begun = await findRebuild(model)
  if (begun?.status === 'PAUSED') await moveRebuild(model, 'resume')
  if (begun) console.log(`  ${model}: goes on after ${figure(begun.events)} events`)
  else await beginRebuild(model)
}

const TOLD_EVERY_MS = 1_000
const LOOK_EVERY_MS = 100

async function build(models: readonly string[]) {
  let told = performance.now()
  const begun = told
  const tell = async () => {
    if (performance.now() - told < TOLD_EVERY_MS) return
    told = performance.now()
    for (const line of await progress(models)) console.log(line)
  }
  // Somebody else may be at it: then there is nothing to do here but to look how far it is.
  while (!stopping.signal.aborted && (await isBuilding(models))) {
    await catchUp({ signal: stopping.signal, onBatch: tell })
    await tell()
    await wait(LOOK_EVERY_MS)
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  const { maxRSS } = process.resourceUsage()
  if (!stopping.signal.aborted)
    console.log(`\n  Built in ${seconds} s; this process took ${Math.round(maxRSS / 1024)} MB at most\n`)
}

async function isBuilding(models: readonly string[]): Promise<boolean> {
  const rebuilds = await Promise.all(models.map(findRebuild))
  return rebuilds.some((rebuild) => rebuild?.status === 'BUILDING')
}

async function progress(models: readonly string[]): Promise<string[]> {
  const standing = await listReadModels()
  return standing.flatMap(({ name, rebuild }) => {
    if (!rebuild || !models.includes(name)) return []
    const { events, of, perSecond, leftMs } = rebuild
    const left = leftMs === null ? '' : `, ${Math.ceil(leftMs / 1000)} s left`
    return `  ${name.padEnd(18)} ${figure(events)} of ${figure(of)} events, ${figure(Math.round(perSecond ?? 0))}/s${left}`
  })
}

async function pause(models: readonly string[]) {
  for (const model of models) {
    if ((await findRebuild(model))?.status === 'BUILDING') await moveRebuild(model, 'pause')
  }
  console.log('\n  Paused. The same command goes on from here; the desk can too.\n')
  await closeDatabase()
  return 0
}

async function conclude(model: string, keep: boolean) {
  const { rows, different, first } = keep ? await compareRebuild(model) : await swapRebuild(model)
  console.log(
    `  ${model.padEnd(18)} ${figure(rows)} rows, ${different === 0 ? 'all alike' : `${figure(different)} different`}`,
  )
  for (const { at, of, live, rebuilt } of first)
    console.log(`    ${at} ${of}: ${live ?? 'not there'} was asked, ${rebuilt ?? 'not there'} was built`)
  console.log(
    keep ? '    kept beside: the desk swaps it in, or the same command without --keep' : '    swapped',
  )
}

const figure = (value: number) => value.toLocaleString('en')

process.exitCode = await replay().catch((error: unknown) => {
  console.error(`\n${error instanceof Error ? error.message : error}\n`)
  return 2
})

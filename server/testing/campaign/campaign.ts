/*
 * `npm run campaign`: what must always hold, under every fault that we could think of. Real processes on a real Postgres
 * are killed, frozen, cut off and disturbed while customers buy; then the proof is asked.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { modules } from '@/server/modules'
import { enlist } from '@/server/platform/unit-of-work'
import { bold, dim } from '../terminal'
import { buildApp } from './build'
import { type Case, type Ground, play, TIME_SCALE } from './case'
import { openCluster } from './cluster'
import { playMutants } from './matrix'
import { help, type Options, readOptions } from './options'
import { remarks, summary, verdict } from './report'

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2))
  if (options.help) {
    console.log(help)
    return 0
  }
  const given = process.env.DATABASE_URL
  const cluster = given ? undefined : await openCluster()
  const folder = mkdtempSync(join(tmpdir(), 'tiny-store-campaign-'))
  enlist(modules)
  try {
    const { seed, full } = options
    const ground = { server: given ?? cluster?.url ?? '', cluster, folder, seed, full }
    const failed = options.mutants ? await playMutants(ground) : await playAll(ground, options)
    if (failed === 0) rmSync(folder, { recursive: true, force: true })
    return failed > 0 ? 1 : 0
  } finally {
    await cluster?.close()
  }
}

async function playAll(ground: Ground, { cases, seed, full }: Options): Promise<number> {
  console.log(`
${bold('The campaign')}  ${full ? 'in full' : 'a sample'} · seed ${seed} ${dim(`(again with --seed ${seed})`)}

Server    ${ground.cluster ? 'a Postgres of its own, fsync on' : new URL(ground.server).host}
Time      backoff × ${TIME_SCALE}, which is many times a hop
Chance    the seed settles who fails where and when; the machine settles what runs beside it
`)
  const build = await buildApp('app')
  const played: { case: Case; result: Awaited<ReturnType<typeof play>> }[] = []
  for (const one of cases) {
    const result = await play(one, ground, { build })
    played.push({ case: one, result })
    console.log(
      `${verdict(result.violations.length > 0)} ${one.id.padEnd(4)} ${one.says} ${dim(`${result.seconds.toFixed(0)} s`)}`,
    )
    for (const line of remarks(result)) console.log(`       ${line}`)
  }
  const failed = played.filter(({ result }) => result.violations.length > 0).length
  console.log(`\n${summary(played)}\n\n${played.length - failed} passed, ${failed} failed\n`)
  return failed
}

// Ended from outside it takes everything with it that it started: see `exit` in cluster.ts and fleet.ts.
process.once('SIGINT', () => process.exit(130))
process.once('SIGTERM', () => process.exit(143))

process.exitCode = await main().catch((error: unknown) => {
  console.error(`\n${error instanceof Error ? error.message : error}\n`)
  return 2
})

import { execFile } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { createTestDatabase } from '../../database'
import { askChild } from '../child'
import type { Figures } from '../measure'
import type { Sizes } from '../run'
import { dropDatabase } from '../server'

/** Well-known queues for the same work: a chain of seven jobs, but empty ones. Never among our own dependencies. */
const rivals = [
  { file: 'graphile-worker', name: 'graphile-worker', version: '0.17.3' },
  { file: 'pg-boss', name: 'pg-boss', version: '12.38.0' },
  { file: 'dbos', name: '@dbos-inc/dbos-sdk', version: '5.3.0' },
]

export type RivalSizes = Pick<Sizes, 'warmUp' | 'lone' | 'inFlight'>
export type RivalFigures = { settings: string; lone: Figures; inFlight: Figures }
export type RivalResult = { name: string } & (RivalFigures | { failed: string })

const INSTALL_LIMIT_MS = 120_000
const RUN_LIMIT_MS = 300_000

/** One after the other, each on a fresh database of the server and in a process of its own. */
export async function measureRivals(server: string, sizes: RivalSizes): Promise<RivalResult[]> {
  const results: RivalResult[] = []
  for (const rival of rivals) {
    const name = `${rival.name} ${rival.version}`
    try {
      results.push({ name, ...(await measureRival(server, { ...rival, sizes })) })
    } catch (error) {
      const [reason = ''] = String(error instanceof Error ? error.message : error).split('\n')
      results.push({ name, failed: reason })
    }
  }
  return results
}

type Asked = { file: string; name: string; version: string; sizes: RivalSizes }

async function measureRival(server: string, { file, name, version, sizes }: Asked): Promise<RivalFigures> {
  const folder = await install(`${name}@${version}`)
  const script = join(folder, `${file}.mjs`)
  // Beside the package that it imports; what it shares with us goes into it.
  await build({
    entryPoints: [join(import.meta.dirname, `${file}.mjs`)],
    outfile: script,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
  })
  const url = await createTestDatabase(server)
  try {
    return await askChild<RivalFigures>(script, sizes, {
      cwd: folder,
      execArgv: ['--no-deprecation'],
      env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: url },
      limitMs: RUN_LIMIT_MS,
    })
  } finally {
    await dropDatabase(server, url)
  }
}

/** Into a folder of its own, which is kept for the next time; no script of a package is run. */
async function install(wanted: string): Promise<string> {
  const folder = join(tmpdir(), 'tiny-store-bench-rivals', wanted.replaceAll('/', '+'))
  if (existsSync(join(folder, 'installed'))) return folder
  mkdirSync(folder, { recursive: true })
  const options = [
    '--prefix',
    folder,
    '--ignore-scripts',
    '--no-fund',
    '--no-audit',
    '--loglevel=error',
    '--fetch-retries=1',
  ]
  try {
    await promisify(execFile)('npm', ['install', ...options, '--save-exact', wanted], {
      timeout: INSTALL_LIMIT_MS,
    })
  } catch {
    throw new Error(`${wanted} could not be installed: is there a way to the npm registry?`)
  }
  mkdirSync(join(folder, 'installed'))
  return folder
}

import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { Client } from 'pg'
import { asOwner } from '@/server/platform/database/app-role'
import { closeDatabase, openDatabase, transaction } from '@/server/platform/database/connect'
import { migrateDatabase } from '@/server/platform/database/migrate'
import { createTestDatabase } from '../database'
import { adminIn, anAdmin } from '../way-in'
import type { Cluster } from './cluster'
import { openFleet } from './fleet'
import { randomOf } from './random'
import { openShop } from './shop'
import type { Stage } from './stage'

export type Case = {
  id: `C${number}`
  /** What goes wrong, for people. */
  says: string
  /** How large it is in a sample and in full, in what the case counts. */
  sample: number
  full: number
  of: string
  run: (stage: Stage) => Promise<void>
}

export type Ground = {
  /** The Postgres server, whose databases the campaign makes and drops. */
  server: string
  /** The server again, if it is the campaign's own. */
  cluster: Cluster | undefined
  folder: string
  seed: number
  full: boolean
}

export type Result = Pick<Stage, 'faults' | 'violations' | 'notes' | 'quietMs' | 'size'> & {
  seconds: number
  log: string
}

/** Backoff stays many times longer than a hop: with less, broken order would go unseen. */
export const TIME_SCALE = 0.2

/** Plays a case with a build of the app on a database of its own, and answers what came of it. */
export async function play(
  { id, sample, full, run }: Case,
  ground: Ground,
  {
    build,
    sabotage,
    size = ground.full ? full : sample,
  }: { build: string; sabotage?: string; size?: number },
): Promise<Result> {
  const begun = performance.now()
  const url = await createTestDatabase(ground.server)
  const log = join(ground.folder, `${id}-${new URL(url).pathname.slice(-6)}.log`)
  const random = randomOf(ground.seed, id)
  const faults: Stage['faults'] = new Map()
  const poisoned: Stage['poisoned'] = new Set()
  const violations: Stage['violations'] = []
  const fleet = openFleet({
    build,
    random: randomOf(ground.seed, `${id} fleet`),
    log,
    env: { ...environment, DATABASE_URL: `${url}?application_name=${APP}` },
    onFault: (kind, lane) => {
      faults.set(kind, (faults.get(kind) ?? 0) + 1)
      if (lane) poisoned.add(lane)
    },
    onMisbehaviour: (first) => violations.push({ of: 'process', count: 1, first }),
  })
  const stage: Stage = {
    random,
    size,
    full: ground.full,
    fleet,
    shop: openShop(fleet, randomOf(ground.seed, `${id} shop`), admin),
    cluster: ground.cluster,
    faults,
    poisoned,
    violations,
    notes: [],
    quietMs: 0,
  }
  try {
    await migrateDatabase(await openDatabase({ databaseUrl: url, dataFolder: '' }))
    if (sabotage) await breakAsOwner(sabotage)
    await run(stage)
  } catch (error) {
    violations.push({ of: 'case', count: 1, first: error instanceof Error ? error.message : String(error) })
  } finally {
    await fleet.close()
    await closeDatabase()
    await drop(ground.server, url)
  }
  return {
    faults,
    violations,
    notes: stage.notes,
    quietMs: stage.quietMs,
    size: stage.size,
    seconds: (performance.now() - begun) / 1_000,
    log,
  }
}

async function breakAsOwner(statements: string) {
  await transaction(async (tx) => {
    await asOwner(tx)
    await tx.execute(sql.raw(statements))
  })
}

/** What the connections of the shop's processes are called, so that they can be cut and the campaign's own not. */
export const APP = 'tiny-store-app'

const admin = anAdmin()

const environment = {
  NODE_ENV: 'production',
  AUTH_SECRET: 'the same for all processes of a case',
  ...adminIn(admin),
  TIME_SCALE: String(TIME_SCALE),
  RATE_LIMIT_SCALE: '1000000',
  INNGEST_DEV: '',
  INNGEST_EVENT_KEY: '',
  INNGEST_SIGNING_KEY: '',
  INNGEST_BASE_URL: '',
}

async function drop(server: string, url: string) {
  const client = new Client({ connectionString: server })
  await client.connect()
  await client.query(`drop database ${new URL(url).pathname.slice(1)} with (force)`)
  await client.end()
}

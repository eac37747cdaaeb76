import { boot } from '@/server/boot'
import { modules } from '@/server/modules'
import { openDatabase } from '@/server/platform/database/connect'
import { migrateDatabase } from '@/server/platform/database/migrate'
import { processWide } from '@/server/platform/process-wide'
import { settings } from '@/server/platform/settings'
import { enlist } from '@/server/platform/unit-of-work'
import { createTestDatabase } from './database'
import { temporaryFolder } from './folder'
import { serveFunctions } from './inngest-app'
import { InngestDouble } from './inngest-double'

/** Backoff is still many times longer than a hop: with less, broken order would go unseen. */
process.env.TIME_SCALE ??= '0.2'

process.env.ADMIN_EMAIL = 'admin@tiny-store.example'
process.env.ADMIN_PASSWORD = 'the password of the tests'
/** What goes wrong here is meant to, mostly; LOG_LEVEL=warn shows it. */
process.env.LOG_LEVEL ??= 'silent'
/** Nobody guesses passwords here. */
process.env.RATE_LIMIT_SCALE ??= '1000'

const booted = processWide<Promise<void>>('testing.booted')

/**
 * One app for the whole run: on an embedded database of its own, or on a fresh database of the server at
 * DATABASE_URL; on the embedded engine, or (ROAD=inngest) on the Inngest server of INNGEST_DEV, else a double of one, or
 * (ROAD=none) on nothing: then a delivery goes through only where the test drains its lane.
 */
async function bootOnce() {
  process.env.TINY_STORE_DATA = temporaryFolder()
  if (process.env.DATABASE_URL) process.env.DATABASE_URL = await createTestDatabase(process.env.DATABASE_URL)
  if (process.env.ROAD === 'none') return bootByHand()
  if (process.env.ROAD === 'inngest') return bootOnInngest()
  await boot()
}

async function bootOnInngest() {
  const { INNGEST_DEV: live, APP_HOST: host, APP_PORT: port } = process.env
  if (!live) process.env.INNGEST_DEV = (await InngestDouble.listen()).url
  await boot()
  await serveFunctions({ host, port: Number(port ?? 0) })
}

async function bootByHand() {
  await migrateDatabase(await openDatabase(settings()))
  enlist(modules)
}

const started = booted.get() ?? bootOnce()
booted.set(started)
await started

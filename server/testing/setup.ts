import { boot } from '@/server/boot'
import { processWide } from '@/server/platform/process-wide'
import { createTestDatabase } from './database'
import { temporaryFolder } from './folder'
import { InngestDouble } from './inngest-double'

/** Backoff is still many times longer than a hop: with less, broken order would go unseen. */
process.env.TIME_SCALE ??= '0.2'

const booted = processWide<Promise<void>>('testing.booted')

/**
 * One app for the whole run: on an embedded database of its own, or on a fresh database of the server at
 * DATABASE_URL; on the embedded engine, or (ROAD=inngest) on a double of an Inngest server.
 */
async function bootOnce() {
  process.env.TINY_STORE_DATA = temporaryFolder()
  if (process.env.DATABASE_URL) process.env.DATABASE_URL = await createTestDatabase(process.env.DATABASE_URL)
  const double = process.env.ROAD === 'inngest' ? await InngestDouble.listen() : undefined
  if (double) process.env.INNGEST_DEV = double.url
  await boot()
  await double?.start()
}

const started = booted.get() ?? bootOnce()
booted.set(started)
await started

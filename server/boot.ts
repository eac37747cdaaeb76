import { seed } from '@/drizzle/seed'
import { createInngestHandler } from './inngest-handler'
import { modules } from './modules'
import { closeDatabase, openDatabase } from './platform/database/connect'
import { migrateDatabase } from './platform/database/migrate'
import { EmbeddedEngine } from './platform/embedded-engine'
import { endFollowing } from './platform/event-store'
import { createInngest, sendTo } from './platform/inngest'
import { takeRoad } from './platform/pokes'
import { settings } from './platform/settings'
import { enlist, reactorsOf } from './platform/unit-of-work'

/** How many runs at once. Units of work queue for the embedded database's one session; calls to the outside do not. */
const CONCURRENCY = 16

/**
 * Makes a process ready to work: opens the database and brings it up to date, and takes the road that pokes go: an
 * Inngest server when one is configured, else the embedded engine. Answers how to stop again.
 */
export async function boot(): Promise<{ stop: () => Promise<void> }> {
  const { engine: kind } = settings()
  const database = await openDatabase(settings())
  await migrateDatabase(database)
  enlist(modules)
  if (!database.shared) await seed()
  const engine = kind === 'embedded' ? await startEngine() : undefined
  if (!engine) takeRoad(sendTo(createInngest()))
  return {
    stop: async () => {
      takeRoad(undefined)
      endFollowing()
      await engine?.stop()
      await closeDatabase()
    },
  }
}

async function startEngine(): Promise<EmbeddedEngine> {
  const { POST } = createInngestHandler()
  // Our calls are plain requests; `serve` asks for no more of Next's than that.
  const handler = (request: Request) => POST(request as Parameters<typeof POST>[0], undefined)
  const engine = new EmbeddedEngine({ handler, reactorsOf, concurrency: CONCURRENCY })
  takeRoad(engine.poke)
  await engine.start()
  return engine
}

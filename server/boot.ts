import { setFlagsFromString } from 'node:v8'
import { seed } from '@/drizzle/seed'
import { ensureAdmin } from './access/first-admin'
import { authSecret } from './access/secret'
import { followLog } from './analytics'
import { createInngestHandler } from './inngest-handler'
import { modules } from './modules'
import { endFollowing, hearOthers, wakeFollowers } from './platform/commits'
import { type Connection, isNeon, openDatabase } from './platform/database/connect'
import { openListener } from './platform/database/listener'
import { migrateSchema } from './platform/database/migrate'
import { migrateBehind, migrateOnline } from './platform/database/migrate-online'
import { EmbeddedEngine } from './platform/embedded-engine'
import { openFaultLab } from './platform/fault-lab/open'
import { createInngest, sendTo } from './platform/inngest'
import { log } from './platform/log'
import { takeRoad } from './platform/pokes'
import { refuseForeignLog } from './platform/read-settled'
import { settings } from './platform/settings'
import { enlist } from './platform/unit-of-work'
import { webhooks } from './webhooks'
import { tellEndpoints } from './webhooks/fan-out'

/**
 * Makes a process ready to work: opens the database and brings it up to date, and takes the road that pokes go: an
 * Inngest server when one is configured, else the embedded engine. Answers how to stop
 * working; the database stays open for those who are still asking.
 */
export async function boot(): Promise<{ stop: () => Promise<void> }> {
  const { engine: kind, logLevel } = settings()
  log.level = logLevel
  // Left to itself V8 lets a small heap grow to four times what is alive before it collects. Twice is as fast.
  setFlagsFromString('--heap-growing-percent=100')
  const database = await openDatabase(settings())
  await migrateSchema(database)
  await refuseForeignLog(database.db)
  const stopping = new AbortController()
  // One session can do one thing at a time: there, nobody is served before all is done.
  if (database.shared) migrateBehind(database, stopping.signal)
  else await migrateOnline(database)
  enlist(modules)
  // Whoever cannot keep it is told now, and not by the first who wants to sign in.
  authSecret()
  await ensureAdmin()
  if (!database.shared) await seed()
  const listener = startListening(database)
  const engine = kind === 'embedded' ? await startEngine() : undefined
  if (!engine) takeRoad(sendTo(createInngest()))
  tellEndpoints(stopping.signal)
  const following = followLog(stopping.signal)
  const closeFaultLab = settings().faultLab ? await openFaultLab() : undefined
  return {
    stop: async () => {
      stopping.abort()
      await closeFaultLab?.()
      takeRoad(undefined)
      endFollowing()
      await engine?.stop()
      await following
      hearOthers(undefined)
      listener?.close()
    },
  }
}

/** The embedded database has this process only. */
function startListening({ shared, sever }: Connection) {
  const { databaseUrl: url } = settings()
  if (!shared || !url) return
  const listener = openListener({ url, neon: isNeon(url), onNotice: wakeFollowers, onSilence: sever })
  hearOthers(listener)
  return listener
}

async function startEngine(): Promise<EmbeddedEngine> {
  // Reading the real environment costs a system call per variable, and Inngest's SDK reads all of them at every call:
  // a third of its time. A copy is as good.
  process.env = { ...process.env }
  const { POST } = createInngestHandler()
  const engine = new EmbeddedEngine({
    // Our calls are plain requests; `serve` asks for no more of Next's than that.
    handler: (request: Request) => POST(request as Parameters<typeof POST>[0], undefined),
    reactorsOf: (eventType) =>
      Object.entries(modules).flatMap(([module, { reactions }]) => {
        const reaction = reactions[eventType]
        return reaction ? [{ module, outside: typeof reaction === 'object' }] : []
      }),
    modules: { ...modules, webhooks },
  })
  takeRoad(engine.poke)
  await engine.start()
  return engine
}

import type { Pool } from 'pg'
import { connected } from '@/server/platform/database/connect'
import { openBaseline } from './baseline'
import { answerParent } from './child'
import { type Figures, type Load, measure, within } from './measure'
import { openShop } from './shop'

/* One database: which one it is stands in the environment, as for the shop itself. */

export type Sizes = { warmUp: Load; lone: Load; clients: Load; inFlight: Load }

export type Result = {
  database: string
  idleRssMb: number
  shop: { lone: Figures; clients: Figures; inFlight: Figures }
  baseline: { lone: Figures; clients: Figures; inFlight: Figures }
}

async function run(sizes: Sizes): Promise<Result> {
  const shop = await within('Opening the shop', openShop())
  // drizzle keeps the pool that it was given, but the type that all drivers share does not say so.
  const pool = (connected().db as unknown as { $client: Pool }).$client
  const baseline = await within('Making the tables of the baseline', openBaseline(pool))
  const database = await nameOf(pool)
  const idleRssMb = process.memoryUsage.rss() / 2 ** 20
  await measure(shop.buy, sizes.warmUp)
  await measure(baseline.buy, sizes.warmUp)
  // Shop and baseline take turns, so that what else the machine does at the time hits both.
  const both = async (load: Load) =>
    [await measure(shop.buy, load), await measure(baseline.buy, load)] as const
  const lone = await both(sizes.lone)
  const clients = await both(sizes.clients)
  const inFlight = await both(sizes.inFlight)
  await within('Closing the shop', shop.close())
  return {
    database,
    idleRssMb,
    shop: { lone: lone[0], clients: clients[0], inFlight: inFlight[0] },
    baseline: { lone: lone[1], clients: clients[1], inFlight: inFlight[1] },
  }
}

/** Its name and version, and how much a commit is worth on it: a faster one may only be a weaker one. */
async function nameOf(pool: Pool): Promise<string> {
  const { rows } = await pool.query(
    `select current_setting('server_version') as version, current_setting('fsync') as fsync,
       current_setting('synchronous_commit') as commit`,
  )
  const [{ version, fsync, commit }] = rows
  return `${connected().name} · version ${version} · fsync ${fsync}, synchronous_commit ${commit}`
}

await answerParent(run)

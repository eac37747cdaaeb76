import type { Pool } from 'pg'
import { connected } from '@/server/platform/database/connect'
import { openBaseline } from './baseline'
import { type Figures, type Load, measure, within } from './measure'
import { openShop } from './shop'

/*
 * One database, in a process of its own, so that nothing else stands in its figures. Which database it is stands in
 * the environment, as for the shop itself.
 */

export type Sizes = { warmUp: Load; lone: Load; clients: Load; inFlight: Load }

export type Result = {
  database: string
  embedded: boolean
  idleRssMb: number
  shop: { lone: Figures; clients: Figures; inFlight: Figures }
  baseline: { lone: Figures; clients: Figures }
}

async function main(sizes: Sizes): Promise<Result> {
  const shop = await within('Opening the shop', openShop())
  // drizzle keeps the pool that it was given, but the type that all drivers share does not say so.
  const pool = (connected().db as unknown as { $client: Pool }).$client
  const baseline = await within('Making the tables of the baseline', openBaseline(pool))
  const database = await nameOf(pool)
  const embedded = !connected().shared
  const idleRssMb = process.memoryUsage.rss() / 2 ** 20
  // Shop and baseline take turns, so that what else the machine does at the time hits both.
  await measure(shop.buy, sizes.warmUp)
  await measure(baseline.buy, sizes.warmUp)
  const shopLone = await measure(shop.buy, sizes.lone)
  const baselineLone = await measure(baseline.buy, sizes.lone)
  const shopClients = await measure(shop.buy, sizes.clients)
  const baselineClients = await measure(baseline.buy, sizes.clients)
  const inFlight = await measure(shop.buy, sizes.inFlight)
  await within('Closing the shop', shop.close())
  return {
    database,
    embedded,
    idleRssMb,
    shop: { lone: shopLone, clients: shopClients, inFlight },
    baseline: { lone: baselineLone, clients: baselineClients },
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

const result = await main(JSON.parse(process.argv[2] ?? '{}')).catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
process.send?.(result)
process.disconnect?.()

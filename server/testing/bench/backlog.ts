import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { boot } from '@/server/boot'
import { modules } from '@/server/modules'
import { closeDatabase, db, openDatabase } from '@/server/platform/database/connect'
import { migrateDatabase } from '@/server/platform/database/migrate'
import { settings } from '@/server/platform/settings'
import { deliveries } from '@/server/platform/tables'
import { enlist } from '@/server/platform/unit-of-work'
import { answerParent } from './child'
import { measure, openMeter } from './measure'
import { place, stockUp } from './shop'

/*
 * What a shop finds that was closed while customers went on ordering: one process writes the orders and moves nothing,
 * the next one boots and finishes them.
 */

export type Backlog = { do: 'write' | 'drain'; orders: number }
export type Drained = { seconds: number; cpuMs: number; peakRssMb: number }

async function write(orders: number): Promise<void> {
  await migrateDatabase(await openDatabase(settings()))
  enlist(modules)
  await stockUp()
  await measure(async () => void (await place()), { orders, clients: 20 })
  await closeDatabase()
}

async function drain(orders: number): Promise<Drained> {
  const meter = openMeter()
  const { stop } = await boot()
  while (await somethingPends()) await wait(50)
  const { seconds, cpuMs, peakRssMb } = meter.read()
  await stop()
  await closeDatabase()
  return { seconds, cpuMs: cpuMs / orders, peakRssMb }
}

async function somethingPends(): Promise<boolean> {
  const found = await db()
    .select({ lane: deliveries.lane })
    .from(deliveries)
    .where(sql`status = 'PENDING'`)
    .limit(1)
  return found.length > 0
}

await answerParent(async ({ do: what, orders }: Backlog): Promise<Drained | undefined> => {
  if (what === 'drain') return drain(orders)
  await write(orders)
  return undefined
})

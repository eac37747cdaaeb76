/*
 * A fresh process on what a killed one left: it boots, waits until nothing is left to do, and reports how the orders
 * stand. See crash.test.ts.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { boot } from '@/server/boot'
import { getOrder } from '@/server/modules/orders'
import { closeDatabase, db } from '@/server/platform/database/connect'
import { deliveryStatus } from '@/server/platform/delivery-status'

const answered = await new Promise<string[]>((resolve) =>
  process.once('message', (ids) => resolve(ids as string[])),
)
const { stop } = await boot()
while ((await deliveryStatus()).waiting > 0) await wait(20)
const orders = await Promise.all(answered.map(getOrder))
const { rows } = (await db().execute(sql`
  select (select count(*) from payment_provider.journal where kind = 'CAPTURED')::int as captures,
    (select sum(reserved) from inventory.products)::int as reserved
`)) as unknown as { rows: [{ captures: number; reserved: number }] }
const [{ captures, reserved }] = rows
process.send?.({ statuses: orders.map(({ status }) => status), captures, reserved })
await stop()
await closeDatabase()
process.disconnect()

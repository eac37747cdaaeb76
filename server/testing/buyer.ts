/*
 * A process that boots the app on the environment's database, places 50 orders and says so, and goes on working until
 * it is killed: see crash.test.ts.
 */
import { boot } from '@/server/boot'
import { aProduct, order } from './orders'

await boot()
const { sku } = await aProduct(1_000)
await Promise.all(
  Array.from({ length: 50 }, async () => {
    const orderId = await order({ sku })
    process.send?.({ orderId })
  }),
)
// Keeps the process alive whatever the engine does.
setInterval(() => {}, 1_000)

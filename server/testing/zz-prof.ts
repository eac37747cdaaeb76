import { openShop } from '/work/main/server/testing/bench/shop'
import { measure } from '/work/main/server/testing/bench/measure'
const shop = await openShop()
await measure(shop.buy, { orders: 100, clients: 1 })
const lone = await measure(shop.buy, { orders: 100, clients: 1, restMs: 10 })
const { Session } = await import('node:inspector/promises')
const s = new Session(); s.connect()
if (process.env.PROF) { await s.post('Profiler.enable'); await s.post('Profiler.start') }
const fl = await measure(shop.buy, { orders: Number(process.env.N ?? 800), clients: 200 })
if (process.env.PROF) { const { profile } = await s.post('Profiler.stop'); (await import('node:fs')).writeFileSync('/tmp/prof.cpuprofile', JSON.stringify(profile)) }
console.log('lone', lone, 'inflight', fl)
await shop.close()
process.exit(0)

import type { Caller } from '@/server/access/caller'
import { permissions } from '@/server/access/permissions'
import { modules } from '@/server/modules'
import { orders } from '@/server/modules/orders/infrastructure/tables'
import { closeDatabase, connected, db, openDatabase } from '@/server/platform/database/connect'
import { migrateDatabase } from '@/server/platform/database/migrate'
import { settings } from '@/server/platform/settings'
import { enlist } from '@/server/platform/unit-of-work'
import { appRouter } from '@/server/trpc/router'
import { table } from '../terminal'
import { machine } from './machine'
import { timesOf, WARM_UP } from './measure'

/*
 * How long the desk's tables take to answer their first page, each filter and sorting by itself, in the store of the
 * settings: DATABASE_URL, or the embedded one in TINY_STORE_DATA. `npm run seed:many` fills it. Figures only; nothing
 * here passes or fails. In process: what the network and the browser add is not in them.
 */

const RUNS = 40

await migrateDatabase(await openDatabase(settings()))
enlist(modules)
const caller: Caller = { kind: 'key', id: 'bench', name: 'bench', scopes: permissions }
const desk = appRouter.createCaller({ caller, requestId: 'bench', address: '', headers: new Headers() })
const limit = 25

const stored = await db().$count(orders)
const [some] = (await desk.orders.find({ limit: 1 })).items
const [parcel] = (await desk.shipments.list({ limit: 1 })).items
const [payment] = (await desk.payments.list({ limit: 1 })).items
if (!some || !parcel || !payment)
  throw new Error('The store has no orders. `npm run seed:many` gives it a past.')
const day = 86_400_000
const oldest = (await desk.orders.find({ sort: 'oldest', limit: 1 })).items[0] ?? some
const longAgo = { from: oldest.placedAt, to: new Date(oldest.placedAt.getTime() + day) }

const questions: [name: string, ask: () => Promise<unknown>][] = [
  ['Overview', () => desk.overview()],
  ['Frame', () => desk.pulse()],
  ['Orders', () => desk.orders.find({ limit })],
  ['Orders, cancelled', () => desk.orders.find({ statuses: ['CANCELLED'], limit })],
  ['Orders, confirmed (none or few)', () => desk.orders.find({ statuses: ['CONFIRMED'], limit })],
  ['Orders, a text of many', () => desk.orders.find({ text: 'a. customer', limit })],
  ['Orders, a text of one', () => desk.orders.find({ text: some.orderId.slice(-12), limit })],
  ['Orders, a text of none', () => desk.orders.find({ text: 'no such order', limit })],
  ['Orders, an e-mail address', () => desk.orders.find({ text: some.email ?? '', limit })],
  ['Orders, a SKU', () => desk.orders.find({ text: some.items[0]?.sku, limit })],
  ['Orders, a day long ago', () => desk.orders.find({ ...longAgo, limit })],
  ['Orders, the largest', () => desk.orders.find({ sort: 'largest', limit })],
  [
    'Orders, the smallest failed ones',
    () => desk.orders.find({ sort: 'smallest', statuses: ['PAYMENT_FAILED'], limit }),
  ],
  ['Order and its story', () => desk.events.story({ eventId: firstEvent })],
  ['Inventory', () => desk.inventory.list({ limit })],
  ['Inventory, by free stock, low', () => desk.inventory.list({ sort: 'free', level: 'LOW', limit })],
  ['Inventory, ledger', () => desk.inventory.ledger({ sku: some.items[0]?.sku ?? '', limit: 50 })],
  ['Payments', () => desk.payments.list({ limit })],
  ['Payments, refunded', () => desk.payments.list({ status: 'REFUNDED', limit })],
  ['Payments, the largest', () => desk.payments.list({ sort: 'largest', limit })],
  ['Payments, by order', () => desk.payments.list({ text: payment.orderId, limit })],
  ['Shipments', () => desk.shipments.list({ limit })],
  ['Shipments, to be dispatched', () => desk.shipments.list({ status: 'CREATED', limit })],
  ['Shipments, by tracking number', () => desk.shipments.list({ text: parcel.trackingNumber, limit })],
  ['Events', () => desk.events.list({ limit: 50 })],
  ['Events, failures', () => desk.events.list({ view: 'failures', limit: 50 })],
  ['Events, a day long ago', () => desk.events.list({ ...longAgo, limit: 50 })],
  ['Dead letters', () => desk.deadLetters.groups()],
  ['Dead letters, decisions', () => desk.deadLetters.decisions({ limit: 50 })],
  ['Command menu', () => desk.jump({ text: some.orderId.slice(-12) })],
]

const firstEvent =
  (await desk.events.list({ orderId: some.orderId, order: 'asc', limit: 1 })).items[0]?.eventId ?? ''
const most = connected().shared ? 50 : 150
console.log(`
${machine()}
Store     ${connected().name}, ${stored} orders
Asked     each ${RUNS} times after ${WARM_UP} to warm up; all times in ms
`)
const rows: string[][] = []
for (const [name, ask] of questions) {
  const { p50, p95 } = await timesOf(ask, RUNS)
  rows.push([name, p50.toFixed(1), p95.toFixed(1), p95 <= most ? '✔' : '✘'])
}
console.log(`${table([['', 'p50', 'p95', `≤ ${most} ms`], ...rows], 'lrrr').join('\n')}\n`)
await closeDatabase()

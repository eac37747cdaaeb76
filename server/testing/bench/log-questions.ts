import { sql } from 'drizzle-orm'
import { db } from '@/server/platform/database/connect'
import type { EventFilter } from '@/server/platform/event-filter'
import type { Page } from '@/server/platform/event-search'
import { skus } from './log-events'

type Question = { name: string; filter: EventFilter } & Omit<Page, 'limit'>

/** What the log is asked in the benchmark: every filter and view, for what is common and what is rare, new and old. */
export async function questions(): Promise<Question[]> {
  const { rows } = (await db().execute(sql`
    select max(position) as last, min(occurred_at) as oldest,
      (select lane from log.events where sequence = 7 limit 1) as order_id
    from log.events`)) as unknown as { rows: [{ last: string; oldest: Date; order_id: string }] }
  const [{ last, oldest, order_id: orderId }] = rows
  const day = (number: number) => new Date(new Date(oldest).getTime() + number * 86_400_000)
  const oldDay = { from: day(30), to: day(31) }
  const oldMonths = { from: day(20), to: day(140) }
  const having = (key: string, value: string) => ({ contains: [{ key, value }] })
  const { common, past, rare, none } = skus
  const middle = Math.round(Number(last) / 2)
  return [
    { name: 'everything', filter: {} },
    { name: 'everything, oldest first', filter: {}, order: 'asc' },
    { name: 'everything, from the middle on', filter: {}, cursor: middle },
    { name: 'common type', filter: { eventType: 'OrderPlaced' } },
    { name: 'rare type', filter: { eventType: 'OrderRejected' } },
    { name: 'type that nothing has', filter: { eventType: 'ShipmentVoided' } },
    { name: 'module', filter: { module: 'payments' } },
    { name: 'view: failures', filter: { view: 'failures' } },
    { name: 'view: failures, from the middle on', filter: { view: 'failures' }, cursor: middle },
    { name: 'view: cancellations', filter: { view: 'cancellations' } },
    { name: 'view: last hour', filter: { within: '1h' } },
    { name: 'failures of the last 7 days', filter: { view: 'failures', within: '7d' } },
    { name: 'order', filter: { orderId } },
    { name: 'order and type', filter: { orderId, eventType: 'OrderPlaced' } },
    { name: 'common aggregate', filter: { aggregateId: common } },
    { name: 'rare aggregate', filter: { aggregateId: orderId } },
    { name: 'aggregate and type', filter: { aggregateId: common, eventType: 'InventoryReleased' } },
    { name: 'aggregate and type, none', filter: { aggregateId: common, eventType: 'StockAdjusted' } },
    { name: 'a day long ago', filter: oldDay },
    { name: 'months long ago', filter: oldMonths },
    { name: 'months long ago, oldest first', filter: oldMonths, order: 'asc' },
    { name: 'since long ago', filter: { from: day(5) } },
    { name: 'until long ago', filter: { to: day(5) } },
    { name: 'a time without events', filter: { from: new Date('2001-01-01'), to: new Date('2001-02-01') } },
    { name: 'common type, a day long ago', filter: { eventType: 'OrderPlaced', ...oldDay } },
    { name: 'failures, months long ago', filter: { view: 'failures', ...oldMonths } },
    { name: 'payload: in half of all events', filter: having('currency', 'EUR') },
    { name: 'payload: in a twelfth of all events', filter: having('sku', common) },
    { name: 'payload: in half of all, long ago', filter: having('sku', past) },
    { name: 'payload: in a few events', filter: having('sku', rare) },
    { name: 'payload: in no event', filter: having('sku', none) },
    { name: 'payload: a customer', filter: having('customerId', 'customer-77') },
    { name: 'payload: a reason', filter: having('reason', 'card_declined') },
    { name: 'payload: number in lists', filter: having('quantity', '3') },
    { name: 'payload: oldest first', filter: having('sku', common), order: 'asc' },
    { name: 'payload: from the middle on', filter: having('sku', common), cursor: middle },
    { name: 'payload and common type', filter: { eventType: 'OrderPlaced', ...having('sku', common) } },
    { name: 'payload and type, rare', filter: { eventType: 'OrderPlaced', ...having('sku', rare) } },
    { name: 'payload and failures', filter: { view: 'failures', ...having('reason', 'insufficient_stock') } },
    { name: 'payload and failures, none', filter: { view: 'failures', ...having('sku', past) } },
    { name: 'payload, a day long ago', filter: { ...having('sku', common), ...oldDay } },
    { name: 'payload long ago, last 7 days', filter: { ...having('sku', past), within: '7d' } },
    {
      name: 'payload, months long ago, type',
      filter: { eventType: 'OrderPaid', ...having('sku', past), ...oldMonths },
    },
    {
      name: 'payload: two values',
      filter: {
        contains: [
          { key: 'sku', value: common },
          { key: 'currency', value: 'EUR' },
        ],
      },
    },
    { name: 'payload and aggregate', filter: { aggregateId: common, ...having('quantity', '2') } },
  ]
}

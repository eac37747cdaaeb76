import { and, count, gte, inArray, lt, sql } from 'drizzle-orm'
import { toMajor } from '@/server/kernel/money'
import { db } from '@/server/platform/database/connect'
import { seldom } from '@/server/platform/seldom'
import { type OrderStatus, orderStatuses } from '../domain/order'
import { orders } from '../infrastructure/tables'

const DAYS = 14
const DAY_MS = 86_400_000
/** How many of the last that shipped the pace is taken of. */
const PACED = 500

type Counted = { at: Date; status: OrderStatus; currency: string; orders: number; cents: number }

/** What was placed within a day or an hour, and what became of it. */
export type Span = {
  at: Date
  ordersByStatus: Record<OrderStatus, number>
  revenue: { currency: string; amount: number }[]
}

/**
 * Orders and revenue of today, by the hour, and of the last two weeks, by the day; a day begins at midnight UTC. Only
 * today is counted each time: the days before hardly change any more and are counted once a minute.
 */
export async function getOrderFigures() {
  const today = new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS)
  const [hours, before, open, placedToShipped] = await Promise.all([
    countBy('hour', today, new Date(today.getTime() + DAY_MS)),
    daysBefore(today.toISOString()),
    countOpen(),
    getPace(),
  ])
  const ofToday = hours.map((row) => ({ ...row, at: today }))
  const days = spans([...before, ...ofToday], DAYS, DAY_MS, today)
  const sum = (statuses: readonly OrderStatus[], rows: Counted[]) =>
    rows.reduce((total, row) => total + (statuses.includes(row.status) ? row.orders : 0), 0)
  const placed = sum(orderStatuses, hours)
  return {
    ordersToday: placed,
    revenueToday: days.at(-1)?.revenue ?? [],
    rejectedToday: sum(['REJECTED'], hours),
    failedToday: sum(['PAYMENT_FAILED'], hours),
    failedShare: placed > 0 ? sum(['REJECTED', 'PAYMENT_FAILED'], hours) / placed : null,
    /** What is still under way, whenever it was placed; what has ended, of those two weeks. */
    ordersByStatus: { ...total(days), ...open },
    placedToShipped,
    days,
    hours: spans(hours, 24, DAY_MS / 24, new Date(today.getTime() + DAY_MS - DAY_MS / 24)),
  }
}

const daysBefore = seldom(60_000, (today) => {
  const end = new Date(today)
  return countBy('day', new Date(end.getTime() - (DAYS - 1) * DAY_MS), end)
})

async function countBy(unit: 'hour' | 'day', from: Date, to: Date): Promise<Counted[]> {
  // Written out, so that what is selected and what is grouped by are the same to Postgres.
  const at = sql`date_trunc(${unit}, ${orders.placedAt}, 'UTC')`.inlineParams()
  return db()
    .select({
      at: sql<Date>`${at}`.mapWith(orders.placedAt),
      status: orders.status,
      currency: orders.currency,
      orders: count(),
      cents: sql<number>`sum(${orders.totalCents})::float8`,
    })
    .from(orders)
    .where(and(gte(orders.placedAt, from), lt(orders.placedAt, to)))
    .groupBy(at, orders.status, orders.currency)
}

const openStatuses = ['PENDING', 'CONFIRMED', 'PAID'] as const satisfies OrderStatus[]

async function countOpen() {
  const rows = await db()
    .select({ status: orders.status, orders: count() })
    .from(orders)
    .where(inArray(orders.status, openStatuses))
    .groupBy(orders.status)
  const of = (status: OrderStatus) => rows.find((row) => row.status === status)?.orders ?? 0
  return { PENDING: of('PENDING'), CONFIRMED: of('CONFIRMED'), PAID: of('PAID') }
}

/** How long the last ones took from OrderPlaced to OrderShipped, by the log. */
async function getPace() {
  const { rows } = (await db().execute(sql`
    select count(*)::int as "shipped", percentile_cont(0.5) within group (order by ms)::float8 as "p50Ms",
      percentile_cont(0.95) within group (order by ms)::float8 as "p95Ms"
    from (
      select extract(epoch from shipped.occurred_at - placed.occurred_at) * 1000 as ms
      from (
        select lane, occurred_at from log.events where event_type = 'OrderShipped' order by position desc limit ${PACED}
      ) shipped
      join log.events placed on placed.lane = shipped.lane and placed.sequence = 1
    ) taken
  `)) as unknown as { rows: [{ shipped: number; p50Ms: number; p95Ms: number }] }
  return rows[0].shipped > 0 ? rows[0] : null
}

/** So many spans, the last one beginning at `last`; those without an order too. */
function spans(rows: Counted[], many: number, lengthMs: number, last: Date): Span[] {
  return Array.from({ length: many }, (_, index) => {
    const at = new Date(last.getTime() - (many - 1 - index) * lengthMs)
    const within = rows.filter((row) => row.at.getTime() === at.getTime())
    return { at, ordersByStatus: byStatus(within), revenue: revenueOf(within) }
  })
}

function byStatus(rows: Counted[]): Record<OrderStatus, number> {
  const counted = Object.fromEntries(orderStatuses.map((status) => [status, 0])) as Record<
    OrderStatus,
    number
  >
  for (const { status, orders } of rows) counted[status] += orders
  return counted
}

function total(days: Span[]): Record<OrderStatus, number> {
  const counted = byStatus([])
  for (const { ordersByStatus } of days)
    for (const status of orderStatuses) counted[status] += ordersByStatus[status]
  return counted
}

/** What was paid and not given back, the currency that brought most first. */
function revenueOf(rows: Counted[]): Span['revenue'] {
  const cents = new Map<string, number>()
  for (const row of rows) {
    if (row.status !== 'PAID' && row.status !== 'SHIPPED') continue
    cents.set(row.currency, (cents.get(row.currency) ?? 0) + row.cents)
  }
  return [...cents]
    .sort(([, a], [, b]) => b - a)
    .map(([currency, sum]) => ({ currency, amount: toMajor(sum, currency) }))
}

import type { ModelName } from './generations'
import { dayOf, hourOf, type Slot } from './projectors/projector'
import { listReadModels, readModel } from './queries'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** What the desk shows at once: so many slots, the last of which is the present one. */
const stretches = {
  '24h': { by: 'hour', many: 24 },
  '7d': { by: 'day', many: 7 },
  '30d': { by: 'day', many: 30 },
  '90d': { by: 'day', many: 90 },
} as const

export type Stretch = keyof typeof stretches
export const stretchNames = Object.keys(stretches) as [Stretch, ...Stretch[]]

/** SKUs that fit into a picture. */
const MOST_SOLD = 12

/** The figures of the read models over a stretch of time; what is kept by the day is told by the day. */
export async function getFigures(stretch: Stretch, now = new Date()) {
  const { by, many } = stretches[stretch]
  const slots = slotsOf(by, many, now)
  const days = by === 'day' ? slots : slotsOf('day', 2, now)
  const to = new Date(now.getTime() + DAY_MS)
  const over = (of: Date[], slot: Slot) => ({ from: of[0] ?? now, to, by: slot })
  const [orders, pace, wholePace, revenue, endings, wholeEndings, units, standing] = await Promise.all([
    readModel('orders-per-hour', over(slots, by)),
    readModel('placed-to-shipped', over(slots, by)),
    readModel('placed-to-shipped', over(slots, 'range')),
    readModel('revenue-per-day', over(days, 'day')),
    readModel('failure-shares', over(days, 'day')),
    readModel('failure-shares', over(days, 'range')),
    readModel('units-per-sku', over(days, 'range')),
    listReadModels(),
  ])
  return {
    by,
    /** Whatever nothing is known of was nothing. */
    orders: filled(slots, orders, { orders: 0 }),
    pace: filled(slots, pace, { shipped: 0, p50Ms: null, p90Ms: null, p95Ms: null, p99Ms: null }),
    wholePace: wholePace[0] ?? null,
    days,
    revenue,
    endings: filled(days, endings, { ended: 0, shipped: 0, rejected: 0, paymentFailed: 0, cancelled: 0 }),
    wholeEndings: wholeEndings[0] ?? null,
    units: units.slice(0, MOST_SOLD),
    skus: units.length,
    behind: Object.fromEntries(standing.map(({ name, live }) => [name, live.behind])) as Record<
      ModelName,
      (typeof standing)[number]['live']['behind']
    >,
  }
}

function slotsOf(by: 'hour' | 'day', many: number, now: Date): Date[] {
  const [last, length] = by === 'hour' ? [hourOf(now), HOUR_MS] : [dayOf(now), DAY_MS]
  return Array.from({ length: many }, (_, n) => new Date(last.getTime() - (many - 1 - n) * length))
}

function filled<Item extends { at: Date }, None>(slots: Date[], items: Item[], none: None) {
  const known = new Map(items.map((item) => [item.at.getTime(), item]))
  return slots.map((at): Item | (None & { at: Date }) => known.get(at.getTime()) ?? { at, ...none })
}

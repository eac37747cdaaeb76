import { z } from 'zod'
import { readModels } from './projectors'

/*
 * How read models are told by HTTP.
 */

const times = z.enum(['hour', 'day', 'range'])
const ms = z.number().nonnegative().nullable()
const many = z.int().nonnegative()
const share = z.number().min(0).max(1)
const at = z.date().describe('When the hour, the day or the range begins; hours and days are UTC’s.')

const behind = z
  .object({
    events: many,
    more: z.boolean().describe('Whether there are more than that; nobody counts further.'),
    ms: z.number().nonnegative().describe('How long ago the first of them was told.'),
  })
  .describe('How many events of the log are not taken in yet.')

const items = {
  'orders-per-hour': z.object({ at, orders: many }),
  'revenue-per-day': z.object({
    at,
    currency: z.string(),
    captured: z.number(),
    refunded: z.number(),
    revenue: z.number().describe('What was captured without what was given back on that day.'),
  }),
  'failure-shares': z.object({
    at,
    ended: many,
    shipped: many,
    rejected: many,
    paymentFailed: many,
    cancelled: many,
    rejectedShare: share,
    paymentFailedShare: share,
    cancelledShare: share,
    failedShare: share,
  }),
  'placed-to-shipped': z.object({ at, shipped: many, p50Ms: ms, p90Ms: ms, p95Ms: ms, p99Ms: ms }),
  'units-per-sku': z.object({ at, sku: z.string(), units: z.int() }),
} satisfies Record<keyof typeof readModels, z.ZodType>

const about = {
  says: z.string(),
  from: z.date(),
  to: z.date(),
  by: times,
  generation: z.int(),
  behind,
}

const figuresOf = <Name extends keyof typeof items>(model: Name) =>
  z.object({ model: z.literal(model), ...about, items: z.array(items[model]) })

/** What a read model says of a stretch of time. */
export const Figures = z
  .discriminatedUnion('model', [
    figuresOf('orders-per-hour'),
    figuresOf('revenue-per-day'),
    figuresOf('failure-shares'),
    figuresOf('placed-to-shipped'),
    figuresOf('units-per-sku'),
  ])
  .meta({ id: 'Figures' })

const Comparison = z
  .object({
    at: z.string(),
    rows: many,
    different: many,
    first: z.array(
      z.object({
        at: z.string(),
        of: z.string(),
        live: z.string().nullable().describe('What is asked now; null: it has no such row.'),
        rebuilt: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Comparison' })

const generation = {
  generation: z.int(),
  status: z.enum(['LIVE', 'BUILDING', 'PAUSED', 'READY']),
  events: many.describe('Events of the log that it has seen.'),
  startedAt: z.date(),
  readyAt: z.date().nullable(),
  compared: Comparison.nullable(),
}

export const RebuildView = z
  .object({
    ...generation,
    of: many.describe('How many events there are to see.'),
    perSecond: z.number().nonnegative().nullable(),
    leftMs: z.number().nonnegative().nullable(),
  })
  .meta({ id: 'Rebuild' })

/** How a read model stands. */
export const ReadModelView = z
  .object({
    name: z.enum(Object.keys(readModels) as [keyof typeof readModels, ...(keyof typeof readModels)[]]),
    says: z.string(),
    grain: z.enum(['hour', 'day']),
    live: z.object({ ...generation, behind }),
    rebuild: RebuildView.optional(),
  })
  .meta({ id: 'ReadModel' })

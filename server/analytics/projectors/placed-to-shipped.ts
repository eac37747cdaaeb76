import { bucketOf, percentile } from './histogram'
import { bySlot, hourOf, noting, type ReadModel } from './projector'

/** When the order was placed: noted until it ends. */
type Open = { placedAt: string }

const over = () => ({ note: null })

export const placedToShipped = {
  says: 'How long orders took from placed to shipped, within 1 %',
  grain: 'hour',
  on: noting<Open>({
    OrderPlaced: ({ occurredAt }) => ({ note: { placedAt: occurredAt.toISOString() } }),
    OrderShipped: ({ occurredAt }, open) => {
      if (!open) return {}
      const ms = occurredAt.getTime() - new Date(open.placedAt).getTime()
      return { add: [{ at: hourOf(occurredAt), of: String(bucketOf(ms)), by: 1 }], note: null }
    },
    OrderRejected: over,
    OrderPaymentFailed: over,
    OrderCancelled: over,
  }),
  answer: (rows) =>
    bySlot(rows).map(({ at, values }) => {
      const counts = new Map([...values].map(([of, count]) => [Number(of), count]))
      const ms = (share: number) => percentile(counts, share)
      return {
        at,
        shipped: [...counts.values()].reduce((sum, count) => sum + count, 0),
        p50Ms: ms(0.5),
        p90Ms: ms(0.9),
        p95Ms: ms(0.95),
        p99Ms: ms(0.99),
      }
    }),
} satisfies ReadModel

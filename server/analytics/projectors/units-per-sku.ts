import type { HeldLine } from '@/server/events'
import { dayOf, noting, type ReadModel } from './projector'

/** What was sold and may still be given back: noted until the order ends. */
type Sold = { at: string; items: HeldLine[] }

const units = (at: string, items: HeldLine[], sign: 1 | -1) =>
  items.map(({ sku, quantity }) => ({ at: new Date(at), of: sku, by: sign * quantity }))

export const unitsPerSku = {
  says: 'Units paid for and not given back, by SKU and the day of the sale',
  grain: 'day',
  on: noting<Sold>({
    OrderPaid: ({ occurredAt, payload: { items } }) => {
      const at = dayOf(occurredAt).toISOString()
      return { add: units(at, items, 1), note: { at, items } }
    },
    OrderShipped: () => ({ note: null }),
    OrderCancelled: (_, sold) => (sold ? { add: units(sold.at, sold.items, -1), note: null } : {}),
  }),
  answer: (rows) =>
    rows
      .filter(({ value }) => value !== 0)
      .map(({ at, of, value }) => ({ at, sku: of, units: value }))
      .sort((a, b) => a.at.getTime() - b.at.getTime() || b.units - a.units || (a.sku < b.sku ? -1 : 1)),
} satisfies ReadModel

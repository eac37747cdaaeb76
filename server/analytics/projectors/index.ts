import { failureShares } from './failure-shares'
import { ordersPerHour } from './orders-per-hour'
import { placedToShipped } from './placed-to-shipped'
import type { ReadModel } from './projector'
import { revenuePerDay } from './revenue-per-day'
import { unitsPerSku } from './units-per-sku'

/** All read models, by the names under which they are asked for and kept. */
export const readModels = {
  'orders-per-hour': ordersPerHour,
  'revenue-per-day': revenuePerDay,
  'failure-shares': failureShares,
  'placed-to-shipped': placedToShipped,
  'units-per-sku': unitsPerSku,
} satisfies Record<string, ReadModel>

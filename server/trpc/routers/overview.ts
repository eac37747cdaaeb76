import * as inventory from '@/server/modules/inventory'
import * as orders from '@/server/modules/orders'
import { connected } from '@/server/platform/database/connect'
import { listGroups } from '@/server/platform/dead-letter-queries'
import { deliveryStatus } from '@/server/platform/delivery-status'
import { settings } from '@/server/platform/settings'
import { procedure } from '../trpc'

/** Names of the scarce that fit on the overview. */
const SCARCE = 5

/** The state of the shop in numbers. */
export const overview = procedure('orders:read').query(async () => {
  const [figures, deliveries, deadGroups, scarce] = await Promise.all([
    orders.getOrderFigures(),
    deliveryStatus(),
    listGroups(),
    inventory.listScarce(SCARCE),
  ])
  return {
    ...figures,
    deliveries,
    deadGroups,
    scarce,
    engine: settings().engine,
    database: connected().name,
  }
})

import { z } from 'zod'
import * as inventory from '@/server/modules/inventory'
import { procedure } from '../trpc'

const sku = z.strictObject({ sku: z.string() })

/** What the shop sells, as customers may see it. */
export const catalogue = {
  list: procedure('anyone').query(async () => (await inventory.listProducts({ status: 'ACTIVE' })).items),
  /** A product now and whenever it has changed; null once it is no longer for sale. */
  watch: procedure('anyone')
    .input(sku)
    .subscription(({ input, signal }) => inventory.watchProductForSale(input.sku, signal)),
  bySku: procedure('anyone')
    .input(sku)
    .query(({ input }) => inventory.getProductForSale(input.sku)),
}

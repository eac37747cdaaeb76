import { z } from 'zod'
import * as inventory from '@/server/modules/inventory'
import { procedure } from '../trpc'

const sku = z.object({ sku: z.string() })

/** What the shop sells, as customers may see it. */
export const catalogue = {
  list: procedure.query(async () => (await inventory.listProducts({ status: 'ACTIVE' })).items),
  bySku: procedure.input(sku).query(({ input }) => inventory.getProductForSale(input.sku)),
}

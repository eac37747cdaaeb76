import { z } from 'zod'
import * as inventory from '@/server/modules/inventory'
import { procedure } from '../trpc'

const sku = z.object({ sku: z.string() })

export const inventoryRouter = {
  list: procedure.query(async () => (await inventory.listProducts()).items),
  bySku: procedure.input(sku).query(({ input }) => inventory.getProduct(input.sku)),
  ledger: procedure.input(sku).query(({ input }) => inventory.getLedger(input.sku)),
  update: procedure
    .input(sku.extend(inventory.UpdateProduct.shape))
    .mutation(({ input: { sku, ...changes } }) => inventory.updateProduct(sku, changes)),
}

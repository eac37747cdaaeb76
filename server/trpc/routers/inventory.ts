import { z } from 'zod'
import { words } from '@/server/kernel/text'
import * as inventory from '@/server/modules/inventory'
import { limit, onwards, page } from '../page'
import { procedure } from '../trpc'

const sku = z.strictObject({ sku: z.string() })

export const inventoryRouter = {
  list: procedure('inventory:read')
    .input(
      z.strictObject({
        text: words(100).optional(),
        level: z.enum(inventory.stockLevels).optional(),
        status: z.enum(inventory.productStatuses).optional(),
        sort: z.enum(inventory.stockSorts).optional(),
        ...page,
      }),
    )
    .query(({ input }) => inventory.listStock(input)),
  counts: procedure('inventory:read').query(() => inventory.countStock()),
  bySku: procedure('inventory:read')
    .input(sku)
    .query(({ input }) => inventory.getStock(input.sku)),
  ledger: procedure('inventory:read')
    .input(sku.extend({ cursor: z.number().int().optional(), limit, ...onwards }))
    .query(({ input: { sku, ...page } }) => inventory.getLedger(sku, page)),
  create: procedure('inventory:write')
    .input(inventory.CreateProduct)
    .mutation(({ input }) => inventory.createProduct(input)),
  update: procedure('inventory:write')
    .input(sku.extend(inventory.UpdateProduct.shape))
    .mutation(({ input: { sku, ...changes } }) => inventory.updateProduct(sku, changes)),
}

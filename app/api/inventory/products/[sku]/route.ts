import { readBody, route } from '@/server/http'
import { getProduct, UpdateProduct, updateProduct } from '@/server/modules/inventory'

export const { GET, POST, PUT, PATCH, DELETE } = route<{ sku: string }>({
  GET: ['anyone', async (_, { sku }) => Response.json(await getProduct(sku))],
  PATCH: [
    'inventory:write',
    async (request, { sku }) =>
      Response.json(await updateProduct(sku, await readBody(request, UpdateProduct))),
  ],
})

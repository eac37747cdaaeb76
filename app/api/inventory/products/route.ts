import { z } from 'zod'
import { limit, listResponse, readBody, readQuery, route } from '@/server/http'
import { CreateProduct, createProduct, listProducts, productStatuses } from '@/server/modules/inventory'

const Filter = z.strictObject({
  status: z.enum(productStatuses).optional(),
  cursor: z.uuid().optional(),
  limit,
})

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: ['anyone', async (request) => listResponse(request, await listProducts(readQuery(request, Filter)))],
  POST: [
    'inventory:write',
    async (request) => {
      const product = await createProduct(await readBody(request, CreateProduct))
      const location = `/api/inventory/products/${encodeURIComponent(product.sku)}`
      return Response.json(product, { status: 201, headers: { location } })
    },
  ],
})

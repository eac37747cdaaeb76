import { z } from 'zod'
import { limit, listResponse, operation, route } from '@/server/http'
import {
  CreateProduct,
  createProduct,
  listProducts,
  ProductView,
  productStatuses,
} from '@/server/modules/inventory'

const Filter = z.strictObject({
  status: z.enum(productStatuses).optional(),
  cursor: z.uuid().optional(),
  limit,
})

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: [
    'anyone',
    operation(
      {
        id: 'listProducts',
        summary: 'Products, the newest first',
        query: Filter,
        answers: { 200: z.array(ProductView) },
        examples: { 'What is sold': { query: { status: 'ACTIVE', limit: 20 } } },
      },
      async ({ request, query }) => listResponse(request, await listProducts(query)),
    ),
  ],
  POST: [
    'inventory:write',
    operation(
      {
        id: 'createProduct',
        summary: 'Make a product',
        body: CreateProduct,
        answers: { 201: ProductView },
        refusals: { 409: ['duplicate-sku'] },
        examples: {
          'A mug': {
            body: { sku: 'MUG-TALL-BLUE', name: 'Tall mug, blue', price: 14.5, stockQuantity: 40 },
          },
        },
      },
      async ({ body }) => {
        const product = await createProduct(body)
        const location = `/api/inventory/products/${encodeURIComponent(product.sku)}`
        return Response.json(product, { status: 201, headers: { location } })
      },
    ),
  ],
})

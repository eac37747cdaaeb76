import { operation, route } from '@/server/http'
import { getProduct, ProductView, UpdateProduct, updateProduct } from '@/server/modules/inventory'

export const { GET, POST, PUT, PATCH, DELETE } = route<{ sku: string }>({
  GET: [
    'anyone',
    operation({ id: 'getProduct', summary: 'One product', answers: { 200: ProductView } }, ({ params }) =>
      getProduct(params.sku),
    ),
  ],
  PATCH: [
    'inventory:write',
    operation(
      {
        id: 'updateProduct',
        summary: 'Change a product, or set its stock',
        body: UpdateProduct,
        answers: { 200: ProductView },
        refusals: { 409: ['stock-below-reserved', 'conflict'] },
        examples: {
          'Stock counted anew': { body: { stockQuantity: 100, reason: 'Stocktaking' } },
          'A new price': { body: { price: 13.5 } },
        },
      },
      ({ params, body }) => updateProduct(params.sku, body),
    ),
  ],
})

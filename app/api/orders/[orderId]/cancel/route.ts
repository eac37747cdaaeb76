import { readIdempotencyKey, readOptionalBody, route } from '@/server/http'
import { CancelOrder, cancelOrder } from '@/server/modules/orders'

export const { GET, POST, PUT, PATCH, DELETE } = route<{ orderId: string }>({
  POST: [
    'anyone',
    async (request, { orderId }) => {
      const body = await readOptionalBody(request, CancelOrder)
      const key = readIdempotencyKey(request)
      const once = key === undefined ? undefined : { key, request: ['cancel', orderId, body] }
      return Response.json(await cancelOrder(orderId, body, { once }))
    },
  ],
})

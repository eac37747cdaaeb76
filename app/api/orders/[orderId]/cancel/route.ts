import { readOptionalBody, route } from '@/server/http'
import { CancelOrder, cancelOrder } from '@/server/modules/orders'

export const { GET, POST, PUT, PATCH, DELETE } = route<{ orderId: string }>({
  POST: async (request, { orderId }) =>
    Response.json(await cancelOrder(orderId, await readOptionalBody(request, CancelOrder))),
})

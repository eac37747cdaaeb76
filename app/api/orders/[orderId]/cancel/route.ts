import { orderAccess } from '@/server/access/buyer'
import { nameOf } from '@/server/access/caller'
import { currentCaller } from '@/server/access/context'
import { readIdempotencyKey, readOptionalBody, route } from '@/server/http'
import { CancelOrder, cancelOrder, demandAccess } from '@/server/modules/orders'

export const { GET, POST, PUT, PATCH, DELETE } = route<{ orderId: string }>({
  POST: [
    'anyone',
    async (request, { orderId }) => {
      const body = await readOptionalBody(request, CancelOrder)
      const key = readIdempotencyKey(request)
      const once = key === undefined ? undefined : { key, request: ['cancel', orderId, body] }
      await demandAccess(orderId, orderAccess(request.headers, 'orders:write'))
      return Response.json(await cancelOrder(orderId, body, { by: nameOf(currentCaller()), once }))
    },
  ],
})

import { orderAccess } from '@/server/access/buyer'
import { route } from '@/server/http'
import { seeOrder } from '@/server/modules/orders'

export const { GET, POST, PUT, PATCH, DELETE } = route<{ orderId: string }>({
  GET: [
    'anyone',
    async ({ headers }, { orderId }) => {
      const { order } = await seeOrder(orderId, orderAccess(headers, 'orders:read'))
      return Response.json(order)
    },
  ],
})

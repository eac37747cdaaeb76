import { route } from '@/server/http'
import { getOrder } from '@/server/modules/orders'

export const { GET, POST, PUT, PATCH, DELETE } = route<{ orderId: string }>({
  GET: ['anyone', async (_, { orderId }) => Response.json(await getOrder(orderId))],
})

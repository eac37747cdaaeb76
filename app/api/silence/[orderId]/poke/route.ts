import { route } from '@/server/http'
import { pokeOrder } from '@/server/silence'

export const { GET, POST, PUT, PATCH, DELETE } = route<{ orderId: string }>({
  POST: ['dead-letters:write', async (_, { orderId }) => Response.json(await pokeOrder(orderId))],
})

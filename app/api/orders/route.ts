import { z } from 'zod'
import { buyerOf } from '@/server/access/buyer'
import { checkout, PlaceOrder } from '@/server/checkout'
import { limit, listResponse, readBody, readIdempotencyKey, readQuery, route } from '@/server/http'
import { line } from '@/server/kernel/text'
import { listOrders, orderStatuses } from '@/server/modules/orders'

const Filter = z.strictObject({
  status: z.enum(orderStatuses).optional(),
  customerId: line(100).optional(),
  cursor: z.uuid().optional(),
  limit,
})

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: [
    'orders:read',
    async (request) => listResponse(request, await listOrders(readQuery(request, Filter))),
  ],
  POST: [
    'anyone',
    async (request) => {
      const buyer = buyerOf(request.headers)
      const order = await checkout(await readBody(request, PlaceOrder), buyer, readIdempotencyKey(request))
      const headers = new Headers({ location: `/api/orders/${order.orderId}` })
      if (buyer.browser) headers.set('set-cookie', buyer.browser.setCookie)
      return Response.json(order, { status: 201, headers })
    },
    'order',
  ],
})

import { orderAccess } from '@/server/access/buyer'
import { operation, route } from '@/server/http'
import { SeenOrder, seeOrder } from '@/server/modules/orders'

export const { GET, POST, PUT, PATCH, DELETE } = route<{ orderId: string }>({
  GET: [
    'anyone',
    operation(
      {
        id: 'getOrder',
        summary: 'One order',
        description:
          'Anybody who knows its number sees how far it is. All of it is shown to who holds a token of the order or may read orders.',
        answers: { 200: SeenOrder },
        security: [{}, { orderToken: [] }, { key: ['orders:read'] }, { session: ['orders:read'] }],
      },
      async ({ request, params: { orderId } }) =>
        (await seeOrder(orderId, orderAccess(request.headers, 'orders:read'))).order,
    ),
  ],
})

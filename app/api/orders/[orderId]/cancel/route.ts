import { orderAccess } from '@/server/access/buyer'
import { nameOf } from '@/server/access/caller'
import { currentCaller } from '@/server/access/context'
import { operation, route } from '@/server/http'
import { CancelledOrder, CancelOrder, cancelOrder, demandAccess } from '@/server/modules/orders'

export const { GET, POST, PUT, PATCH, DELETE } = route<{ orderId: string }>({
  POST: [
    'anyone',
    operation(
      {
        id: 'cancelOrder',
        summary: 'Cancel an order',
        description:
          'Whoever holds something for the order undoes it: stock goes back, money too. Asked again it answers the same.',
        body: CancelOrder,
        bodyIsOptional: true,
        idempotent: true,
        answers: { 200: CancelledOrder },
        refusals: { 401: ['unauthenticated'], 403: ['forbidden'], 409: ['order-final'] },
        security: [{ orderToken: [] }, { key: ['orders:write'] }, { session: ['orders:write'] }],
        examples: { 'With a reason': { body: { reason: 'Changed my mind' } }, 'Without one': {} },
      },
      async ({ request, params: { orderId }, body, key }) => {
        const once = key === undefined ? undefined : { key, request: ['cancel', orderId, body] }
        await demandAccess(orderId, orderAccess(request.headers, 'orders:write'))
        return cancelOrder(orderId, body, { by: nameOf(currentCaller()), once })
      },
    ),
  ],
})

import { nameOf } from '@/server/access/caller'
import { currentCaller } from '@/server/access/context'
import { operation, route, sampleId } from '@/server/http'
import { EraseCustomer, ErasedOrders, eraseCustomer } from '@/server/modules/orders'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: [
    'customers:erase',
    operation(
      {
        id: 'eraseCustomer',
        summary: 'Make unreadable who a customer is',
        description:
          'In all orders of the customer, and in all that was told of them; or, while one is still under way, in none.',
        body: EraseCustomer,
        answers: { 200: ErasedOrders },
        refusals: { 404: ['not-found'], 409: ['order-under-way'] },
        examples: {
          'Whoever placed an order': { body: { orderId: sampleId } },
          'By e-mail address': { body: { email: 'nobody@example.com' }, status: 404 },
        },
      },
      ({ body }) => eraseCustomer(body, nameOf(currentCaller())),
    ),
  ],
})

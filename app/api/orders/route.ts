import { z } from 'zod'
import { buyerOf } from '@/server/access/buyer'
import { checkout, PlaceOrder } from '@/server/checkout'
import { limit, listResponse, operation, route } from '@/server/http'
import { line } from '@/server/kernel/text'
import { listOrders, OrderView, orderStatuses, PlacedOrder } from '@/server/modules/orders'

const Filter = z.strictObject({
  status: z.enum(orderStatuses).optional(),
  customerId: line(100).optional(),
  cursor: z.uuid().optional(),
  limit,
})

const list = operation(
  {
    id: 'listOrders',
    summary: 'Orders, the newest first',
    query: Filter,
    answers: { 200: z.array(OrderView) },
    examples: { 'What is paid and not yet shipped': { query: { status: 'PAID', limit: 20 } } },
  },
  async ({ request, query }) => listResponse(request, await listOrders(query)),
)

const shippingAddress = {
  name: 'A. Customer',
  street: '14 Example Street',
  city: 'Amsterdam',
  postalCode: '1012 AB',
  country: 'NL',
}

const place = operation(
  {
    id: 'placeOrder',
    summary: 'Place an order',
    description:
      'The answer comes before anything else has happened: whether there is stock and the card is good shows in the order’s status. Its `accessToken` opens the order and is told this once.',
    body: PlaceOrder,
    idempotent: true,
    answers: { 201: PlacedOrder },
    refusals: {
      409: ['price-changed'],
      422: ['unknown-sku', 'currency-mix'],
      429: ['too-many-unpaid'],
    },
    security: [{}, { key: ['orders:write'] }],
    examples: {
      'Two mugs': { body: { items: [{ sku: 'MUG-LOW-CLAY', quantity: 2 }], shippingAddress } },
      'Safe to repeat': {
        headers: { 'idempotency-key': 'cart-7f3a' },
        body: {
          customerId: 'customer-42',
          email: 'a.customer@example.com',
          items: [{ sku: 'MUG-LOW-CLAY', quantity: 1 }],
          shippingAddress,
          paymentMethod: 'pm_card_visa',
        },
      },
      'A product that is not sold': {
        body: { items: [{ sku: 'NO-SUCH-MUG', quantity: 1 }], shippingAddress },
        status: 422,
      },
    },
  },
  async ({ request, body, key }) => {
    const buyer = buyerOf(request.headers)
    const order = await checkout(body, buyer, key)
    const headers = new Headers({ location: `/api/orders/${order.orderId}` })
    if (buyer.browser) headers.set('set-cookie', buyer.browser.setCookie)
    return Response.json(order, { status: 201, headers })
  },
)

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: ['orders:read', list],
  POST: ['anyone', place, 'order'],
})

import { z } from 'zod'
import { limit, listResponse, operation, route } from '@/server/http'
import { DeliveryFilter, listDeliveries } from '@/server/webhooks/queries'
import { DeliveryView } from '@/server/webhooks/views'

const Filter = z.strictObject({ ...DeliveryFilter, cursor: z.uuid().optional(), limit })

export const { GET, POST, PUT, PATCH, DELETE } = route<{ webhookId: string }>({
  GET: [
    'webhooks:read',
    operation(
      {
        id: 'listWebhookDeliveries',
        summary: 'What an endpoint was told, the newest event first, with all that it answered',
        query: Filter,
        answers: { 200: z.array(DeliveryView) },
        examples: { 'What did not arrive': { query: { status: 'NOT_ARRIVED' } } },
      },
      async ({ request, params, query }) =>
        listResponse(request, await listDeliveries(params.webhookId, query)),
    ),
  ],
})

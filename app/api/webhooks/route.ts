import { z } from 'zod'
import { operation, route } from '@/server/http'
import { createEndpoint, NewEndpoint } from '@/server/webhooks/endpoints'
import { listEndpoints } from '@/server/webhooks/queries'
import { EndpointView, MadeEndpoint } from '@/server/webhooks/views'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: [
    'webhooks:read',
    operation(
      {
        id: 'listWebhooks',
        summary: 'All endpoints that are told of events',
        answers: { 200: z.array(EndpointView) },
      },
      listEndpoints,
    ),
  ],
  POST: [
    'webhooks:write',
    operation(
      {
        id: 'makeWebhook',
        summary: 'Have an endpoint told of events from now on',
        description:
          'Deliveries are signed as Standard Webhooks has it, with the secret that is answered this once. The address has to ' +
          'be public, and https.',
        body: NewEndpoint,
        answers: { 201: MadeEndpoint },
        refusals: { 409: ['conflict'] },
        examples: {
          'All that happens to orders': {
            body: {
              name: 'Parcels',
              url: 'https://parcels.example.com/hooks',
              filters: ['Order*', 'ShipmentDispatched'],
            },
          },
          'An address inside': {
            body: { name: 'Inside', url: 'https://169.254.169.254/', filters: ['*'] },
            status: 400,
          },
        },
      },
      async ({ body }) => {
        const endpoint = await createEndpoint(body)
        return Response.json(endpoint, { status: 201, headers: { location: `/api/webhooks/${endpoint.id}` } })
      },
    ),
  ],
})

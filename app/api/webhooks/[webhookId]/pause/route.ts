import { operation, route } from '@/server/http'
import { pauseEndpoint } from '@/server/webhooks/endpoints'
import { EndpointDetail } from '@/server/webhooks/views'

export const { GET, POST, PUT, PATCH, DELETE } = route<{ webhookId: string }>({
  POST: [
    'webhooks:write',
    operation(
      {
        id: 'pauseWebhook',
        summary: 'Tell an endpoint nothing until it is resumed',
        answers: { 200: EndpointDetail },
        refusals: { 409: ['conflict'] },
      },
      ({ params }) => pauseEndpoint(params.webhookId),
    ),
  ],
})

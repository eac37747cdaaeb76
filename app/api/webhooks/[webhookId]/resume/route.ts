import { operation, route } from '@/server/http'
import { resumeEndpoint } from '@/server/webhooks/endpoints'
import { EndpointDetail } from '@/server/webhooks/views'

export const { GET, POST, PUT, PATCH, DELETE } = route<{ webhookId: string }>({
  POST: [
    'webhooks:write',
    operation(
      {
        id: 'resumeWebhook',
        summary: 'Tell an endpoint again, also what happened meanwhile',
        answers: { 200: EndpointDetail },
        refusals: { 409: ['conflict'] },
      },
      ({ params }) => resumeEndpoint(params.webhookId),
    ),
  ],
})

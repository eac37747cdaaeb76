import { operation, route } from '@/server/http'
import { endOldSecret } from '@/server/webhooks/endpoints'
import { EndpointDetail } from '@/server/webhooks/views'

export const { GET, POST, PUT, PATCH, DELETE } = route<{ webhookId: string }>({
  POST: [
    'webhooks:write',
    operation(
      {
        id: 'endOldWebhookSecret',
        summary: 'End the old secret now',
        answers: { 200: EndpointDetail },
        refusals: { 409: ['conflict'] },
      },
      ({ params }) => endOldSecret(params.webhookId),
    ),
  ],
})

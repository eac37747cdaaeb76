import { operation, route } from '@/server/http'
import { Rotation, rotateSecret } from '@/server/webhooks/endpoints'
import { MadeEndpoint } from '@/server/webhooks/views'

export const { GET, POST, PUT, PATCH, DELETE } = route<{ webhookId: string }>({
  POST: [
    'webhooks:write',
    operation(
      {
        id: 'rotateWebhookSecret',
        summary: 'Give an endpoint a new secret',
        description: 'It is shown this once. Until the old one ends, deliveries are signed with both.',
        body: Rotation,
        bodyIsOptional: true,
        answers: { 200: MadeEndpoint },
        examples: { 'Both for two hours': { body: { hours: 2 } } },
      },
      ({ params, body }) => rotateSecret(params.webhookId, body),
    ),
  ],
})

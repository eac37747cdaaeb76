import { noContent, operation, route } from '@/server/http'
import { EndpointChanges, editEndpoint, removeEndpoint } from '@/server/webhooks/endpoints'
import { getEndpoint } from '@/server/webhooks/queries'
import { EndpointDetail } from '@/server/webhooks/views'

export const { GET, POST, PUT, PATCH, DELETE } = route<{ webhookId: string }>({
  GET: [
    'webhooks:read',
    operation(
      { id: 'getWebhook', summary: 'An endpoint, and how it answers', answers: { 200: EndpointDetail } },
      ({ params }) => getEndpoint(params.webhookId),
    ),
  ],
  PATCH: [
    'webhooks:write',
    operation(
      {
        id: 'changeWebhook',
        summary: 'Change an endpoint',
        description: 'Other filters hold for what happens from now on.',
        body: EndpointChanges,
        answers: { 200: EndpointDetail },
        examples: { 'Fewer events': { body: { filters: ['OrderShipped'] } } },
      },
      ({ params, body }) => editEndpoint(params.webhookId, body),
    ),
  ],
  DELETE: [
    'webhooks:write',
    operation(
      {
        id: 'removeWebhook',
        summary: 'Remove an endpoint, with all that was due to it and is known of it',
        answers: { 204: null },
      },
      async ({ params }) => {
        await removeEndpoint(params.webhookId)
        return noContent()
      },
    ),
  ],
})

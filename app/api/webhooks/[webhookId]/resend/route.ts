import { operation, route } from '@/server/http'
import { Resending, resendFailed } from '@/server/webhooks/resend'
import { Resent } from '@/server/webhooks/views'

export const { GET, POST, PUT, PATCH, DELETE } = route<{ webhookId: string }>({
  POST: [
    'webhooks:write',
    operation(
      {
        id: 'resendFailedWebhookDeliveries',
        summary: 'Tell an endpoint all again that did not arrive since a time',
        body: Resending,
        answers: { 202: Resent },
        refusals: { 409: ['conflict'] },
        examples: { 'Since a day': { body: { since: '2025-11-22' } } },
      },
      async ({ params, body }) => Response.json(await resendFailed(params.webhookId, body), { status: 202 }),
    ),
  ],
})

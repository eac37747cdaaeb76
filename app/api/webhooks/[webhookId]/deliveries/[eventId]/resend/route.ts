import { operation, route } from '@/server/http'
import { resend } from '@/server/webhooks/resend'

export const { GET, POST, PUT, PATCH, DELETE } = route<{ webhookId: string; eventId: string }>({
  POST: [
    'webhooks:write',
    operation(
      {
        id: 'resendWebhookDelivery',
        summary: 'Tell an endpoint one event again, with the same id',
        answers: { 202: null },
        refusals: { 409: ['conflict'] },
        examples: { 'One that it was never told': { status: 404 } },
      },
      async ({ params }) => {
        await resend(params.webhookId, params.eventId)
        return new Response(null, { status: 202 })
      },
    ),
  ],
})

import { operation, route } from '@/server/http'
import { sendTest } from '@/server/webhooks/resend'
import { TestAnswer } from '@/server/webhooks/views'

export const { GET, POST, PUT, PATCH, DELETE } = route<{ webhookId: string }>({
  POST: [
    'webhooks:write',
    operation(
      {
        id: 'testWebhook',
        summary: 'Send a test, at once and once',
        description:
          'A message of the type webhook.test, signed like all others. No such event is in the log.',
        answers: { 200: TestAnswer },
      },
      ({ params }) => sendTest(params.webhookId),
    ),
  ],
})

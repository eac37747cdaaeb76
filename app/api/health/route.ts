import { getHealth, Health } from '@/server/health'
import { operation, route } from '@/server/http'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: [
    'anyone',
    operation(
      {
        id: 'getHealth',
        summary: 'Whether the shop can work, and why not',
        description: 'For who sends it requests, as a load balancer.',
        answers: { 200: Health, 503: Health },
      },
      async () => {
        const health = await getHealth()
        return Response.json(health, { status: health.status === 'down' ? 503 : 200 })
      },
    ),
  ],
})

import { getHealth } from '@/server/health'
import { route } from '@/server/http'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: [
    'anyone',
    async () => {
      const health = await getHealth()
      return Response.json(health, { status: health.status === 'down' ? 503 : 200 })
    },
  ],
})

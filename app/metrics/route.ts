import { z } from 'zod'
import { operation, route } from '@/server/http'
import { readMetrics } from '@/server/platform/metrics'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: [
    'metrics:read',
    operation(
      {
        id: 'readMetrics',
        summary: 'Figures of this process and of the database, for Prometheus',
        answers: { 200: { 'text/plain': z.string() } },
      },
      async () => {
        const { text, contentType } = await readMetrics()
        return new Response(text, { headers: { 'content-type': contentType } })
      },
    ),
  ],
})

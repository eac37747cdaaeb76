import { route } from '@/server/http'
import { readMetrics } from '@/server/platform/metrics'

/** For Prometheus, with a key that has the scope and nothing else. */
export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: [
    'metrics:read',
    async () => {
      const { text, contentType } = await readMetrics()
      return new Response(text, { headers: { 'content-type': contentType } })
    },
  ],
})

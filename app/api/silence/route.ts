import { z } from 'zod'
import { limit, listResponse, operation, route } from '@/server/http'
import { Silence } from '@/server/platform/silence'
import { listSilence } from '@/server/silence'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: [
    'events:read',
    operation(
      {
        id: 'listSilence',
        summary: 'Orders in which something should have come by now and did not, the longest silence first',
        description: 'There is no next page: what goes on leaves the list.',
        query: z.strictObject({ limit }),
        answers: { 200: z.array(Silence) },
        examples: { 'The ten that wait longest': { query: { limit: 10 } } },
      },
      async ({ request, query }) => listResponse(request, { items: (await listSilence(query)).items }),
    ),
  ],
})

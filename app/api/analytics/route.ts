import { z } from 'zod'
import { listReadModels, ReadModelView } from '@/server/analytics'
import { operation, route } from '@/server/http'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: [
    'analytics:read',
    operation(
      {
        id: 'listReadModels',
        summary: 'All read models, how far behind the log they are, and what is being rebuilt',
        answers: { 200: z.array(ReadModelView) },
      },
      listReadModels,
    ),
  ],
})

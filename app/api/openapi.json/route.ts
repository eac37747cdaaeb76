import { z } from 'zod'
import document from '@/docs/openapi.json'
import { operation, route } from '@/server/http'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: [
    'anyone',
    operation(
      {
        id: 'getOpenApi',
        summary: 'This API, described in OpenAPI 3.1',
        answers: { 200: z.looseObject({ openapi: z.string() }) },
      },
      async () => document,
    ),
  ],
})

import { z } from 'zod'
import document from '@/docs/asyncapi.json'
import { operation, route } from '@/server/http'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: [
    'anyone',
    operation(
      {
        id: 'getAsyncApi',
        summary: 'The events and the webhooks, described in AsyncAPI 3',
        answers: { 200: z.looseObject({ asyncapi: z.string() }) },
      },
      async () => document,
    ),
  ],
})

import { z } from 'zod'
import { KeyView, listKeys, MadeKey, NewKey } from '@/server/access/keys'
import { makeKey } from '@/server/access/new-key'
import { operation, route } from '@/server/http'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: [
    'keys:manage',
    operation(
      {
        id: 'listKeys',
        summary: 'All API keys, the newest first, those revoked too',
        answers: { 200: z.array(KeyView) },
      },
      listKeys,
    ),
  ],
  POST: [
    'keys:manage',
    operation(
      {
        id: 'makeKey',
        summary: 'Make an API key',
        description: 'For no more than its maker may. It is shown this once.',
        body: NewKey,
        answers: { 201: MadeKey },
        examples: { 'For a warehouse': { body: { name: 'Warehouse', scopes: ['shipments:read'] } } },
      },
      async ({ body }) => {
        const key = await makeKey(body)
        const headers = { location: `/api/keys/${key.keyId}`, 'cache-control': 'no-store' }
        return Response.json(key, { status: 201, headers })
      },
    ),
  ],
})

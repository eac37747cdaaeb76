import { listKeys, NewKey } from '@/server/access/keys'
import { makeKey } from '@/server/access/new-key'
import { readBody, route } from '@/server/http'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: ['keys:manage', async () => Response.json(await listKeys())],
  POST: [
    'keys:manage',
    async (request) => {
      const key = await makeKey(await readBody(request, NewKey))
      const headers = { location: `/api/keys/${key.keyId}`, 'cache-control': 'no-store' }
      return Response.json(key, { status: 201, headers })
    },
  ],
})

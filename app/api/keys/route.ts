import { nameOf } from '@/server/access/caller'
import { currentCaller } from '@/server/access/context'
import { createKey, listKeys, NewKey } from '@/server/access/keys'
import { readBody, route } from '@/server/http'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: ['keys:manage', async () => Response.json(await listKeys())],
  POST: [
    'keys:manage',
    async (request) => {
      const key = await createKey(await readBody(request, NewKey), nameOf(currentCaller()))
      const headers = { location: `/api/keys/${key.keyId}`, 'cache-control': 'no-store' }
      return Response.json(key, { status: 201, headers })
    },
  ],
})

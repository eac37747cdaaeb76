import { listReadModels } from '@/server/analytics'
import { route } from '@/server/http'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: ['analytics:read', async () => Response.json(await listReadModels())],
})

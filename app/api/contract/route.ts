import { getContractMap } from '@/server/contract-map'
import { route } from '@/server/http'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: ['events:read', async () => Response.json(await getContractMap())],
})

import { getReadModel, knownModel, ReadModelQuery } from '@/server/analytics'
import { readQuery, route } from '@/server/http'

export const { GET, POST, PUT, PATCH, DELETE } = route<{ model: string }>({
  GET: [
    'analytics:read',
    async (request, { model }) => {
      const name = knownModel(model)
      return Response.json(await getReadModel(name, readQuery(request, ReadModelQuery)))
    },
  ],
})

import { z } from 'zod'
import { limit, listResponse, readQuery, route } from '@/server/http'
import { listSilence } from '@/server/silence'

const Query = z.strictObject({ limit })

/** There is no next page: what is poked or comes by itself leaves the list, and the longest silence stands first. */
export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: [
    'events:read',
    async (request) => {
      const { items } = await listSilence(readQuery(request, Query))
      return listResponse(request, { items })
    },
  ],
})

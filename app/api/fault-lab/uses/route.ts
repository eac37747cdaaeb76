import { z } from 'zod'
import { limit, listResponse, readQuery } from '@/server/http'
import { listUses } from '@/server/platform/fault-lab/rules'
import { labRoute } from '../lab-route'

const Filter = z.strictObject({ cursor: z.coerce.number().int().nonnegative().optional(), limit })

export const { GET, POST, PUT, PATCH, DELETE } = labRoute({
  GET: [
    'fault-lab:write',
    async (request) => listResponse(request, await listUses(readQuery(request, Filter))),
  ],
})

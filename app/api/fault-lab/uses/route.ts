import { z } from 'zod'
import { limit, listResponse, operation } from '@/server/http'
import { listUses, UseView } from '@/server/platform/fault-lab/rules'
import { labRoute } from '../lab-route'

const Filter = z.strictObject({ cursor: z.coerce.number().int().nonnegative().optional(), limit })

export const { GET, POST, PUT, PATCH, DELETE } = labRoute({
  GET: [
    'fault-lab:write',
    operation(
      {
        id: 'listUsesOfFaultRules',
        summary: 'What rules did, the latest first',
        query: Filter,
        answers: { 200: z.array(UseView) },
        refusals: { 404: ['not-found'] },
        examples: { 'The latest ten': { query: { limit: 10 } } },
      },
      async ({ request, query }) => listResponse(request, await listUses(query)),
    ),
  ],
})

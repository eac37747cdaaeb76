import { disarmRule } from '@/server/fault-lab'
import { getRule } from '@/server/platform/fault-lab/rules'
import { labRoute } from '../../lab-route'

export const { GET, POST, PUT, PATCH, DELETE } = labRoute<{ ruleId: string }>({
  GET: ['fault-lab:write', async (_, { ruleId }) => Response.json(await getRule(ruleId))],
  DELETE: [
    'fault-lab:write',
    async (_, { ruleId }) => {
      await disarmRule(ruleId)
      return new Response(null, { status: 204 })
    },
  ],
})

import { getRule, removeRule } from '@/server/platform/fault-lab/rules'
import { labRoute } from '../../lab-route'

export const { GET, POST, PUT, PATCH, DELETE } = labRoute<{ ruleId: string }>({
  GET: ['fault-lab:write', async (_, { ruleId }) => Response.json(await getRule(ruleId))],
  DELETE: [
    'fault-lab:write',
    async (_, { ruleId }) => {
      await removeRule(ruleId)
      return new Response(null, { status: 204 })
    },
  ],
})

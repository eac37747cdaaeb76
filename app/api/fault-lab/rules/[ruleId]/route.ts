import { getRule, removeRule } from '@/server/platform/fault-lab/rules'
import { labRoute } from '../../lab-route'

export const { GET, POST, PUT, PATCH, DELETE } = labRoute<{ ruleId: string }>({
  GET: async (_, { ruleId }) => Response.json(await getRule(ruleId)),
  DELETE: async (_, { ruleId }) => {
    await removeRule(ruleId)
    return new Response(null, { status: 204 })
  },
})

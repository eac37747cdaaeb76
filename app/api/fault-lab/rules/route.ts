import { armRule, disarmAllRules, NewRule } from '@/server/fault-lab'
import { readBody } from '@/server/http'
import { listRules } from '@/server/platform/fault-lab/rules'
import { labRoute } from '../lab-route'

export const { GET, POST, PUT, PATCH, DELETE } = labRoute({
  GET: ['fault-lab:write', async () => Response.json(await listRules())],
  POST: [
    'fault-lab:write',
    async (request) => {
      const rule = await armRule(await readBody(request, NewRule))
      const location = `/api/fault-lab/rules/${rule.ruleId}`
      return Response.json(rule, { status: 201, headers: { location } })
    },
  ],
  DELETE: [
    'fault-lab:write',
    async () => {
      await disarmAllRules()
      return new Response(null, { status: 204 })
    },
  ],
})

import { z } from 'zod'
import { armRule, disarmAllRules, NewRule } from '@/server/fault-lab'
import { noContent, operation } from '@/server/http'
import { listRules, RuleView } from '@/server/platform/fault-lab/rules'
import { labRoute } from '../lab-route'

export const { GET, POST, PUT, PATCH, DELETE } = labRoute({
  GET: [
    'fault-lab:write',
    operation(
      {
        id: 'listFaultRules',
        summary: 'All rules, the newest first, each with what it did',
        answers: { 200: z.array(RuleView) },
        refusals: { 404: ['not-found'] },
      },
      listRules,
    ),
  ],
  POST: [
    'fault-lab:write',
    operation(
      {
        id: 'armFaultRule',
        summary: 'Have something go wrong on purpose',
        description: 'All conditions must fit; one that is left out is none.',
        body: NewRule,
        answers: { 201: RuleView },
        refusals: { 404: ['not-found'], 422: ['unprocessable'] },
        examples: {
          'A payment that fails until it is a dead letter': {
            body: { effect: 'THROW_BEFORE_COMMIT', sku: 'NO-SUCH-MUG', module: 'payments', uses: 4 },
          },
        },
      },
      async ({ body }) => {
        const rule = await armRule(body)
        const location = `/api/fault-lab/rules/${rule.ruleId}`
        return Response.json(rule, { status: 201, headers: { location } })
      },
    ),
  ],
  DELETE: [
    'fault-lab:write',
    operation(
      {
        id: 'disarmAllFaultRules',
        summary: 'End all rules',
        answers: { 204: null },
        refusals: { 404: ['not-found'] },
      },
      async () => {
        await disarmAllRules()
        return noContent()
      },
    ),
  ],
})

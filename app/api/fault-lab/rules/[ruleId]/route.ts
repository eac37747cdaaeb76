import { disarmRule } from '@/server/fault-lab'
import { noContent, operation } from '@/server/http'
import { getRule, RuleView } from '@/server/platform/fault-lab/rules'
import { labRoute } from '../../lab-route'

export const { GET, POST, PUT, PATCH, DELETE } = labRoute<{ ruleId: string }>({
  GET: [
    'fault-lab:write',
    operation({ id: 'getFaultRule', summary: 'One rule', answers: { 200: RuleView } }, ({ params }) =>
      getRule(params.ruleId),
    ),
  ],
  DELETE: [
    'fault-lab:write',
    operation(
      {
        id: 'disarmFaultRule',
        summary: 'End a rule',
        description: 'What it had postponed is due at once; what it did stays on record.',
        answers: { 204: null },
      },
      async ({ params }) => {
        await disarmRule(params.ruleId)
        return noContent()
      },
    ),
  ],
})

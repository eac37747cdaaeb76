import { z } from 'zod'
import { armRule, disarmAllRules, disarmRule, NewRule, reacting } from '@/server/fault-lab'
import { notFound } from '@/server/kernel/errors'
import { listRules, listUses } from '@/server/platform/fault-lab/rules'
import { settings } from '@/server/platform/settings'
import { limit } from '../page'
import { procedure } from '../trpc'

const labProcedure = procedure('fault-lab:write').use(({ next }) => {
  if (!settings().faultLab) throw notFound('The', 'fault lab')
  return next()
})

export const faultLabRouter = {
  rules: labProcedure.query(async () => {
    const rules = await listRules()
    return rules.map(({ used, ...rule }) => rule)
  }),
  uses: labProcedure
    .input(z.strictObject({ cursor: z.number().int().nonnegative().optional(), limit }))
    .query(({ input }) => listUses(input)),
  /** Who reacts to what: what a rule can be about. */
  reacting: labProcedure.query(() => reacting),
  add: labProcedure.input(NewRule).mutation(({ input }) => armRule(input)),
  remove: labProcedure
    .input(z.strictObject({ ruleId: z.uuid() }))
    .mutation(({ input }) => disarmRule(input.ruleId)),
  removeAll: labProcedure.mutation(() => disarmAllRules()),
}

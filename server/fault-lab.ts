import { z } from 'zod'
import { audit } from './access/audit'
import { type EventType, eventTypes } from './events'
import { sku } from './kernel/text'
import { modules } from './modules'
import { addRule, removeAllRules, removeRule } from './platform/fault-lab/rules'
import { type Effect, effects } from './platform/fault-lab/tables'
import { MAX_ATTEMPTS } from './platform/policy'

type Reacting = { module: string; eventType: EventType; asksOutside: boolean }

/** Who reacts to what, and whether it asks somebody outside: what a rule can be about. */
export const reacting: Reacting[] = Object.entries(modules).flatMap(([module, { reactions }]) =>
  Object.entries(reactions).map(([eventType, reaction]) => ({
    module,
    eventType: eventType as EventType,
    asksOutside: typeof reaction === 'object',
  })),
)

const whole = (least: number, most: number) =>
  z
    .number('must be a whole number')
    .int('must be a whole number')
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`)

const names = Object.keys(modules) as [string, ...string[]]

/** A rule as it is asked for: what is to go wrong, and the conditions, all of which must fit; one left out is none. */
export const NewRule = z
  .strictObject({
    effect: z.enum(effects, `must be one of ${effects.join(', ')}`),
    delayMs: whole(1, 600_000).optional(),
    orderId: z
      .uuid('must be the whole id of an order')
      .transform((id) => id.toLowerCase())
      .optional(),
    sku: sku.optional(),
    module: z.enum(names, `must be one of ${names.join(', ')}`).optional(),
    eventType: z.enum(eventTypes, 'must be the name of an event, like OrderConfirmed').optional(),
    attempt: whole(1, MAX_ATTEMPTS).optional(),
    uses: whole(1, 100).default(1),
    expiresInSeconds: whole(1, 86_400).default(900),
  })
  .superRefine((rule, context) => {
    for (const { field, message } of contradictions(rule)) {
      context.addIssue({ code: 'custom', path: [field], message })
    }
  })

type Asked = { effect: Effect; delayMs?: number; module?: string; eventType?: EventType; attempt?: number }

/** Why such a rule could never be used, each with the field to change. */
function contradictions({ effect, delayMs, module, eventType, attempt }: Asked) {
  const found: { field: keyof Asked; message: string }[] = []
  const says = (field: keyof Asked, message: string) => found.push({ field, message })
  if (effect === 'DELAY' && delayMs === undefined) says('delayMs', 'is missing: say for how long')
  if (effect !== 'DELAY' && delayMs !== undefined) says('delayMs', 'is only for a DELAY: leave it out')
  if (effect === 'DROP_POKE' || effect === 'DOUBLE_POKE') {
    if (module) says('module', 'cannot be chosen: a poke is for all modules that react. Leave it out')
    if (attempt) says('attempt', 'cannot be chosen: a poke comes before any try. Leave it out')
  }
  const heard = reacting.filter((each) => !eventType || each.eventType === eventType)
  const fitting = heard.filter((each) => !module || each.module === module)
  const mustAsk = effect === 'NO_ANSWER' || effect === 'REPLY_LOST'
  if (heard.length === 0) {
    says('eventType', 'is what nobody reacts to: choose another, or leave it out')
  } else if (fitting.length === 0) {
    says(
      'eventType',
      `is not what ${module} reacts to, but ${heard.map((each) => each.module).join(' and ')}`,
    )
  } else if (mustAsk && !fitting.some(({ asksOutside }) => asksOutside)) {
    says(module ? 'module' : 'eventType', `asks nobody outside: choose ${outside.join(' or ')}`)
  }
  return found
}

const outside = reacting.flatMap(({ module, eventType, asksOutside }) =>
  asksOutside ? `${module} on ${eventType}` : [],
)

export const armRule = (rule: z.output<typeof NewRule>) =>
  addRule(rule, (ruleId) => audit('fault-lab.arm', { target: `fault-rule/${ruleId}`, after: rule }))

export const disarmRule = (ruleId: string) =>
  removeRule(ruleId, audit('fault-lab.disarm', { target: `fault-rule/${ruleId}` }))

export const disarmAllRules = () => removeAllRules(audit('fault-lab.disarm', { target: 'fault-rule' }))

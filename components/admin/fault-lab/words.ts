import type { Outputs } from '@/components/trpc-provider'

export type Rule = Outputs['faultLab']['rules'][number]
export type Use = Outputs['faultLab']['uses']['items'][number]
export type Reacting = Outputs['faultLab']['reacting'][number]
export type Effect = Rule['effect']

/** The page asks on the server and the list in the browser: the question is the same. */
export const usesAsked = { limit: 50 }

/** What goes wrong, as it is chosen and as it is told. */
export const effectWords: Record<Effect, string> = {
  THROW_BEFORE_COMMIT: 'it fails before the commit',
  THROW_AFTER_COMMIT: 'it crashes after the commit',
  DELAY: 'it comes later',
  NO_ANSWER: 'the provider does not answer',
  REPLY_LOST: 'the provider’s reply is lost',
  DROP_POKE: 'the poke is dropped',
  DOUBLE_POKE: 'the poke is sent twice',
}

export const effectOf = ({ effect, delayMs }: Pick<Rule, 'effect' | 'delayMs'>) =>
  delayMs === null ? effectWords[effect] : `it comes ${delayMs / 1000}\u202Fs later`

export const isOfPokes = (effect: Effect) => effect === 'DROP_POKE' || effect === 'DOUBLE_POKE'
export const isOfCalls = (effect: Effect) => effect === 'NO_ANSWER' || effect === 'REPLY_LOST'

/** Which deliveries, or which pokes, a rule is about. */
export function whereOf({ effect, module, eventType }: Pick<Rule, 'effect' | 'module' | 'eventType'>) {
  if (isOfPokes(effect)) return eventType ? `Poke of ${eventType}` : 'Every poke'
  if (module) return eventType ? `${module} on ${eventType}` : `${module}, any event`
  if (eventType) return `${eventType}, any module`
  return isOfCalls(effect) ? 'Every call' : 'Everything'
}

export const stateWords: Record<Rule['state'], string> = {
  ACTIVE: 'Active',
  USED_UP: 'Used up',
  EXPIRED: 'Expired',
}

import type { Inputs } from '@/components/trpc-provider'
import { isOfPokes, type Reacting, type Rule } from './words'

type NewRule = Inputs['faultLab']['add']

/** How a module and an event are one choice: "payments OrderConfirmed", either may be missing. */
export const choiceOf = ({ module, eventType }: Partial<Reacting>) => `${module ?? ''} ${eventType ?? ''}`

/** What stands in the form's fields, as a rule; what is empty is no condition. */
export function readRule(data: FormData): NewRule {
  const text = (name: string) => String(data.get(name) ?? '').trim()
  const effect = text('effect') as Rule['effect']
  const [module, eventType] = String(data.get('where')).split(' ')
  return {
    effect,
    ...(module && { module }),
    ...(eventType && { eventType: eventType as NewRule['eventType'] }),
    ...about(text('about')),
    ...(!isOfPokes(effect) && text('attempt') && { attempt: Number(text('attempt')) }),
    ...(effect === 'DELAY' && { delayMs: Math.round(Number(text('seconds')) * 1000) }),
    uses: Number(text('uses')),
    expiresInSeconds: Number(text('expiresInSeconds')),
  }
}

/** An order by its id, or by what looks like a part of it, so that it can be said what is missing; else a SKU. */
function about(text: string) {
  if (!text) return {}
  return /…|^[0-9a-f]{8}-/i.test(text) ? { orderId: text } : { sku: text }
}

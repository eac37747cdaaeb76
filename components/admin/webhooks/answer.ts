import { Check, Clock, type LucideIcon, Pause, RotateCw, X } from 'lucide-react'
import { duration } from '@/components/format'
import type { Delivery } from './questions'

type Answer = { Icon: LucideIcon; colour: string; said: string }

/** How it stands with a delivery, in a few words. */
export function answerOf({ status, attempts, nextAttemptAt, resentBy }: Delivery, now: number): Answer {
  const last = attempts.at(-1)
  if (status === 'ARRIVED') {
    const again = resentBy ? `, sent again by ${resentBy}` : ''
    const said = last ? `${last.code} in ${duration(last.ms)}${again}` : 'arrived'
    return { Icon: Check, colour: 'text-st-shipped', said }
  }
  if (status === 'GIVEN_UP')
    return { Icon: X, colour: 'text-st-failed', said: `${last?.error ?? 'failed'}, given up` }
  if (status === 'HELD')
    return { Icon: Pause, colour: 'text-st-cancelled', said: 'held while the endpoint is not on' }
  if (!last?.error) return { Icon: Clock, colour: 'text-ink-2', said: 'on its way' }
  const inMs = (nextAttemptAt?.getTime() ?? now) - now
  const again = inMs > 0 ? `in ${duration(inMs)}` : 'now'
  return { Icon: RotateCw, colour: 'text-st-cancelled', said: `${last.error}, again ${again}` }
}

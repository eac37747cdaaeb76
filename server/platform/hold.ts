import type { EventType } from '@/server/events'
import { MAX_ATTEMPTS } from './failures'

/** What is known of a delivery when it is asked what holds it up. No status: there is none. */
export type HeldDelivery = {
  status: 'PENDING' | 'DONE' | 'DEAD' | 'DISCARDED' | null
  attempts: number
  /** Until it is due, and until whoever talks to the outside for it must be through; below zero: since then. */
  dueInMs: number
  claimedForMs: number | null
  error: string | null
  ignored: string | null
  /** What the same module has to finish before it. */
  behind: { eventId: string; eventType: EventType; dead: boolean } | null
}

/** Why nothing came of a delivery yet, and what it would take. */
export type Hold =
  /** It failed for the last time: somebody has to redrive or discard it. */
  | { kind: 'DEAD'; error: string }
  /** The same module has another one to finish first. */
  | { kind: 'PARKED'; behind: NonNullable<HeldDelivery['behind']> }
  /** Somebody is just at it. */
  | { kind: 'HELD'; forMs: number }
  /** It failed, and comes again by itself. */
  | { kind: 'RETRY'; attempt: number; of: number; inMs: number; error: string }
  /** It was put off, without having failed. */
  | { kind: 'PUT_OFF'; inMs: number }
  /** It is due, and nobody came: its poke was lost, or the queue is long. */
  | { kind: 'DUE'; forMs: number }
  /** The module was through with it, and did not say what was expected. */
  | { kind: 'DONE'; ignored: string | null }
  /** It was never handed to the module at all. */
  | { kind: 'NOTHING' }

export function holdOf(delivery: HeldDelivery): Hold {
  const { status, attempts, dueInMs, claimedForMs, error, ignored, behind } = delivery
  if (status === null) return { kind: 'NOTHING' }
  if (status === 'DEAD') return { kind: 'DEAD', error: error ?? '' }
  if (status !== 'PENDING') return { kind: 'DONE', ignored }
  if (behind) return { kind: 'PARKED', behind }
  if (claimedForMs !== null && claimedForMs > 0) return { kind: 'HELD', forMs: claimedForMs }
  if (dueInMs <= 0) return { kind: 'DUE', forMs: -dueInMs }
  return attempts > 0
    ? { kind: 'RETRY', attempt: attempts + 1, of: MAX_ATTEMPTS, inMs: dueInMs, error: error ?? '' }
    : { kind: 'PUT_OFF', inMs: dueInMs }
}

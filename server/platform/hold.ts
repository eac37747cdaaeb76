import { z } from 'zod'
import { eventTypes } from '@/server/events'
import { MAX_ATTEMPTS } from './policy'

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
  behind: z.infer<typeof Behind> | null
}

const ms = z.number().describe('Milliseconds')
const Behind = z.object({ eventId: z.uuid(), eventType: z.enum(eventTypes), dead: z.boolean() })

/** Why nothing came of a delivery yet, and what it would take. */
export const Hold = z
  .discriminatedUnion('kind', [
    z
      .object({ kind: z.literal('DEAD'), error: z.string() })
      .describe('It failed for the last time: somebody has to redrive or discard it.'),
    z
      .object({ kind: z.literal('PARKED'), behind: Behind })
      .describe('The same module has another one to finish first.'),
    z.object({ kind: z.literal('HELD') }).describe('Somebody is just at it.'),
    z
      .object({ kind: z.literal('RETRY'), attempt: z.int(), of: z.int(), inMs: ms, error: z.string() })
      .describe('It failed, and comes again by itself.'),
    z.object({ kind: z.literal('PUT_OFF'), inMs: ms }).describe('It was put off, without having failed.'),
    z
      .object({ kind: z.literal('DUE'), forMs: ms })
      .describe('It is due, and nobody came: its poke was lost, or the queue is long.'),
    z
      .object({ kind: z.literal('DONE'), ignored: z.string().nullable() })
      .describe('The module was through with it, and did not say what was expected.'),
    z.object({ kind: z.literal('NOTHING') }).describe('It was never handed to the module at all.'),
  ])
  .meta({ id: 'Hold' })
export type Hold = z.infer<typeof Hold>

export function holdOf(delivery: HeldDelivery): Hold {
  const { status, attempts, dueInMs, claimedForMs, error, ignored, behind } = delivery
  if (status === null) return { kind: 'NOTHING' }
  if (status === 'DEAD') return { kind: 'DEAD', error: error ?? '' }
  if (status !== 'PENDING') return { kind: 'DONE', ignored }
  if (behind) return { kind: 'PARKED', behind }
  if (claimedForMs !== null && claimedForMs > 0) return { kind: 'HELD' }
  if (dueInMs <= 0) return { kind: 'DUE', forMs: -dueInMs }
  return attempts > 0
    ? { kind: 'RETRY', attempt: attempts + 1, of: MAX_ATTEMPTS, inMs: dueInMs, error: error ?? '' }
    : { kind: 'PUT_OFF', inMs: dueInMs }
}

import type { EventType } from '@/server/events'
import { type Database, transaction } from './database/connect'
import type { Head } from './deliveries'
import type { Stored } from './event-store'
import { failureOf } from './failures'
import type { Inside, Outside, Reactions } from './reactions'
import { isTransient } from './transient'
import { Ignored, perform, type UnitOfWork } from './unit-of-work'

/** What would become of a dead letter if it were tried again now. */
export type DryRun =
  /** It would have its effect, and tell these events. */
  | { would: 'GO_ON'; tells: EventType[] }
  | { would: 'DO_NOTHING'; why: string }
  | { would: 'FAIL'; error: string }
  /** It would ask the outside, and what that answers cannot be known before. */
  | { would: 'ASK' }

type Letter = Pick<Head, 'eventId' | 'module' | 'event'>

/**
 * Runs the real reaction in a transaction that is always rolled back: nothing is poked, nothing published, nobody is
 * charged. The outside is asked only in ways that read.
 */
export async function dryRun(head: Letter, reactions: Reactions): Promise<DryRun> {
  const reaction = reactions[head.event.eventType]
  try {
    if (!reaction) throw new Error(`${head.module} has no reaction to ${head.event.eventType} any more`)
    return typeof reaction === 'object'
      ? await converse(head, reaction as Outside<EventType>)
      : await apply(head, reaction as Inside<EventType>)
  } catch (error) {
    if (isTransient(error)) throw error
    return { would: 'FAIL', error: failureOf(error).message }
  }
}

async function apply(head: Letter, reaction: Inside<EventType>): Promise<DryRun> {
  const { result, stored } = await undone((tx) => perform(tx, head, (uow) => reaction(head.event, uow)))
  return result instanceof Ignored ? { would: 'DO_NOTHING', why: result.why } : goOn(stored)
}

const goOn = (stored: Stored[]): DryRun => ({
  would: 'GO_ON',
  tells: stored.map(({ eventType }) => eventType),
})

async function converse(head: Letter, reaction: Outside<EventType>): Promise<DryRun> {
  const intend = (uow: UnitOfWork) => reaction.intent(head.event, uow)
  const { result: request } = await undone((tx) => perform(tx, null, intend))
  if (request instanceof Ignored) return { would: 'DO_NOTHING', why: request.why }
  // Outside of the transaction, as the call would be: the embedded database has one session.
  const outcome = await reaction.probe?.(request)
  if (outcome === undefined) return { would: 'ASK' }
  const conclude = (uow: UnitOfWork) => reaction.outcome(head.event, uow, outcome)
  const { stored } = await undone(async (tx) => {
    await perform(tx, null, intend)
    return perform(tx, head, conclude)
  })
  return goOn(stored)
}

class Undo<T> {
  constructor(readonly result: T) {}
}

async function undone<T>(work: (tx: Database) => Promise<T>): Promise<T> {
  try {
    return await transaction(async (tx) => {
      throw new Undo(await work(tx))
    })
  } catch (error) {
    if (error instanceof Undo) return error.result as T
    throw error
  }
}

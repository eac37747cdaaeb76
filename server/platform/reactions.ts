import type { EventType, RecordedEvent } from '@/server/events'
import type { Database } from './database/connect'
import type { Head } from './deliveries'
import type { Policy } from './policy'
import type { Ignored, UnitOfWork } from './unit-of-work'

/** What a module does because of others: the key is the event it hears, the value is what follows. */
export type Reactions = { [T in EventType]?: Inside<T> | Outside<T> }

/** A reaction that stays inside the database: one transaction, exactly one effect. */
export type Inside<T extends EventType> = Sharing<T> &
  // biome-ignore lint/suspicious/noConfusingVoidType: a reaction that always acts need not answer anything
  ((event: RecordedEvent<T>, uow: UnitOfWork) => Promise<Ignored | void>)

/** A reaction that talks to the outside, without holding a transaction meanwhile. */
export type Outside<T extends EventType> = Sharing<T> & {
  /** Writes down what is about to be asked. Ignored: there is nothing to ask, and the reaction is done. */
  intent: (event: RecordedEvent<T>, uow: UnitOfWork) => Promise<Json | Ignored>
  /** Asks. A throw means that the outcome is unknown; the next intent says so, and has it looked up. */
  call: (request: Json) => Promise<Json>
  /**
   * Answers, by only reading, what `call` would answer now, and throws what it would throw. Undefined: nobody can know
   * that before it is asked.
   */
  probe?: (request: Json) => Promise<Json>
  /** Writes down what came of it. */
  outcome: (event: RecordedEvent<T>, uow: UnitOfWork, outcome: Json) => Promise<void>
  /** How often it is tried, where that is not as everywhere. */
  policy?: Policy
}

/** There for one that may share its transactions: see `batchable`. */
type Sharing<T extends EventType> = { batch?: { lockAll?: LockAll<T> } }
type LockAll<T extends EventType> = (events: RecordedEvent<T>[], tx: Database) => Promise<unknown>

// biome-ignore lint/suspicious/noExplicitAny: `calling` ties the two ends together; between them it is JSON in a step.
export type Json = any

/** Ties the three parts of a reaction that talks to the outside together: what is asked, and what came of it. */
export function calling<T extends EventType, Request, Outcome>(reaction: {
  intent: (event: RecordedEvent<T>, uow: UnitOfWork) => Promise<Request | Ignored>
  call: (request: Request) => Promise<Outcome>
  probe?: (request: Request) => Promise<Outcome | undefined>
  outcome: (event: RecordedEvent<T>, uow: UnitOfWork, outcome: Outcome) => Promise<void>
  policy?: Policy
}): Outside<T> {
  return reaction
}

/**
 * Lets a reaction share its transactions with others of its kind when many orders wait, which costs a fraction. It may change
 * only what belongs to its own lane, and they run at once. If it changes more, `lockAll` locks that for all of them at first,
 * in one order, so that no two such transactions wait for each other; then they run one after the other, and each sees what
 * those before it have written.
 */
export function batchable<T extends EventType>(reaction: Inside<T>, lockAll?: LockAll<T>): Inside<T>
export function batchable<T extends EventType>(reaction: Outside<T>): Outside<T>
export function batchable<T extends EventType>(
  reaction: Inside<T> | Outside<T>,
  lockAll?: LockAll<T>,
): Inside<T> | Outside<T> {
  const batch = { lockAll }
  return typeof reaction === 'function'
    ? Object.assign(reaction.bind(null), { batch })
    : { ...reaction, batch }
}

/** What follows from a delivery, where that depends on more than the kind of event. */
export type ReactionTo = (head: Head) => Outside<EventType>

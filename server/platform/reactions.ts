import type { EventType, RecordedEvent } from '@/server/events'
import { claim, countClaim, lock, lockClaimed, onProbation, POISON, uncountClaim } from './claims'
import { type Database, transaction } from './database/connect'
import { type Head, headsOf } from './deliveries'
import type { Stored } from './event-store'
import { type Failure, fail, failureOf } from './failures'
import { pass } from './fault-points'
import { inStory, log } from './log'
import { type Policy, standard } from './policy'
import { isTransient } from './transient'
import { tried } from './tries'
import { Ignored, perform, publish, type UnitOfWork } from './unit-of-work'

/** What a module does because of others: the key is the event it hears, the value is what follows. */
export type Reactions = { [T in EventType]?: Inside<T> | Outside<T> }

/** A reaction that stays inside the database: one transaction, exactly one effect. */
export type Inside<T extends EventType> = {
  // biome-ignore lint/suspicious/noConfusingVoidType: a reaction that always acts need not answer anything
  (event: RecordedEvent<T>, uow: UnitOfWork): Promise<Ignored | void>
  /** There for one that may share its transaction: see `batchable`. */
  lockAll?: (events: RecordedEvent<T>[], tx: Database) => Promise<unknown>
}

/**
 * Lets a reaction share one transaction with others of its kind when many orders wait, which costs a fraction. It may change
 * only what belongs to its own lane; if it changes more, `lockAll` locks that for all of them at first, in one order, so
 * that no two such transactions wait for each other.
 */
export function batchable<T extends EventType>(
  reaction: Inside<T>,
  lockAll: Inside<T>['lockAll'] = async () => {},
): Inside<T> {
  return Object.assign((...given: Parameters<Inside<T>>) => reaction(...given), { lockAll })
}

/** A reaction that talks to the outside, without holding a transaction meanwhile. */
export type Outside<T extends EventType> = {
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

// biome-ignore lint/suspicious/noExplicitAny: `calling` ties the two ends together; between them it is JSON in a step.
type Json = any

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

/** What follows from a delivery, where that depends on more than the kind of event. */
export type ReactionTo = (head: Head) => Outside<EventType>

/** Does a piece of work once in a run, whatever is repeated around it, and keeps its result: Inngest's `step.run`. */
export type Step = <R>(id: string, work: () => Promise<R>) => Promise<R>

/** How the drain of a lane came to its end. */
export type Drained =
  /** Nothing is left. `done`: how many deliveries this run finished. */
  | { state: 'empty'; done: number }
  /** Somebody who talks to the outside holds the lane and will go on. */
  | { state: 'held' }
  /** Somebody else is just at it, and may not see what came meanwhile. */
  | { state: 'busy' }
  /** A try failed; the next is due in so long. */
  | { state: 'waiting'; error: string; inMs: number }
  /** A dead letter stands in the way. */
  | { state: 'parked'; error: string }

export type Progress = { state: 'done'; more: boolean } | Drained

/**
 * Does what the module has to do in the lane, in the order of the sequence, each delivery with exactly one effect,
 * until nothing is left or something stands in the way. Safe to run twice, twice at once, and to kill anywhere.
 *
 * @param known what was found out about the first delivery together with those of other lanes: which it is, and perhaps
 * what became of it.
 */
export async function drain(
  lane: string,
  module: string,
  reactions: Reactions | ReactionTo,
  step: Step,
  known: { head?: Head; progress?: Progress } = {},
): Promise<Drained> {
  let { head, progress } = known
  for (let done = 0; ; head = progress = undefined) {
    if (!progress) {
      head ??= (await headsOf(module, [lane])).get(lane)
      if (!head) return { state: 'empty', done }
      if (head.status === 'DEAD') return { state: 'parked', error: head.error ?? '' }
      if (head.waitMs > 0) return { state: 'waiting', error: head.error ?? '', inMs: head.waitMs }
      progress = await deliver(
        head,
        typeof reactions === 'function' ? reactions(head) : reactions[head.eventType],
        step,
      )
    }
    if (progress.state !== 'done') return progress
    done++
    if (!progress.more) return { state: 'empty', done }
  }
}

function deliver(head: Head, reaction: Reactions[EventType], step: Step): Promise<Progress> {
  return inStory(head.correlationId, async () => {
    if (reaction === undefined) {
      const gone = new Error(`${head.module} has no reaction to ${head.eventType} any more`)
      return report(head, failureOf(gone), standard)
    }
    if (typeof reaction === 'object') return converse(head, reaction as Outside<EventType>, step)
    return onProbation(head, () => apply(head, reaction as Inside<EventType>))
  })
}

async function apply(head: Head, reaction: Inside<EventType>): Promise<Progress> {
  return guarded<Progress>(head, standard, async () => {
    if (!(await survives(head, standard))) return ended(POISON, standard)
    await pass('before claim', head)
    const done = await transaction(async (tx) => {
      const [state = 'busy'] = await lock(tx, [head])
      if (state !== 'ours') return { state }
      await pass('after claim', head)
      const performed = await perform(tx, head, (uow) => reaction(head.event, uow))
      await pass('before commit', head)
      return performed
    })
    if ('state' in done) return { state: done.state }
    tried(head, done.result instanceof Ignored ? 'ignored' : 'done')
    await pass('after commit', head)
    publish(done.stored)
    return { state: 'done', more: done.more }
  })
}

/**
 * Three steps, so that Inngest shows each, and repeats none that has its result. A suspect is alone in each of them and not
 * in all: what comes after a step is another call, and this one never ends.
 */
async function converse(head: Head, reaction: Outside<EventType>, step: Step): Promise<Progress> {
  const name = `${head.eventType} ${head.eventId} ${head.redrives}.${head.attempts}`
  const alone: Step = (id, work) => step(`${id} ${name}`, () => onProbation(head, work))
  const begun = await alone('intent', () => begin(head, reaction))
  if (begun.state !== 'calling') return begun
  const answer = await alone('call', () => ask(head, reaction, begun.request))
  return alone('outcome', () => settle(head, reaction, begun.claim, answer))
}

type Begun = Progress | { state: 'calling'; claim: string; request: Json }

async function begin(head: Head, reaction: Outside<EventType>): Promise<Begun> {
  const { policy = standard } = reaction
  return guarded<Begun>(head, policy, async () => {
    if (!(await survives(head, policy))) return ended(POISON, policy)
    await pass('before claim', head)
    const { begun, stored } = await transaction(async (tx): Promise<{ begun: Begun; stored: Stored[] }> => {
      const [state = 'busy'] = await lock(tx, [head])
      if (state !== 'ours') return { begun: { state }, stored: [] }
      await pass('after claim', head)
      const { result: request, stored } = await perform(tx, null, (uow) => reaction.intent(head.event, uow))
      if (!(request instanceof Ignored))
        return { begun: { state: 'calling', claim: await claim(tx, head, policy.callMs), request }, stored }
      // Nothing to ask: an empty unit of work finishes the delivery.
      const { more } = await perform(tx, head, async () => request)
      await pass('before commit', head)
      return { begun: { state: 'done', more }, stored }
    })
    if (begun.state === 'done') {
      tried(head, 'ignored')
      await pass('after commit', head)
    }
    publish(stored)
    return begun
  })
}

type Answer = { outcome: Json } | { failure: Failure }

async function ask(head: Head, reaction: Outside<EventType>, request: Json): Promise<Answer> {
  const { callMs } = reaction.policy ?? standard
  let timer: NodeJS.Timeout | undefined
  try {
    await pass('before call', head)
    // Made only now: what runs out while nobody listens to it yet would end the process.
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`No answer within ${callMs} ms`)), callMs)
    })
    const outcome = await Promise.race([reaction.call(request), late])
    await pass('after call', head)
    return { outcome }
  } catch (error) {
    return { failure: failureOf(error) }
  } finally {
    clearTimeout(timer)
  }
}

async function settle(
  head: Head,
  reaction: Outside<EventType>,
  claim: string,
  answer: Answer,
): Promise<Progress> {
  const { policy = standard } = reaction
  if ('failure' in answer) return report(head, answer.failure, policy, claim)
  return guarded(
    head,
    policy,
    async () => {
      const done = await transaction(async (tx) => {
        if (!(await lockClaimed(tx, head, claim))) return undefined
        const performed = await perform(tx, head, (uow) => reaction.outcome(head.event, uow, answer.outcome))
        await pass('before commit', head)
        return performed
      })
      if (!done) return { state: 'held' }
      tried(head, 'done')
      await pass('after commit', head)
      publish(done.stored)
      // While it was held others gave up on the lane: look again after the commit.
      return { state: 'done', more: true }
    },
    claim,
  )
}

/** What the sweep had to find may have killed its process: such tries are counted before they begin. */
async function survives(head: Head, { end }: Policy): Promise<boolean> {
  return head.swept === 0 || countClaim(head, end)
}

/** A deadlock or a lost connection is nobody's fault: it flies on, uncounted. Anything else is a failed try. */
async function guarded<P>(
  head: Head,
  policy: Policy,
  work: () => Promise<P>,
  claim?: string,
): Promise<P | Progress> {
  try {
    return await work()
  } catch (error) {
    if (isTransient(error)) {
      await uncountClaim(head)
      throw error
    }
    return report(head, failureOf(error), policy, claim)
  }
}

async function report(head: Head, failure: Failure, policy: Policy, claim?: string): Promise<Progress> {
  const inMs = await fail(head, failure, policy, claim)
  if (inMs === undefined) return { state: 'held' }
  tried(head, inMs === null ? 'dead' : 'failed')
  const { module, eventType, eventId, lane, attempts } = head
  const what = { module, eventType, eventId, lane, attempt: attempts + 1 }
  if (inMs === null) {
    const end = policy.end === 'DEAD' ? 'is a dead letter now' : 'is given up'
    log.error(what, `A delivery ${end}: ${failure.message}`)
    return ended(failure.message, policy)
  }
  log.warn({ ...what, nextInMs: Math.round(inMs) }, `A try failed: ${failure.message}`)
  return { state: 'waiting', error: failure.message, inMs }
}

/** It is not tried any more: what comes after it in the lane waits, or goes on. */
const ended = (error: string, { end }: Policy): Progress =>
  end === 'DEAD' ? { state: 'parked', error } : { state: 'done', more: true }

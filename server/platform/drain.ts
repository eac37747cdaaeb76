import type { EventType } from '@/server/events'
import { countClaim, onProbation, POISON, uncountClaim } from './claims'
import { type Head, headsOf } from './deliveries'
import { type Begun, beginAll, type Came, reactAll, settleAll } from './delivery-transactions'
import { type Failure, fail, failureOf } from './failures'
import { pass } from './fault-points'
import { inStory, log } from './log'
import { type Policy, standard } from './policy'
import type { Inside, Json, Outside, Reactions, ReactionTo } from './reactions'
import { isTransient } from './transient'
import { tried } from './tries'

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
  /** A try failed; the next is due then, in milliseconds since 1970: whoever hears of it may have waited for others. */
  | { state: 'waiting'; error: string; dueAt: number }
  /** A dead letter stands in the way. */
  | { state: 'parked'; error: string }

export type Progress = Came | Drained

/**
 * Does what the module has to do in the lane, in the order of the sequence, each delivery with exactly one effect,
 * until nothing is left or something stands in the way. Safe to run twice, twice at once, and to kill anywhere.
 *
 * @param known which delivery is the first, where that was found out together with those of other lanes, and how many this
 * run finished already.
 */
export async function drain(
  lane: string,
  module: string,
  reactions: Reactions | ReactionTo,
  step: Step,
  known: { head?: Head; done?: number } = {},
): Promise<Drained> {
  for (let { head, done = 0 } = known; ; head = undefined) {
    head ??= (await headsOf(module, [lane])).get(lane)
    if (!head) return { state: 'empty', done }
    if (head.status === 'DEAD') return { state: 'parked', error: head.error ?? '' }
    if (head.waitMs > 0) return { state: 'waiting', error: head.error ?? '', dueAt: Date.now() + head.waitMs }
    const progress = await deliver(head, reactionTo(reactions, head), step)
    if (progress.state !== 'done') return progress
    done++
    if (!progress.more) return { state: 'empty', done }
  }
}

/** What follows from a delivery; undefined for one of a kind that its module does not hear any more. */
export const reactionTo = (reactions: Reactions | ReactionTo, head: Head): Reactions[EventType] =>
  typeof reactions === 'function' ? reactions(head) : reactions[head.eventType]

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
    return only(await reactAll([head], reaction))
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

async function begin(head: Head, reaction: Outside<EventType>): Promise<Begun | Progress> {
  const { policy = standard } = reaction
  return guarded<Begun | Progress>(head, policy, async () => {
    if (!(await survives(head, policy))) return ended(POISON, policy)
    return only(await beginAll([head], reaction))
  })
}

/** What the outside answered, or why nobody knows that. */
export type Answer = { outcome: Json } | { failure: Failure }

/** Asks the outside, and waits no longer than the policy says. */
export async function ask(head: Head, reaction: Outside<EventType>, request: Json): Promise<Answer> {
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

/** Writes down what became of a conversation, by itself. */
export async function settle(
  head: Head,
  reaction: Outside<EventType>,
  claim: string,
  answer: Answer,
): Promise<Progress> {
  const { policy = standard } = reaction
  if ('failure' in answer) return report(head, answer.failure, policy, claim)
  const answered = [{ head, outcome: answer.outcome }]
  return guarded<Progress>(head, policy, async () => only(await settleAll(answered, claim, reaction)), claim)
}

/** What came of one that was by itself. */
const only = <T>(came: Map<Head, T>): T => [...came.values()][0] as T

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
  return { state: 'waiting', error: failure.message, dueAt: Date.now() + inMs }
}

/** It is not tried any more: what comes after it in the lane waits, or goes on. */
const ended = (error: string, { end }: Policy): Progress =>
  end === 'DEAD' ? { state: 'parked', error } : { state: 'done', more: true }

import { randomUUID } from 'node:crypto'
import type { EventType } from '@/server/events'
import { inTurn } from '@/server/kernel/in-turn'
import { claimAll, type Locked, lock, lockClaimed } from './claims'
import { type Database, transaction } from './database/connect'
import { execute } from './database/prepared'
import type { Head } from './deliveries'
import type { Appended } from './event-store'
import { pass } from './fault-points'
import { inStory } from './log'
import { standard } from './policy'
import type { Inside, Json, Outside } from './reactions'
import { tried } from './tries'
import { answersTo, carryOut, conclude, Ignored, type Part, publish, type UnitOfWork } from './unit-of-work'

/*
 * The transactions of deliveries: of one by itself, or of several of one module and event that share them. When one throws,
 * nothing of it has happened for any of them.
 */

/** What became of a delivery: it is done, and has perhaps left more in its lane; or it was somebody else's. */
export type Came = { state: 'done'; more: boolean } | { state: Exclude<Locked, 'ours'> }

/** Has each of them its effect. */
export async function reactAll(heads: Head[], reaction: Inside<EventType>): Promise<Map<Head, Came>> {
  for (const head of heads) await pass('before claim', head)
  const worked = await transact(heads, {
    lock,
    lockAll: reaction.batch?.lockAll,
    work: async (head, uow) => {
      await pass('after claim', head)
      return reaction(head.event, uow)
    },
  })
  return tell(worked)
}

export type Begun = Came | { state: 'calling'; claim: string; request: Json }

/** Writes down what the outside is about to be asked, and holds those deliveries until it has answered. */
export async function beginAll(heads: Head[], reaction: Outside<EventType>): Promise<Map<Head, Begun>> {
  for (const head of heads) await pass('before claim', head)
  const claim = randomUUID()
  const { callMs } = reaction.policy ?? standard
  const worked = await transact(heads, {
    lock,
    work: async (head, uow) => {
      await pass('after claim', head)
      return reaction.intent(head.event, uow)
    },
    goesOn: { when: (request) => !(request instanceof Ignored), hold: claimAll(claim, callMs) },
  })
  const came: Map<Head, Begun> = await tell(worked)
  for (const { head, part } of worked)
    if (part && !part.cause) came.set(head, { state: 'calling', claim, request: part.result })
  return came
}

/** Writes down what the outside answered, where the claim still holds under which they were begun together. */
export async function settleAll(
  answered: { head: Head; outcome: Json }[],
  claim: string,
  reaction: Outside<EventType>,
): Promise<Map<Head, Came>> {
  const outcomes = new Map(answered.map(({ head, outcome }) => [head, outcome]))
  const worked = await transact([...outcomes.keys()], {
    lock: lockClaimed(claim),
    work: (head, uow) => reaction.outcome(head.event, uow, outcomes.get(head)),
  })
  const came = await tell(worked)
  // While it was held others gave up on its lane: there may be more.
  for (const [head, { state }] of came) if (state === 'done') came.set(head, { state, more: true })
  return came
}

type Work<R> = {
  lock: (tx: Database, heads: Head[]) => Promise<Locked[]>
  lockAll?: NonNullable<Inside<EventType>['batch']>['lockAll']
  work: (head: Head, uow: UnitOfWork) => Promise<R>
  /** Which results leave their deliveries unfinished, and what holds these. */
  goesOn?: { when: (result: R) => boolean; hold: (tx: Database, heads: Head[]) => Promise<unknown> }
}

/** A delivery and how far it has got. A part without a cause leaves it unfinished. */
type Worked<R> = { head: Head; state: Locked; part?: Part<R>; appended?: Appended }

/** What is locked elsewhere is not waited for long on behalf of so many. */
const PATIENCE = "set local lock_timeout = '500ms'"

function transact<R>(heads: Head[], { lock, lockAll, work, goesOn }: Work<R>): Promise<Worked<R>[]> {
  const several = heads.length > 1
  return transaction(async (tx) => {
    // In one go, and in this order: neither is waited for alone.
    const [, states] = await Promise.all([several && execute(tx, PATIENCE, []), lock(tx, heads)])
    const worked: Worked<R>[] = heads.map((head, index) => ({ head, state: states[index] ?? 'busy' }))
    const ours = worked.filter(({ state }) => state === 'ours')
    if (ours.length === 0) return worked
    const carry = async (each: Worked<R>) => {
      const { head } = each
      const part = await inStory(head.correlationId, () => carryOut(tx, head, (uow) => work(head, uow)))
      each.part = goesOn?.when(part.result) ? { ...part, cause: null } : part
      return each.part
    }
    if (lockAll && several)
      await lockAll(
        ours.map(({ head }) => head.event),
        tx,
      )
    const parts = lockAll ? await inTurn(ours, carry) : await answersTo(ours.map(carry))
    const unfinished = ours.flatMap(({ head, part }) => (part?.cause ? [] : head))
    const holding = unfinished.length > 0 ? goesOn?.hold(tx, unfinished) : undefined
    const appended = await conclude(tx, parts, holding)
    for (const [index, each] of ours.entries()) {
      each.appended = appended[index]
      if (each.part?.cause) await pass('before commit', each.head)
    }
    return worked
  })
}

/** After the commit. What follows is poked all at once, so that it goes on together. */
async function tell<R>(worked: Worked<R>[]): Promise<Map<Head, Came>> {
  const came = new Map<Head, Came>()
  const stored: Appended['stored'] = []
  for (const { head, state, part, appended } of worked) {
    const its = await inStory(head.correlationId, async (): Promise<Came> => {
      if (!part || !appended) return { state: state === 'held' ? 'held' : 'busy' }
      if (part.cause) {
        tried(head, part.result instanceof Ignored ? 'ignored' : 'done')
        try {
          await pass('after commit', head)
        } catch {
          // As if its process had ended here: it is done, and nobody was told.
          return { state: 'held' }
        }
      }
      stored.push(...appended.stored)
      return { state: 'done', more: appended.more }
    })
    came.set(head, its)
  }
  publish(stored)
  return came
}

import { sql } from 'drizzle-orm'
import type { EventType } from '@/server/events'
import { countClaims, isUnsuspected, type Locked, lock, uncountClaim } from './claims'
import { type Database, transaction } from './database/connect'
import { type Head, headsOf } from './deliveries'
import type { Appended, Stored } from './event-store'
import { pass } from './fault-points'
import { inStory, log } from './log'
import {
  type Drained,
  drain,
  type Inside,
  type Progress,
  type Reactions,
  type ReactionTo,
  type Step,
} from './reactions'
import { isTransient } from './transient'
import { tried } from './tries'
import { carryOut, conclude, Ignored, type Part, publish } from './unit-of-work'

/** How a lane's drain came to its end, also when the database was at fault. */
export type Ended = Drained | { state: 'thrown'; error: unknown }

/**
 * Drains several lanes for one module: the first deliveries that may go together do, then whatever is left in each lane
 * goes as ever, lane by lane, for the module's rows are often the same. Endpoints have nothing in common, and are told at
 * once. All are waited for, also when one throws: nothing may run on after its call was answered.
 */
export async function drainAll(
  lanes: string[],
  module: string,
  reactions: Reactions | ReactionTo,
  step: Step,
): Promise<Map<string, Ended>> {
  const heads = await headsOf(module, lanes)
  const finish = async (lane: string, progress?: Progress): Promise<[string, Ended]> => {
    const head = heads.get(lane)
    if (!head) return [lane, NOTHING]
    return [lane, await drain(lane, module, reactions, step, { head, progress }).catch(thrown)]
  }
  if (typeof reactions === 'function') return new Map(await Promise.all(lanes.map((lane) => finish(lane))))
  const together = await deliverTogether([...heads.values()], reactions)
  const ended = new Map<string, Ended>()
  for (const lane of lanes) {
    const end = await finish(lane, together.get(lane))
    ended.set(...end)
    if (end[1].state !== 'thrown') unlucky.delete(`${module} ${lane}`)
  }
  return ended
}

const NOTHING: Drained = { state: 'empty', done: 0 }

function thrown(error: unknown): Ended {
  if (isTransient(error)) log.warn({ error }, 'The database was at fault, so a lane is taken up again')
  return { state: 'thrown', error }
}

/**
 * Those whose batch came to nothing, by module and lane: each is tried by itself until it has an outcome. One whose rows
 * somebody holds is not to keep new neighbours waiting each time.
 */
const unlucky = new Set<string>()
const nameOf = ({ module, lane }: Head) => `${module} ${lane}`

/** What is locked elsewhere is not waited for on behalf of so many, or not for long. */
const patience = sql`set local lock_timeout = '500ms'`

/**
 * Delivers the first deliveries of several lanes, those of a kind in one transaction, where their reaction allows it: begin,
 * lock, append and commit cost little more for all than for one. Answers what became of each.
 *
 * When anything goes wrong nothing has happened, whoever was at fault: none of them is in the answer, and each is tried by
 * itself.
 */
async function deliverTogether(heads: Head[], reactions: Reactions): Promise<Map<string, Progress>> {
  const progress = new Map<string, Progress>()
  for (const eventType of new Set(heads.map((head) => head.eventType))) {
    const reaction = reactions[eventType]
    if (typeof reaction !== 'function' || !reaction.lockAll) continue
    const batch = heads.filter((head) => head.eventType === eventType && mayShare(head))
    if (batch.length < 2) continue
    const tries: Try[] = batch.map((head) => ({ head }))
    try {
      await countClaims(batch)
      for (const head of batch) await pass('before claim', head)
      await transaction((tx) => reactAll(tx, tries, reaction as Batchable))
    } catch {
      for (const head of batch) unlucky.add(nameOf(head))
      await Promise.all(batch.map(uncountClaim))
      continue
    }
    for (const [lane, told] of await tell(tries)) progress.set(lane, told)
  }
  return progress
}

/** One delivery of a batch, and how far it has got. */
type Try = { head: Head; state?: Locked; part?: Part; appended?: Appended }
type Batchable = Inside<EventType> & { lockAll: NonNullable<Inside<EventType>['lockAll']> }

/** It is tried for the first time, and will not take its neighbours down with it as far as anybody knows. */
const mayShare = (head: Head) =>
  head.status === 'PENDING' &&
  head.waitMs === 0 &&
  head.attempts === 0 &&
  isUnsuspected(head) &&
  !unlucky.has(nameOf(head))

async function reactAll(tx: Database, tries: Try[], reaction: Batchable): Promise<void> {
  const heads = tries.map(({ head }) => head)
  // In one go: neither is waited for alone.
  const [states] = await Promise.all([lock(tx, heads), tx.execute(patience)])
  for (const [index, each] of tries.entries()) each.state = states[index]
  const ours = tries.filter(({ state }) => state === 'ours')
  if (ours.length === 0) return
  const all = ours.map(({ head }) => head.event)
  await reaction.lockAll(all, tx)
  const parts: Part[] = []
  for (const each of ours) {
    const { head } = each
    each.part = await inStory(head.correlationId, async () => {
      await pass('after claim', head)
      return carryOut(tx, head, (uow) => reaction(head.event, uow))
    })
    parts.push(each.part)
  }
  const appended = await conclude(tx, parts)
  for (const [index, each] of ours.entries()) {
    each.appended = appended[index]
    await pass('before commit', each.head)
  }
}

/** After the commit. What follows is poked all at once, so that it goes on together. */
async function tell(tries: Try[]): Promise<Map<string, Progress>> {
  const published: Stored[] = []
  const progress = new Map<string, Progress>()
  for (const { head, state, part, appended } of tries) {
    const told = await inStory(head.correlationId, async (): Promise<Progress> => {
      if (!part || !appended) return { state: state === 'held' ? 'held' : 'busy' }
      tried(head, part.result instanceof Ignored ? 'ignored' : 'done')
      try {
        await pass('after commit', head)
      } catch {
        // As if its process had ended here: it is done, and nobody was told.
        return { state: 'held' }
      }
      published.push(...appended.stored)
      return { state: 'done', more: appended.more }
    })
    progress.set(head.lane, told)
  }
  publish(published)
  return progress
}

import type { EventType } from '@/server/events'
import { inTurn } from '@/server/kernel/in-turn'
import { countClaims, isUnsuspected, uncountClaim } from './claims'
import { type Head, headsOf } from './deliveries'
import { beginAll, reactAll, settleAll } from './delivery-transactions'
import { type Answer, ask, type Drained, drain, type Progress, reactionTo, type Step, settle } from './drain'
import { failureOf } from './failures'
import { inStory, log } from './log'
import type { Inside, Outside, Reactions, ReactionTo } from './reactions'
import { isTransient } from './transient'

/** What became of a delivery that went with others. */
type Delivered = Progress | Thrown
type Thrown = { state: 'thrown'; error: unknown }

/** How a lane's drain came to its end, also when the database was at fault. */
export type Ended = Drained | Thrown

/**
 * Drains several lanes for one module: the first deliveries that may go together do, then whatever is left in each lane goes
 * alone. Those that talk to the outside do so at once, and those that stay inside one after the other, for the module's
 * rows are often the same. All are waited for, also when one throws: nothing may run on after its call was answered.
 */
export async function drainAll(
  lanes: string[],
  module: string,
  reactions: Reactions | ReactionTo,
  step: Step,
): Promise<Map<string, Ended>> {
  const heads = await headsOf(module, lanes)
  const delivered: Map<string, Delivered> =
    typeof reactions === 'function' ? new Map() : await deliverTogether([...heads.values()], reactions)
  const leftMore = lanes.filter((lane) => isMore(delivered.get(lane)))
  const next = leftMore.length > 0 ? await headsOf(module, leftMore) : new Map<string, Head>()
  const ended = new Map<string, Ended>(lanes.map((lane) => [lane, { state: 'empty', done: 0 }]))
  const left: { lane: string; head: Head; done: number }[] = []
  for (const lane of lanes) {
    const came = delivered.get(lane)
    const done = came ? 1 : 0
    const head = (came ? next : heads).get(lane)
    if (came && came.state !== 'done') ended.set(lane, came)
    else if (head) left.push({ lane, head, done })
    else ended.set(lane, { state: 'empty', done })
  }
  const goOn = async ({ lane, ...known }: (typeof left)[number]) =>
    void ended.set(lane, await drain(lane, module, reactions, step, known).catch(thrown))
  const isOutside = ({ head }: { head: Head }) => typeof reactionTo(reactions, head) === 'object'
  const inside = left.filter((each) => !isOutside(each))
  await Promise.all([...left.filter(isOutside).map(goOn), inTurn(inside, goOn)])
  for (const [lane, { state }] of ended) if (state !== 'thrown') unlucky.delete(`${module} ${lane}`)
  return ended
}

const isMore = (came?: Delivered) => came?.state === 'done' && came.more

function thrown(error: unknown): Thrown {
  if (isTransient(error)) log.warn({ error }, 'The database was at fault, so a lane is taken up again')
  return { state: 'thrown', error }
}

/**
 * Those whose batch came to nothing, by module and lane: each is tried by itself until it has an outcome. One whose rows
 * somebody holds is not to keep new neighbours waiting each time.
 */
const unlucky = new Set<string>()
const nameOf = ({ module, lane }: Head) => `${module} ${lane}`

/**
 * Delivers the first deliveries of several lanes, those of a kind in one transaction, where their reaction allows it: begin,
 * lock, append and commit cost little more for all than for one. Answers what became of each.
 *
 * When anything goes wrong nothing has happened, whoever was at fault: none of them is in the answer, and each is tried by
 * itself.
 */
async function deliverTogether(heads: Head[], reactions: Reactions): Promise<Map<string, Delivered>> {
  const came = new Map<string, Delivered>()
  for (const eventType of new Set(heads.map((head) => head.eventType))) {
    const reaction = reactions[eventType] as Inside<EventType> | Outside<EventType> | undefined
    if (!reaction?.batch) continue
    const batch = heads.filter((head) => head.eventType === eventType && mayShare(head))
    if (batch.length < 2) continue
    const told = typeof reaction === 'function' ? reactTogether(batch, reaction) : converse(batch, reaction)
    for (const [head, its] of await told) came.set(head.lane, its)
  }
  return came
}

/** It is tried for the first time, and will not take its neighbours down with it as far as anybody knows. */
const mayShare = (head: Head) =>
  head.status === 'PENDING' &&
  head.waitMs === 0 &&
  head.attempts === 0 &&
  isUnsuspected(head) &&
  !unlucky.has(nameOf(head))

const reactTogether = (batch: Head[], reaction: Inside<EventType>) =>
  together(batch, () => reactAll(batch, reaction))

/** One that fails says so itself, when it is tried alone; this tells of what only happens to several. */
function tellUndone(batch: Head[], error: unknown) {
  const { module, eventType } = batch[0] ?? {}
  const why = failureOf(error).message
  log.info({ module, eventType, size: batch.length, why }, 'A batch came to nothing: each is tried alone')
}

/** Empty when it came to nothing, which is then nobody's fault. */
async function together<C>(batch: Head[], work: () => Promise<Map<Head, C>>): Promise<Map<Head, C>> {
  try {
    await countClaims(batch)
    return await work()
  } catch (error) {
    tellUndone(batch, error)
    for (const head of batch) unlucky.add(nameOf(head))
    await Promise.all(batch.map(uncountClaim))
    return new Map()
  }
}

/**
 * Begun together, each asks for itself. Whose answers have come while others were being written down are written down
 * together then: no outcome waits for somebody else's answer.
 */
async function converse(batch: Head[], reaction: Outside<EventType>): Promise<Map<Head, Delivered>> {
  const came = new Map<Head, Delivered>()
  const answered: Answered[] = []
  let settling = Promise.resolve()
  const begun = await together(batch, () => beginAll(batch, reaction))
  await Promise.all(
    [...begun].map(async ([head, its]) => {
      if (its.state !== 'calling') return came.set(head, its)
      const { claim, request } = its
      answered.push({ head, answer: await inStory(head.correlationId, () => ask(head, reaction, request)) })
      settling = settling.then(async () => {
        const settled = await settleTogether(answered.splice(0), claim, reaction)
        for (const [head, its] of settled) came.set(head, its)
      })
      return settling
    }),
  )
  return came
}

type Answered = { head: Head; answer: Answer }

/** Those that failed, and all when something goes wrong, by themselves. */
async function settleTogether(
  answered: Answered[],
  claim: string,
  reaction: Outside<EventType>,
): Promise<Map<Head, Delivered>> {
  const known = answered.flatMap(({ head, answer }) => ('outcome' in answer ? { head, ...answer } : []))
  const settled = new Map<Head, Delivered>()
  if (known.length > 1)
    try {
      for (const [head, its] of await settleAll(known, claim, reaction)) settled.set(head, its)
    } catch (error) {
      tellUndone(
        known.map(({ head }) => head),
        error,
      )
    }
  await Promise.all(
    answered.map(async ({ head, answer }) => {
      if (settled.has(head)) return
      const alone = inStory(head.correlationId, () => settle(head, reaction, claim, answer))
      settled.set(head, await alone.catch(thrown))
    }),
  )
  return settled
}

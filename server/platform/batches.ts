import type { EventType } from '@/server/events'
import { countClaims, isUnsuspected, uncountClaim } from './claims'
import { type Head, headsOf } from './deliveries'
import { beginAll, reactAll, settleAll } from './delivery-transactions'
import { type Answer, ask, type Drained, drain, type Progress, type Step, settle } from './drain'
import { inStory, log } from './log'
import type { Inside, Outside, Reactions, ReactionTo } from './reactions'
import { isTransient } from './transient'

type Thrown = { state: 'thrown'; error: unknown }

/** How a lane's drain came to its end, also when the database was at fault. */
export type Ended = Drained | Thrown

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
  const goOn = async (lane: string, done: number, head?: Head): Promise<Ended> =>
    head ? drain(lane, module, reactions, step, { head, done }).catch(thrown) : { state: 'empty', done }
  if (typeof reactions === 'function')
    return new Map(
      await Promise.all(lanes.map(async (lane) => [lane, await goOn(lane, 0, heads.get(lane))] as const)),
    )
  const delivered = await deliverTogether([...heads.values()], reactions)
  const leftMore = lanes.filter((lane) => isMore(delivered.get(lane)))
  const next = leftMore.length > 0 ? await headsOf(module, leftMore) : new Map<string, Head>()
  const ended = new Map<string, Ended>()
  for (const lane of lanes) {
    const came = delivered.get(lane)
    if (!came) ended.set(lane, await goOn(lane, 0, heads.get(lane)))
    else ended.set(lane, came.state === 'done' ? await goOn(lane, 1, next.get(lane)) : came)
    if (ended.get(lane)?.state !== 'thrown') unlucky.delete(`${module} ${lane}`)
  }
  return ended
}

const isMore = (came?: Progress | Thrown) => came?.state === 'done' && came.more

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
async function deliverTogether(heads: Head[], reactions: Reactions): Promise<Map<string, Progress | Thrown>> {
  const came = new Map<string, Progress | Thrown>()
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

/** Empty when it came to nothing, which is then nobody's fault. */
async function together<C>(batch: Head[], work: () => Promise<Map<Head, C>>): Promise<Map<Head, C>> {
  try {
    await countClaims(batch)
    return await work()
  } catch {
    for (const head of batch) unlucky.add(nameOf(head))
    await Promise.all(batch.map(uncountClaim))
    return new Map()
  }
}

/**
 * Begun together, each asks for itself. Whose answers have come while others were being written down are written down
 * together then, so that nobody waits for who is slow.
 */
async function converse(batch: Head[], reaction: Outside<EventType>): Promise<Map<Head, Progress | Thrown>> {
  const came = new Map<Head, Progress | Thrown>()
  const answered: Answered[] = []
  let settling = Promise.resolve()
  const begun = await together(batch, () => beginAll(batch, reaction))
  await Promise.all(
    [...begun].map(async ([head, its]) => {
      if (its.state !== 'calling') return came.set(head, its)
      const { claim, request } = its
      answered.push({
        head,
        claim,
        answer: await inStory(head.correlationId, () => ask(head, reaction, request)),
      })
      settling = settling.then(async () => {
        for (const [head, its] of await settleTogether(answered.splice(0), reaction)) came.set(head, its)
      })
      return settling
    }),
  )
  return came
}

type Answered = { head: Head; claim: string; answer: Answer }

/** Those that failed, and all when something goes wrong, by themselves. */
async function settleTogether(
  answered: Answered[],
  reaction: Outside<EventType>,
): Promise<Map<Head, Progress | Thrown>> {
  const known = answered.flatMap(({ head, answer }) => ('outcome' in answer ? { head, ...answer } : []))
  const claim = answered[0]?.claim ?? ''
  const settled: Map<Head, Progress | Thrown> =
    known.length > 1 ? await settleAll(known, claim, reaction).catch(() => new Map()) : new Map()
  for (const { head, answer } of answered) {
    if (settled.has(head)) continue
    const alone = inStory(head.correlationId, () => settle(head, reaction, claim, answer))
    settled.set(head, await alone.catch(thrown))
  }
  return settled
}

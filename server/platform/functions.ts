import { cron, type Inngest, NonRetriableError, RetryAfterError } from 'inngest'
import type { EventType } from '@/server/events'
import { drainAll, type Ended } from './batches'
import { countDuplicates } from './deliveries'
import type { Drained, Step } from './drain'
import { pokeName, WEBHOOK_DUE } from './inngest'
import { poke } from './pokes'
import type { Reactions, ReactionTo } from './reactions'
import { settings } from './settings'
import { type Sweeping, sweep, sweepModules } from './sweep'
import { isTransient } from './transient'

/** How long after a passing fault of the database to try again. */
const TRANSIENT_RETRY_MS = 200
/** How long after another run was met in the lane to look whether it left anything. */
const BUSY_RETRY_MS = 100
/** A poke of our own clock must not come before the database's says that the delivery is due. */
const CLOCK_SLACK_MS = 20
/** A delivery that has been due for so long was not poked, or not heard. */
const SWEEP_GRACE_MS = 5_000
/** Once a minute is seldom: it has to find all that an outage left. */
const SWEEP_LIMIT = 10_000

/** Endpoints are told by one function: how many at once in all, and of each, so that a slow one has its own patience only. */
export const WEBHOOK_RUNS = 32
export const WEBHOOK_RUNS_EACH = 6
/** A run that waits for the next of seven tries may meet others in its lane, too. */
const WEBHOOK_RETRIES = 20

/** Who tells endpoints beyond the modules: what follows from each delivery, and what is looked for now and then. */
export type Webhooks = { reactionTo: ReactionTo; sweep: () => Promise<void> }

/**
 * One Inngest function per module and event that it reacts to, derived from the keys of its reactions; one for endpoints; and the
 * sweep, also of others who look for something now and then.
 */
export function functionsFor(
  inngest: Inngest,
  modules: Record<string, { reactions: Reactions }> & Sweeping,
  webhooks: Webhooks,
  others: Sweeping = {},
) {
  const reactors = Object.entries(modules).flatMap(([module, { reactions }]) =>
    (Object.keys(reactions) as EventType[]).map((eventType) =>
      inngest.createFunction(
        { id: `${module}.${eventType}`, retries: 3, triggers: [{ event: pokeName(eventType) }] },
        async ({ events, step, attempt }) => {
          const pokes = events.map(({ data }) => ({ eventId: String(data.eventId), lane: String(data.lane) }))
          const drained = await drainAll(lanesOf(pokes), module, reactions, stepsOf(step)).catch(soon)
          // One that talks to the outside is called again after each of its steps, and any after it asked for it: that is
          // no second poke.
          if (typeof reactions[eventType] === 'function' && attempt === 0)
            await countDuplicates(
              module,
              pokes.filter(({ lane }) => didNothing(drained.get(lane))).map(({ eventId }) => eventId),
            )
          return conclude([...drained.values()])
        },
      ),
    ),
  )
  const teller = inngest.createFunction(
    {
      id: 'webhooks.deliver',
      retries: WEBHOOK_RETRIES,
      concurrency: [{ limit: WEBHOOK_RUNS }, { limit: WEBHOOK_RUNS_EACH, key: 'event.data.to' }],
      triggers: [{ event: WEBHOOK_DUE }],
    },
    async ({ event, events, step }) => {
      // Pokes that come together are for one endpoint.
      const pokes = events.map(({ data }) => ({ lane: String(data.lane) }))
      const drained = await drainAll(
        lanesOf(pokes),
        String(event.data.to),
        webhooks.reactionTo,
        stepsOf(step),
      ).catch(soon)
      return conclude([...drained.values()])
    },
  )
  const sweeper = inngest.createFunction(
    { id: 'sweep', retries: 0, triggers: [cron('* * * * *')] },
    async () => {
      const due = await sweep(SWEEP_GRACE_MS * settings().timeScale, SWEEP_LIMIT)
      poke(due.map(({ poke }) => poke))
      await sweepModules({ ...modules, webhooks, ...others })
      return due.length
    },
  )
  return [...reactors, teller, sweeper]
}

const lanesOf = (pokes: { lane: string }[]) => [...new Set(pokes.map(({ lane }) => lane))]

/** The embedded engine shows no steps and keeps none: each would only be another call of the function. */
const stepsOf = (step: { run: unknown }): Step =>
  settings().engine === 'embedded' ? inOneGo : (id, work) => (step as { run: Step }).run(id, work)

const inOneGo: Step = (_, work) => work()

const didNothing = (end?: Ended) => end?.state === 'empty' && end.done === 0

/** Tells Inngest what the ledger decided, so that its runs show the same retries and failures. */
function conclude(drained: Ended[]): Drained['state'][] {
  const unexpected = drained.find((lane) => lane.state === 'thrown' && !isTransient(lane.error))
  if (unexpected?.state === 'thrown') throw unexpected.error
  const [soonest] = drained.flatMap(retryOf).sort((a, b) => a.at - b.at)
  if (soonest) retryAt(soonest.at, soonest.why)
  const parked = drained.find((lane) => lane.state === 'parked')
  if (parked) throw new NonRetriableError(parked.error)
  return drained.map(({ state }) => state as Drained['state'])
}

/** When to try again, and why. */
function retryOf(lane: Ended): { at: number; why: string }[] {
  if (lane.state === 'waiting') return [{ at: lane.dueAt + CLOCK_SLACK_MS, why: lane.error }]
  if (lane.state === 'busy')
    return [{ at: Date.now() + BUSY_RETRY_MS, why: 'Another run is just at this lane' }]
  return lane.state === 'thrown' ? [{ at: Date.now() + TRANSIENT_RETRY_MS, why: String(lane.error) }] : []
}

function retryAt(at: number, why: string, cause?: unknown): never {
  throw new RetryAfterError(why, new Date(at), { cause })
}

function soon(error: unknown): never {
  if (isTransient(error)) retryAt(Date.now() + TRANSIENT_RETRY_MS, String(error), error)
  throw error
}

import { cron, type Inngest, NonRetriableError, RetryAfterError } from 'inngest'
import type { EventType } from '@/server/events'
import { countDuplicates, headsOf } from './deliveries'
import { pokeName } from './inngest'
import { log } from './log'
import { poke } from './pokes'
import { type Drained, drain, type Reactions, type Step } from './reactions'
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

/** One Inngest function per module and event that it reacts to, derived from the keys of its reactions, and the sweep. */
export function functionsFor(inngest: Inngest, modules: Record<string, { reactions: Reactions }> & Sweeping) {
  const { engine } = settings()
  const reactors = Object.entries(modules).flatMap(([module, { reactions }]) =>
    (Object.keys(reactions) as EventType[]).map((eventType) =>
      inngest.createFunction(
        { id: `${module}.${eventType}`, retries: 3, triggers: [{ event: pokeName(eventType) }] },
        async ({ events, step }) => {
          const run: Step = engine === 'embedded' ? inOneGo : (id, work) => step.run(id, work) as never
          const pokes = events.map(({ data }) => ({ eventId: String(data.eventId), lane: String(data.lane) }))
          const lanes = [...new Set(pokes.map(({ lane }) => lane))]
          const heads = await headsOf(module, lanes).catch(soon)
          const drained = await Promise.all(
            lanes.map(async (lane): Promise<Ended> => {
              const head = heads.get(lane)
              // All are waited for, also when one throws: nothing may run on after its call was answered.
              return head ? drain(lane, module, reactions, run, head).catch(thrown) : NOTHING
            }),
          )
          // One that talks to the outside is called again after each of its steps: that is no second poke.
          if (typeof reactions[eventType] === 'function') {
            const idle = lanes.filter((_, index) => didNothing(drained[index]))
            await countDuplicates(
              module,
              pokes.filter(({ lane }) => idle.includes(lane)).map(({ eventId }) => eventId),
            )
          }
          return conclude(drained)
        },
      ),
    ),
  )
  const sweeper = inngest.createFunction(
    { id: 'sweep', retries: 0, triggers: [cron('* * * * *')] },
    async () => {
      const due = await sweep(SWEEP_GRACE_MS * settings().timeScale, SWEEP_LIMIT)
      poke(due.map(({ poke }) => poke))
      await sweepModules(modules)
      return due.length
    },
  )
  return [...reactors, sweeper]
}

/** The embedded engine shows no steps and keeps none: each would only be another call of the function. */
const inOneGo: Step = (_, work) => work()

/** How a lane's drain came to its end, also when the database was at fault. */
type Ended = Drained | { state: 'thrown'; error: unknown }

const NOTHING: Drained = { state: 'empty', done: 0 }
const thrown = (error: unknown) => {
  if (isTransient(error)) log.warn({ error }, 'The database was at fault, so a lane is taken up again')
  return { state: 'thrown' as const, error }
}

const didNothing = (end?: Ended) => end?.state === 'empty' && end.done === 0

/** Tells Inngest what the ledger decided, so that its runs show the same retries and failures. */
function conclude(drained: Ended[]): Drained['state'][] {
  const unexpected = drained.find((lane) => lane.state === 'thrown' && !isTransient(lane.error))
  if (unexpected?.state === 'thrown') throw unexpected.error
  const [soonest] = drained.flatMap(retryOf).sort((a, b) => a.inMs - b.inMs)
  if (soonest) retryIn(soonest.inMs, soonest.why)
  const parked = drained.find((lane) => lane.state === 'parked')
  if (parked) throw new NonRetriableError(parked.error)
  return drained.map(({ state }) => state as Drained['state'])
}

/** When to try again, and why. */
function retryOf(lane: Ended): { inMs: number; why: string }[] {
  if (lane.state === 'waiting') return [{ inMs: lane.inMs + CLOCK_SLACK_MS, why: lane.error }]
  if (lane.state === 'busy') return [{ inMs: BUSY_RETRY_MS, why: 'Another run is just at this lane' }]
  return lane.state === 'thrown' ? [{ inMs: TRANSIENT_RETRY_MS, why: String(lane.error) }] : []
}

function retryIn(ms: number, why: string, cause?: unknown): never {
  throw new RetryAfterError(why, new Date(Date.now() + ms), { cause })
}

function soon(error: unknown): never {
  if (isTransient(error)) retryIn(TRANSIENT_RETRY_MS, String(error), error)
  throw error
}

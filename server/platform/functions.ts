import { cron, type Inngest, NonRetriableError, RetryAfterError } from 'inngest'
import type { EventType } from '@/server/events'
import { sweep } from './deliveries'
import { pokeName } from './inngest'
import { type Drained, drain, type Reactions, type Step } from './reactions'
import { settings } from './settings'
import { isTransient } from './transient'

/** How long after a passing fault of the database to try again. */
const TRANSIENT_RETRY_MS = 200
/** How long after another run was met in the lane to look whether it left anything. */
const BUSY_RETRY_MS = 100
/** A poke of our own clock must not come before the database's says that the delivery is due. */
const CLOCK_SLACK_MS = 20
/** A delivery that has been due for so long was not poked, or not heard. */
const SWEEP_GRACE_MS = 5_000

/** One Inngest function per module and event that it reacts to, derived from the keys of its reactions, and the sweep. */
export function functionsFor(inngest: Inngest, modules: Record<string, { reactions: Reactions }>) {
  const reactors = Object.entries(modules).flatMap(([module, { reactions }]) =>
    (Object.keys(reactions) as EventType[]).map((eventType) =>
      inngest.createFunction(
        { id: `${module}.${eventType}`, retries: 3, triggers: [{ event: pokeName(eventType) }] },
        async ({ event, step }) => {
          const run: Step = <R>(id: string, work: () => Promise<R>) => step.run(id, work) as Promise<R>
          return conclude(await drain(event.data.lane, module, reactions, run).catch(soon))
        },
      ),
    ),
  )
  const sweeper = inngest.createFunction({ id: 'sweep', retries: 0, triggers: [cron('* * * * *')] }, () =>
    sweep(SWEEP_GRACE_MS * settings().timeScale),
  )
  return [...reactors, sweeper]
}

/** Tells Inngest what the ledger decided, so that its runs show the same retries and failures. */
function conclude(drained: Drained): Drained {
  if (drained.state === 'waiting') {
    throw new RetryAfterError(drained.error, new Date(Date.now() + drained.inMs + CLOCK_SLACK_MS))
  }
  if (drained.state === 'busy') {
    throw new RetryAfterError('Another run is just at this lane', new Date(Date.now() + BUSY_RETRY_MS))
  }
  if (drained.state === 'parked') throw new NonRetriableError(drained.error)
  return drained
}

function soon(error: unknown): never {
  if (!isTransient(error)) throw error
  throw new RetryAfterError(String(error), new Date(Date.now() + TRANSIENT_RETRY_MS), { cause: error })
}

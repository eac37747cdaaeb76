import { eq, sql } from 'drizzle-orm'
import type { EventType } from '../events'
import { type Database, db } from '../platform/database/connect'
import type { Head } from '../platform/deliveries'
import { Unwilling } from '../platform/failures'
import type { Policy } from '../platform/policy'
import type { Outside } from '../platform/reactions'
import { settings } from '../platform/settings'
import { endpointName } from '../platform/whose'
import { messageOf } from './message'
import { signed } from './secrets'
import { type Answer, limitMs, send } from './send'
import { stop } from './state'
import { endpoints } from './tables'

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

/** How long after each failed try comes the next; after the last the event is given up, and later ones go on. */
export const schedule = () =>
  [5 * SECOND_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 2 * HOUR_MS, 5 * HOUR_MS, 10 * HOUR_MS].map(
    (ms) => ms * settings().webhookTimeScale,
  )

/** Failing for so long without one success, an endpoint is paused. */
const WORN_OUT = sql`interval '5 days'`

const policy: Policy = {
  // A little later than planned, so that what failed together does not come again together.
  backoff: (failed) => {
    const wait = schedule()[failed - 1]
    return wait === undefined ? undefined : wait * (1 + 0.1 * Math.random())
  },
  end: 'GIVEN_UP',
  /** Longer than `send` takes: what came of it is written down as well. */
  get callMs() {
    return limitMs() + 3_000
  },
}

/** What is due to an endpoint, as a reaction that talks to the outside. Between its steps go numbers only. */
export const reactionTo = (head: Head): Outside<EventType> => ({
  policy,
  intent: async () => ({}),
  call: () => tell(head),
  outcome: async (_, { tx }, arrived: Answer) => {
    await record(tx, endpointOf(head), head, arrived)
  },
})

const endpointOf = ({ module }: Head) => module.slice(endpointName('').length)

/** Tells the endpoint once. When it did not arrive that is written down, and thrown. */
async function tell(head: Head): Promise<Answer> {
  const endpoint = await find(endpointOf(head))
  const { secret, oldSecret, oldIsValid } = endpoint
  const body = messageOf(head.stored)
  const headers = signed(head.eventId, body, oldSecret && oldIsValid ? [secret, oldSecret] : [secret])
  const answer = await send(endpoint.url, headers, body)
  if (answer.error === null) return answer
  await record(db(), endpoint.id, head, answer)
  if (answer.code === 410) await stop(endpoint.id, 'DISABLED', 'Its receiver answered 410: it is gone')
  else if (endpoint.isWornOut)
    await stop(endpoint.id, 'PAUSED', 'Nothing arrived for five days, so it was paused by itself')
  throw new Unwilling(`${answer.error} after ${answer.ms} ms`, answer.patienceMs)
}

async function find(id: string) {
  const [endpoint] = await db()
    .select({
      id: endpoints.id,
      url: endpoints.url,
      secret: endpoints.secret,
      oldSecret: endpoints.oldSecret,
      oldIsValid: sql<boolean>`coalesce(${endpoints.oldSecretUntil} > clock_timestamp(), false)`,
      isWornOut: sql<boolean>`coalesce(${endpoints.failingSince} < clock_timestamp() - ${WORN_OUT}, false)`,
    })
    .from(endpoints)
    .where(eq(endpoints.id, id))
  if (!endpoint) throw new Error('The endpoint is not there any more')
  return endpoint
}

/** One statement: the endpoint itself is written only when it begins to fail, or to answer again. */
const record = (tx: Database, endpointId: string, { eventId, attempts, redrives }: Head, answer: Answer) =>
  tx.execute(sql`
    with tried as (
      insert into webhooks.attempts (endpoint_id, event_id, number, redrive, code, ms, error, excerpt)
      values (${endpointId}, ${eventId}, ${attempts + 1}, ${redrives}, ${answer.code}, ${answer.ms}, ${answer.error},
        ${answer.excerpt})
      returning at, error is null as arrived
    )
    update webhooks.endpoints set failing_since = case when arrived then null else at end from tried
    where id = ${endpointId} and ((failing_since is null) <> arrived or (not arrived and failing_since > at))`)

import { signatureOf } from '../receiver'
import type { Listening, Taken } from './receivers'
import type { Told } from './shop'

export type Judged = {
  name: string
  says: string
  events: number
  arrived: number
  givenUp: number
  calls: number
  /** Arrived more than once: at least once is what is promised. */
  twice: number
  /** From an event's moment to its arrival; of half of them, of 95 in 100. */
  p50Ms: number
  p95Ms: number
  faults: string[]
}

const TRIES = 7

/** Holds what a receiver heard against what the log says that it should have. */
export function judge({ name, says, filters, ordered, sick, calls }: Listening, told: Told): Judged {
  const events = told.events.filter(({ eventType }) =>
    filters.some((filter) =>
      filter.endsWith('*') ? eventType.startsWith(filter.slice(0, -1)) : eventType === filter,
    ),
  )
  const known = new Map(events.map((event) => [event.eventId, event]))
  const taken = byId(calls.filter((call) => call.taken))
  const ofOrders = calls.filter(({ body }) => 'orderId' in JSON.parse(body).data.payload)
  const givenUp = told.givenUp[name] ?? []
  const waits = events
    .flatMap(
      ({ eventId, at }) =>
        taken
          .get(eventId)
          ?.slice(0, 1)
          .map((call) => call.at - at) ?? [],
    )
    .sort((a, b) => a - b)
  const at = (share: number) => Math.round(waits[Math.floor(waits.length * share)] ?? 0)
  const faults = [
    count('did not arrive', events, ({ eventId }) => !taken.has(eventId)),
    count('was not asked for', ofOrders, ({ id }) => !known.has(id)),
    count('has a signature that is none', calls, (call) => !isSigned(call, told.secrets[name] ?? '')),
    count('has an id of another', calls, ({ id, body }) => JSON.parse(body).data.eventId !== id),
    count('came with other bytes', [...byId(calls).values()], hasSeveralBodies),
    ordered && count('came before what came earlier', outOfOrder(ofOrders), () => true),
    count('was given up too early or late', givenUp, (tries) => tries !== TRIES),
    sick && givenUp.length !== events.length && `only ${givenUp.length} of ${events.length} were given up`,
    !sick && givenUp.length > 0 && `${givenUp.length} were given up`,
  ]
  return {
    name,
    says,
    events: events.length,
    arrived: events.filter(({ eventId }) => taken.has(eventId)).length,
    givenUp: givenUp.length,
    calls: calls.length,
    twice: [...taken.values()].filter((times) => times.length > 1).length,
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    faults: faults.filter((fault) => typeof fault === 'string'),
  }
}

function count<T>(says: string, of: T[], isWrong: (one: T) => boolean): string | false {
  const wrong = of.filter(isWrong)
  return wrong.length > 0 && `${wrong.length} × ${says}, first: ${JSON.stringify(wrong[0])?.slice(0, 300)}`
}

/** By HMAC and by hand, as the spec has it; of one secret, for none was rotated. */
const isSigned = (call: Taken, secret: string) =>
  call.signatures.length === 1 &&
  call.signatures[0] === signatureOf(call, secret) &&
  Math.abs(call.timestamp * 1_000 - call.at) < 300_000

const hasSeveralBodies = (calls: Taken[]) => new Set(calls.map(({ body }) => body)).size > 1

/** Until an event arrived or was given up nothing later of its order is told. What is sent again by people comes after all. */
function outOfOrder(calls: Taken[]): Taken[] {
  const last = new Map<string, number>()
  return calls.filter(({ body, resent }) => {
    const { lane, sequence } = JSON.parse(body).data
    const before = last.get(lane) ?? 0
    last.set(lane, Math.max(before, sequence))
    return sequence < before && !resent
  })
}

function byId(calls: Taken[]): Map<string, Taken[]> {
  const groups = new Map<string, Taken[]>()
  for (const call of calls) groups.set(call.id, [...(groups.get(call.id) ?? []), call])
  return groups
}

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { timeOf } from '@/server/kernel/id'
import { connected } from './database/connect'
import { deliveryStatus } from './delivery-status'
import type { Stored } from './event-store'
import { processWide } from './process-wide'

const HERE = 'Of this process: sum over processes.'
const EVERYWHERE = 'Of the database, the same from every process: take the maximum.'

const shared = processWide<ReturnType<typeof make>>('metrics')
const metrics = shared.get() ?? make()
shared.set(metrics)

/** What is counted in this process while it works, and what the database says when somebody asks. */
function make() {
  const registry = new Registry()
  const registers = [registry]
  const figures = {
    registry,
    deliveries: new Counter({
      name: 'tiny_store_deliveries_total',
      help: `Tries to deliver an event to a module, by how they ended; duplicate: a poke that found it done. ${HERE}`,
      labelNames: ['module', 'outcome'] as const,
      registers,
    }),
    retries: new Counter({
      name: 'tiny_store_delivery_retries_total',
      help: `Tries that followed a failed one, however they ended. ${HERE}`,
      labelNames: ['module'] as const,
      registers,
    }),
    events: new Counter({
      name: 'tiny_store_events_total',
      help: `Events stored, by type. ${HERE}`,
      labelNames: ['event_type'] as const,
      registers,
    }),
    placedToShipped: new Histogram({
      name: 'tiny_store_placed_to_shipped_seconds',
      help: `From an order's placing to the commit that made it shipped, counted by the process that did. ${HERE}`,
      buckets: [0.01, 0.02, 0.03, 0.06, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3_600],
      registers,
    }),
    requests: new Counter({
      name: 'tiny_store_http_requests_total',
      help: `HTTP requests, by the route's template and the class of the answer; aborted: the client left before. ${HERE}`,
      labelNames: ['route', 'method', 'status'] as const,
      registers,
    }),
    requestSeconds: new Histogram({
      name: 'tiny_store_http_request_duration_seconds',
      help: `How long HTTP requests took until their answer was out; streams, which last, are left out. ${HERE}`,
      labelNames: ['route', 'method', 'status'] as const,
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
  }
  // Before the database is asked, which takes a connection itself.
  askedOfPool(registry)
  askedOfDatabase(registry)
  return figures
}

/** One query for each scrape; if the database does not answer, nor does the scrape. */
function askedOfDatabase(registry: Registry) {
  const registers = [registry]
  const gauge = (name: string, help: string) =>
    new Gauge({ name: `tiny_store_${name}`, help: `${help} ${EVERYWHERE}`, registers })
  const waiting = gauge('deliveries_waiting', 'Deliveries that are not done yet.')
  const parked = gauge('deliveries_parked', 'Of those, how many wait behind a dead letter.')
  const dead = gauge('dead_letters', 'Deliveries that were given up and wait for somebody.')
  new Gauge({
    name: 'tiny_store_oldest_due_seconds',
    help: `For how long the oldest delivery has been due, which is the lag. ${EVERYWHERE}`,
    registers,
    async collect() {
      const now = await deliveryStatus()
      this.set(now.oldestDueSeconds)
      waiting.set(now.waiting)
      parked.set(now.parked)
      dead.set(now.dead)
    },
  })
}

function askedOfPool(registry: Registry) {
  const registers = [registry]
  const of = { total: 'that are open', idle: 'that nobody uses', waiting: 'that somebody waits for' } as const
  for (const [name, which] of Object.entries(of)) {
    new Gauge({
      name: `tiny_store_database_pool_${name}`,
      help: `Connections to the database ${which}. ${HERE}`,
      registers,
      collect() {
        this.set(connected().pool()[name as keyof typeof of])
      },
    })
  }
}

export type Outcome = 'done' | 'ignored' | 'failed' | 'dead'

/** What stands behind a colon names one of many of a kind, as an endpoint: a label must not have as many values. */
const labelOf = (module: string) => module.split(':')[0] ?? module

export function countTry({ module, attempts }: { module: string; attempts: number }, outcome: Outcome) {
  metrics.deliveries.inc({ module: labelOf(module), outcome })
  if (attempts > 0) metrics.retries.inc({ module: labelOf(module) })
}

export function countDuplicate(module: string, times: number) {
  if (times > 0) metrics.deliveries.inc({ module: labelOf(module), outcome: 'duplicate' }, times)
}

/** Whoever commits an event counts it, so that it is counted once. An order's id says when it was placed. */
export function countStored(stored: Pick<Stored, 'eventType' | 'lane'>[]) {
  for (const { eventType, lane } of stored) {
    metrics.events.inc({ event_type: eventType })
    if (eventType === 'OrderShipped')
      metrics.placedToShipped.observe((Date.now() - timeOf(lane).getTime()) / 1_000)
  }
}

type Answered = { route: string; method: string; status: string }

export function countRequest(answered: Answered, seconds: number | undefined) {
  metrics.requests.inc(answered)
  if (seconds !== undefined) metrics.requestSeconds.observe(answered, seconds)
}

const watched = processWide<true>('metrics.node')

/** All of it as Prometheus reads it. Node's own figures cost a timer, so they are watched once somebody asks. */
export async function readMetrics(): Promise<{ text: string; contentType: string }> {
  const { registry } = metrics
  if (!watched.get()) collectDefaultMetrics({ register: registry })
  watched.set(true)
  return { text: await registry.metrics(), contentType: registry.contentType }
}

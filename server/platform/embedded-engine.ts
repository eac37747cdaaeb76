import { randomUUID } from 'node:crypto'
import type { EventType } from '@/server/events'
import { EndpointRuns } from './endpoint-runs'
import { WEBHOOK_RUNS, WEBHOOK_RUNS_EACH } from './functions'
import { eventOf } from './inngest'
import { callFunction, type Handler, type RunEvent } from './inngest-protocol'
import { log } from './log'
import type { Poke } from './pokes'
import { type Sweeping, sweep, sweepModules } from './sweep'

/** A delivery due for so long has lost its poke, unless the queue is simply long. */
const GRACE_MS = 1_000
const LONG_GRACE_MS = 10_000
const SWEEP_MIN_MS = 250
const SWEEP_MAX_MS = 2_000
/** The server needs some of the ten seconds that it is given, too. */
const STOP_MS = 7_500

type Options = {
  /** The handler of `/api/inngest`: the engine calls the same functions as an Inngest server would. */
  handler: Handler
  /** Who reacts to an event, and whether that reaction talks to the outside. */
  reactorsOf: (eventType: EventType) => { module: string; outside: boolean }[]
  /** What they look for now and then. */
  modules: Sweeping
}

/** What waits to be run, by module and lane; `again`: it was told to come again. */
type Queued = { functionId: string; event: RunEvent; outside: boolean; again: boolean }
type Queue = Map<string, Queued>
type Taken = [key: string, queued: Queued][]

/** How many lanes one run drains when there is a queue: they share a call of the function and, where they may, a transaction. */
const BATCH = 32
/** How many runs at once stay inside: they compete for one processor and the same rows. */
const INSIDE_RUNS = 2
/** How many lanes at once talk to the outside: they wait for it, and it is not to be overrun. */
const OUTSIDE_LANES = 64
/** So many that wait have not lost their pokes: they wait for their turn. */
const LONG_QUEUE = 32
const BACKLOG_EVERY_MS = 1_000
const BACKLOG_LOW = 200

/**
 * Runs the Inngest functions in this process. It keeps nothing that matters: what is due stands in the deliveries, and
 * the sweep finds what a stopped or killed engine had in its queue.
 */
export class EmbeddedEngine {
  /** By module and lane: one run drains the lane for its module, so a second poke of what waits adds nothing. */
  readonly #queue: Queue = new Map()
  /** What the sweep found. It may be very much, and who buys now is not to wait for the end of it. */
  readonly #backlog: Queue = new Map()
  #backlogBegunAt = 0
  /** The lanes being drained. Two runs in one would only get into each other's way. */
  readonly #busy = new Set<string>()
  readonly #runs = new Set<Promise<void>>()
  #insideRuns = 0
  #outsideLanes = 0
  readonly #endpoints = new EndpointRuns({
    run: (pokes) => this.#call('tiny-store-webhooks.deliver', pokes.map(eventOf)),
    limit: WEBHOOK_RUNS,
    limitEach: WEBHOOK_RUNS_EACH,
  })
  readonly #timers = new Set<NodeJS.Timeout>()
  #sweepTimer: NodeJS.Timeout | undefined
  #stopped = false

  constructor(private readonly options: Options) {}

  /** Begins with what an earlier process left behind. */
  async start() {
    await this.#sweep(0)
  }

  /** Takes pokes; an arrow, because it is handed on as the road that they take. */
  readonly poke = (pokes: Poke[]) => {
    for (const poke of pokes) {
      const { to } = poke
      if (to === undefined) this.#enqueue(this.#queue, poke)
      else this.#endpoints.add({ ...poke, to })
    }
    this.#pump()
    this.#endpoints.pump()
  }

  #enqueue(queue: Queue, poke: Poke, only?: string) {
    const { eventType, lane } = poke
    for (const { module, outside } of this.options.reactorsOf(eventType)) {
      if (only && module !== only) continue
      const functionId = `tiny-store-${module}.${eventType}`
      queue.set(`${module} ${lane}`, { functionId, event: eventOf(poke), outside, again: false })
    }
  }

  /** Takes nothing new and waits, but not for ever, for what is under way. */
  async stop() {
    this.#stopped = true
    this.#queue.clear()
    this.#backlog.clear()
    clearTimeout(this.#sweepTimer)
    for (const timer of this.#timers) clearTimeout(timer)
    let limit: NodeJS.Timeout | undefined
    const late = new Promise((resolve) => {
      limit = setTimeout(resolve, STOP_MS)
    })
    await Promise.race([Promise.all([...this.#runs, ...this.#endpoints.stop()]), late])
    clearTimeout(limit)
  }

  #pump() {
    if (this.#stopped) return
    // What was begun is finished first. Now and then a place is kept, so that the backlog gets on however much is new.
    const passedOver = Date.now() - this.#backlogBegunAt > BACKLOG_EVERY_MS
    this.#begin(this.#queue, this.#backlog.size > 0 && passedOver ? 1 : 0)
    if (this.#begin(this.#backlog, 0)) this.#backlogBegunAt = Date.now()
  }

  /** Begins as many runs as there is room for, but for the places kept, and answers whether it began any. */
  #begin(queue: Queue, kept: number): boolean {
    let begun = false
    for (const [key, queued] of queue) {
      const room = this.#roomFor(queued, kept)
      if (room <= 0 || this.#busy.has(key)) continue
      const taken = this.#take(queue, key, queued, room)
      const count = (by: 1 | -1) => {
        if (queued.outside) this.#outsideLanes += by * taken.length
        else this.#insideRuns += by
      }
      count(1)
      const run = this.#drain(taken).finally(() => {
        count(-1)
        this.#runs.delete(run)
        for (const [key] of taken) this.#busy.delete(key)
        this.#pump()
      })
      this.#runs.add(run)
      begun = true
    }
    return begun
  }

  /** How many lanes a run may have now. */
  #roomFor({ outside }: Queued, kept: number): number {
    if (!outside) return this.#insideRuns < INSIDE_RUNS - kept ? BATCH : 0
    return Math.min(BATCH, OUTSIDE_LANES - kept - this.#outsideLanes)
  }

  /**
   * The queued one, and others of the same function that wait as well. Who is tried again in talking to the outside has a run to
   * itself: its answer may be long in coming once more, and its neighbours have nothing to do with it.
   */
  #take(from: Queue, first: string, { functionId, outside, again }: Queued, room: number): Taken {
    const taken: Taken = []
    for (const [key, queued] of from) {
      if (taken.length === room) break
      const alone = outside && (again || queued.again)
      if (key !== first && (alone || queued.functionId !== functionId || this.#busy.has(key))) continue
      from.delete(key)
      this.#busy.add(key)
      taken.push([key, queued])
    }
    return taken
  }

  async #drain(taken: Taken) {
    const functionId = taken[0]?.[1].functionId ?? ''
    const events = taken.map(([, { event }]) => event)
    const attempt = taken.some(([, { again }]) => again) ? 1 : 0
    const again = await this.#call(functionId, events, attempt)
    if (again) this.#requeueAt(again, taken)
  }

  /** Answers when it is to be tried again, if the function said so. */
  async #call(functionId: string, events: RunEvent[], attempt = 0): Promise<Date | undefined> {
    const run = { id: randomUUID(), functionId, events, attempt, memo: {} }
    const result = await callFunction(this.options.handler, run).catch((error) => {
      log.error({ functionId, error }, 'A function could not be run; the sweep will try again')
    })
    return result?.state === 'failed' ? result.notBefore : undefined
  }

  #requeueAt(time: Date, taken: Taken) {
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      // A newer poke of the lane is as good.
      for (const [key, queued] of taken)
        if (!this.#queue.has(key)) this.#queue.set(key, { ...queued, again: true })
      this.#pump()
    }, time.getTime() - Date.now())
    this.#timers.add(timer)
  }

  async #sweep(graceMs: number, waitMs = SWEEP_MIN_MS): Promise<void> {
    if (this.#stopped) return
    // What stands in a long queue has not lost its poke: then only what is late indeed is looked for.
    const long = this.#queue.size > LONG_QUEUE
    await sweepModules(this.options.modules)
    const found =
      this.#backlog.size > BACKLOG_LOW
        ? []
        : await sweep(long ? LONG_GRACE_MS : graceMs).catch((error) => {
            log.warn({ error }, 'The sweep failed and will be repeated')
            return []
          })
    if (this.#stopped) return
    for (const { module, poke } of found) this.#enqueue(this.#backlog, poke, module)
    this.#pump()
    const next = found.length > 0 ? SWEEP_MIN_MS : Math.min(waitMs * 2, SWEEP_MAX_MS)
    this.#sweepTimer = setTimeout(() => this.#sweep(GRACE_MS, next), next)
  }
}

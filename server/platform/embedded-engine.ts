import { randomUUID } from 'node:crypto'
import type { EventType } from '@/server/events'
import { sweep } from './deliveries'
import { pokeName } from './inngest'
import { callFunction, type Handler, type Run } from './inngest-protocol'
import type { Poke } from './pokes'

/** A delivery due for so long has lost its poke, unless the queue is simply long. */
const GRACE_MS = 1_000
const SWEEP_MIN_MS = 250
const SWEEP_MAX_MS = 2_000
const STOP_MS = 10_000
/** What still fails after so many tries of the engine is left to the sweep. */
const MAX_TRIES = 10

type Options = {
  /** The handler of `/api/inngest`: the engine calls the same functions as an Inngest server would. */
  handler: Handler
  reactorsOf: (eventType: EventType) => string[]
  /** How many runs at once. */
  concurrency: number
}

/**
 * Runs the Inngest functions in this process. It keeps nothing that matters: what is due stands in the deliveries, and
 * the sweep finds what a stopped or killed engine had in its queue.
 */
export class EmbeddedEngine {
  /** By module and lane: one run drains the lane for its module, so a second poke of what waits adds nothing. */
  readonly #queue = new Map<string, Run>()
  readonly #active = new Map<string, Promise<void>>()
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
    for (const { id, eventType, ...data } of pokes) {
      for (const module of this.options.reactorsOf(eventType)) {
        const event = { id, name: pokeName(eventType), data: { eventType, ...data } }
        const functionId = `tiny-store-${module}.${eventType}`
        this.#enqueue(`${module} ${data.lane}`, { id: randomUUID(), functionId, event, attempt: 0, memo: {} })
      }
    }
  }

  /** Whether nothing is running, waiting in the queue or for its retry. */
  get idle() {
    return this.#queue.size + this.#active.size + this.#timers.size === 0
  }

  /** Takes nothing new and waits, at most ten seconds, for what is under way. */
  async stop() {
    this.#stopped = true
    this.#queue.clear()
    clearTimeout(this.#sweepTimer)
    for (const timer of this.#timers) clearTimeout(timer)
    this.#timers.clear()
    let limit: NodeJS.Timeout | undefined
    const late = new Promise((resolve) => {
      limit = setTimeout(resolve, STOP_MS)
    })
    await Promise.race([Promise.all(this.#active.values()), late])
    clearTimeout(limit)
  }

  #enqueue(key: string, run: Run) {
    if (this.#stopped) return
    this.#queue.set(key, run)
    this.#pump()
  }

  #pump() {
    for (const [key, run] of this.#queue) {
      if (this.#active.size >= this.options.concurrency) return
      // Two runs in one lane would only get into each other's way.
      if (this.#active.has(key)) continue
      this.#queue.delete(key)
      const active = this.#execute(run, key)
        .catch((error) =>
          console.error(`${run.functionId} could not be run; the sweep will try again.`, error),
        )
        .finally(() => {
          this.#active.delete(key)
          this.#pump()
        })
      this.#active.set(key, active)
    }
  }

  async #execute(run: Run, key: string) {
    const result = await callFunction(this.options.handler, run)
    if (result.state === 'ended' || this.#stopped) return
    if (!result.retry || !result.notBefore || run.attempt + 1 >= MAX_TRIES) return
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      if (!this.#queue.has(key)) this.#enqueue(key, { ...run, attempt: run.attempt + 1 })
    }, result.notBefore.getTime() - Date.now())
    this.#timers.add(timer)
  }

  async #sweep(graceMs: number, waitMs = SWEEP_MIN_MS): Promise<void> {
    if (this.#stopped) return
    // A long queue is not a lost poke: only an engine with time to spare looks for more.
    const busy = this.#queue.size > this.options.concurrency
    const found = busy
      ? 0
      : await sweep(graceMs).catch((error) => {
          console.warn(`The sweep failed and will be repeated. ${error}`)
          return 0
        })
    if (this.#stopped) return
    const next = found > 0 ? SWEEP_MIN_MS : Math.min(waitMs * 2, SWEEP_MAX_MS)
    this.#sweepTimer = setTimeout(() => this.#sweep(GRACE_MS, next), next)
  }
}

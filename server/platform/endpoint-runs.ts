import type { Poke } from './pokes'

type Options = {
  /** Drains the lanes of these pokes, which are for one endpoint; answers when to try again, if that is soon. */
  run: (pokes: Poke[]) => Promise<Date | undefined>
  /** How many runs at once, in all and of one endpoint. */
  limit: number
  limitEach: number
}

/** What is due later than this is left to the sweep: a timer each would be many. */
const SOON_MS = 10_000

/**
 * The runs that tell endpoints, in the embedded engine. Each endpoint has a queue of its own and they take turns, so that one
 * that answers slowly, or never, holds back neither another nor an order.
 */
export class EndpointRuns {
  /** By endpoint and lane. Who was served last stands last. */
  readonly #queues = new Map<string, Map<string, Poke>>()
  /** The lanes being drained, by endpoint. */
  readonly #busy = new Map<string, Set<string>>()
  readonly #runs = new Set<Promise<void>>()
  readonly #timers = new Set<NodeJS.Timeout>()
  #stopped = false

  constructor(private readonly options: Options) {}

  add(poke: Poke & { to: string }) {
    const queue = this.#queues.get(poke.to) ?? new Map()
    this.#queues.set(poke.to, queue.set(poke.lane, poke))
  }

  pump() {
    for (let begun = true; begun && !this.#stopped; ) {
      begun = false
      for (const [to, queue] of [...this.#queues]) {
        if (this.#runs.size >= this.options.limit) return
        begun = this.#begin(to, queue) || begun
      }
    }
  }

  /** Takes nothing new; answers what is still under way. */
  stop(): Promise<void>[] {
    this.#stopped = true
    this.#queues.clear()
    for (const timer of this.#timers) clearTimeout(timer)
    return [...this.#runs]
  }

  /** Begins one run for the endpoint, if it may have another and a lane waits that nobody is at. */
  #begin(to: string, queue: Map<string, Poke>): boolean {
    const busy = this.#busy.get(to) ?? new Set()
    if (busy.size >= this.options.limitEach) return false
    const [lane, poke] = firstOf(queue, busy) ?? []
    if (!lane || !poke) return false
    queue.delete(lane)
    this.#queues.delete(to)
    if (queue.size > 0) this.#queues.set(to, queue)
    this.#busy.set(to, busy.add(lane))
    const run = this.#run(to, poke).finally(() => {
      this.#runs.delete(run)
      busy.delete(lane)
      if (busy.size === 0) this.#busy.delete(to)
      this.pump()
    })
    this.#runs.add(run)
    return true
  }

  async #run(to: string, poke: Poke) {
    const again = await this.options.run([poke])
    const inMs = again ? again.getTime() - Date.now() : Number.POSITIVE_INFINITY
    if (inMs > SOON_MS || this.#stopped) return
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      // A newer poke of the lane is as good.
      if (!this.#queues.get(to)?.has(poke.lane)) this.add({ ...poke, to })
      this.pump()
    }, inMs)
    this.#timers.add(timer)
  }
}

/** Of a queue that may be long, of which at most a few are being worked on. */
function firstOf(queue: Map<string, Poke>, busy: Set<string>) {
  for (const waiting of queue) if (!busy.has(waiting[0])) return waiting
}

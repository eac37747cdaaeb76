import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { callFunction, type Run, type RunEvent } from '@/server/platform/inngest-protocol'
import type { Poke } from '@/server/platform/pokes'
import { type Clock, realClock } from './clock'

type Trigger = { event?: string; cron?: string }
type Registered = { id: string; triggers: Trigger[] }

/** How a server treats what it is sent. Inngest's own gives no order; what it does not give is left out here on purpose. */
export type Manners = {
  /** After how many milliseconds it runs a function because of an event, for each time that it does: none is a drop. */
  delays: () => number[]
  /** Whether it never hears how a call ended, and makes it again. */
  losesAnswer: () => boolean
  /** Our cron function is asked for once a minute. */
  minuteMs: number
}

/** Drops some, runs some twice, and all out of order. A polite double would hide mistakes in ordering. */
const rude: Manners = {
  delays: () => {
    const luck = Math.random()
    return Array.from({ length: luck < 0.1 ? 0 : luck < 0.4 ? 2 : 1 }, () => Math.random() * 30)
  },
  losesAnswer: () => Math.random() < 0.05,
  minuteMs: 200,
}

const DAY_MS = 24 * 60 * 60 * 1_000
/** How often the SDK tries to send something before it gives up. */
const SEND_ATTEMPTS = 5
const RUN_ATTEMPTS = 4
const RETRY_MS = 100

/** Stands for an Inngest server: it is sent events and calls functions over HTTP, and remembers nothing on disk. */
export class InngestDouble {
  /** Every event it was ever sent, as it came. */
  readonly received: RunEvent[] = []
  #functions: Registered[] = []
  #appUrl = ''
  /** When each function was last run because of an event of that id. */
  #seen = new Map<string, number>()
  #stopped = false
  /** What came due while it was stopped. */
  #overdue: Run[] = []
  /** What an earlier memory had to do is forgotten. */
  #memory = 0
  /** Pokes that are on their way, and who waits for them. */
  readonly #flying = new Set<string>()
  #landed = () => {}
  readonly #refusals = new Map<string, number>()

  private constructor(
    private readonly clock: Clock,
    private readonly manners: Manners,
  ) {}

  /** Answers the double and the address under which the app finds it. */
  static async listen(clock: Clock = realClock, manners: Manners = rude) {
    const double = new InngestDouble(clock, manners)
    const server = createServer(async (request, response) => {
      const body = await bodyOf(request)
      if (request.url?.startsWith('/e/') && !double.#take(body, request)) return void request.socket.destroy()
      if (request.url === '/fn/register') double.#register(body)
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ ids: body.map?.(() => randomUUID()), status: 200 }))
    })
    server.unref()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return { double, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
  }

  /** From now on nobody answers, and nothing is called. */
  stop() {
    this.#stopped = true
  }

  /** Goes on with what it knew; or, when that was in memory only, with nothing. */
  start({ forgetting }: { forgetting: boolean }) {
    this.#stopped = false
    const overdue = this.#overdue.splice(0)
    if (!forgetting) return overdue.forEach((run) => void this.#call(run, 0))
    this.#memory++
    this.#seen.clear()
  }

  /** The road of the app's pokes, watched so that `landed` knows what is on its way. */
  watch(road: (pokes: Poke[]) => void) {
    return (pokes: Poke[]) => {
      for (const { id } of pokes) this.#flying.add(id)
      road(pokes)
    }
  }

  /** Resolves when every poke has come in, or was given up by the SDK. */
  readonly landed = async () => {
    while (this.#flying.size > 0) await new Promise<void>((resolve) => (this.#landed = resolve))
  }

  #register({ url, functions }: { url: string; functions: Registered[] }) {
    this.#appUrl = url
    this.#functions = functions
    for (const { id, triggers } of functions) if (triggers.some(({ cron }) => cron)) this.#everyMinute(id)
  }

  #everyMinute(functionId: string) {
    this.clock.after(this.manners.minuteMs, async () => {
      this.#everyMinute(functionId)
      if (!this.#stopped)
        await this.#attempt(
          runOf(functionId, { id: randomUUID(), name: 'inngest/scheduled.timer', data: {} }),
        )
    })
  }

  /** Answers whether it took the events. */
  #take(events: RunEvent[], { headers }: IncomingMessage): boolean {
    const send = String(headers['x-inngest-event-id-seed'])
    const refusals = (this.#refusals.get(send) ?? 0) + 1
    if (this.#stopped) this.#refusals.set(send, refusals)
    else for (const event of events) this.#hear(event)
    if (!this.#stopped || refusals === SEND_ATTEMPTS) for (const { id } of events) this.#flying.delete(id)
    this.#landed()
    return !this.#stopped
  }

  #hear(event: RunEvent) {
    this.received.push(event)
    for (const { id, triggers } of this.#functions) {
      if (!triggers.some((on) => on.event === event.name) || !this.#isNews(`${id} ${event.id}`)) continue
      for (const delay of this.manners.delays()) this.#call(runOf(id, event), delay)
    }
  }

  /** An id that it saw within the last day runs nothing, whatever else the event says. */
  #isNews(key: string): boolean {
    const before = this.#seen.get(key)
    if (before !== undefined && this.clock.now() - before < DAY_MS) return false
    this.#seen.set(key, this.clock.now())
    return true
  }

  #call(run: Run, delayMs: number) {
    const memory = this.#memory
    this.clock.after(delayMs, async () => {
      if (memory !== this.#memory) return
      if (this.#stopped) this.#overdue.push(run)
      else await this.#attempt(run)
    })
  }

  async #attempt(run: Run) {
    const result = await callFunction(overHttp(this.#appUrl), run)
    if (run.attempt + 1 === RUN_ATTEMPTS) return
    const again = { ...run, attempt: run.attempt + 1 }
    if (this.manners.losesAnswer()) this.#call(again, RETRY_MS)
    else if (result.state === 'failed' && result.retry)
      this.#call(again, result.notBefore ? result.notBefore.getTime() - Date.now() : RETRY_MS)
  }
}

const runOf = (functionId: string, event: RunEvent): Run => ({
  id: randomUUID(),
  functionId,
  events: [event],
  attempt: 0,
  memo: {},
})

/** Calls the functions where the app said that they are. */
const overHttp = (appUrl: string) => async (call: Request) =>
  fetch(`${appUrl}${new URL(call.url).search}`, {
    method: call.method,
    headers: { 'content-type': 'application/json' },
    body: await call.text(),
  })

async function bodyOf(request: IncomingMessage) {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : []
}

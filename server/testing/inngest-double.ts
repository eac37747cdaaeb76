import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInngestHandler } from '@/server/inngest-handler'
import { callFunction, type Run, type RunEvent } from '@/server/platform/inngest-protocol'

type Trigger = { event?: string; cron?: string }
type Registered = { id: string; triggers: Trigger[] }

const MAX_DELAY_MS = 30
const SWEEP_EVERY_MS = 200

/**
 * Stands for an Inngest server, and a rude one: of the events it is sent it drops some, runs some twice, and all out
 * of order. A polite first-in-first-out double would hide mistakes in ordering.
 */
export class InngestDouble {
  #functions: Registered[] = []
  #handler: ((request: Request) => Promise<Response>) | undefined

  private constructor(readonly url: string) {}

  static async listen(): Promise<InngestDouble> {
    let receive = (_: RunEvent[]) => {}
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk)
      const events: RunEvent[] = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : []
      if (request.url?.startsWith('/e/')) receive(events)
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ ids: events.map(() => randomUUID()), status: 200 }))
    })
    server.unref()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const double = new InngestDouble(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    receive = (events) => double.#receive(events)
    return double
  }

  /** Asks the app for its functions, as a server does, and begins to run them. */
  async start() {
    const { POST, PUT } = createInngestHandler()
    this.#handler = (request) => POST(request as Parameters<typeof POST>[0], undefined)
    const url = 'http://localhost/api/inngest'
    const sync = new Request(url, {
      method: 'PUT',
      headers: { host: 'localhost', 'content-type': 'application/json', 'x-inngest-sync-kind': 'in_band' },
      body: JSON.stringify({ url }),
    })
    const response = await PUT(sync as Parameters<typeof PUT>[0], undefined)
    this.#functions = ((await response.json()) as { functions: Registered[] }).functions
    const sweep = this.#functions.find(({ triggers }) => triggers.some(({ cron }) => cron))
    if (sweep)
      setInterval(
        () => this.#run(sweep, { id: randomUUID(), name: 'inngest/scheduled.timer', data: {} }),
        SWEEP_EVERY_MS,
      ).unref()
  }

  #receive(events: RunEvent[]) {
    for (const event of events) {
      for (const called of this.#functions.filter(({ triggers }) =>
        triggers.some((on) => on.event === event.name),
      )) {
        const luck = Math.random()
        const times = luck < 0.1 ? 0 : luck < 0.4 ? 2 : 1
        for (let time = 0; time < times; time++) this.#run(called, event)
      }
    }
  }

  #run({ id: functionId }: Registered, event: RunEvent) {
    const run: Run = { id: randomUUID(), functionId, events: [event], attempt: 0, memo: {} }
    setTimeout(() => this.#attempt(run), Math.random() * MAX_DELAY_MS)
  }

  async #attempt(run: Run) {
    if (!this.#handler) return
    const result = await callFunction(this.#handler, run)
    if (result.state === 'ended' || !result.retry || run.attempt === 3) return
    const wait = result.notBefore ? result.notBefore.getTime() - Date.now() : 100
    setTimeout(() => this.#attempt({ ...run, attempt: run.attempt + 1 }), wait)
  }
}

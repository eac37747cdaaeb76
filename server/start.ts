import { subscribe } from 'node:diagnostics_channel'
import type { ServerResponse } from 'node:http'
import { arrival, watchArrivals } from './access/arrivals'
import { howToSignIn } from './access/first-admin'
import { boot } from './boot'
import { connected } from './platform/database/connect'
import { settings } from './platform/settings'

/** Boots the server's process, says where to go, and stops in order when told to. */
export async function start() {
  watchArrivals()
  const { stop } = await boot().catch((error: unknown) => {
    // Next would answer 500 for ever; a process that cannot work should end, and say why.
    console.error(`\n${error instanceof Error ? error.message : error}\n`)
    process.exit(1)
  })
  stopInOrder(stop)
  const { appUrl: origin, appUrlIsSaid } = settings()
  if (connected().shared && !appUrlIsSaid)
    console.warn(
      'APP_URL is not set: say where the shop is reached, so that behind https its cookies are for https only.',
    )
  console.log(
    `\n  Tiny Store is open\n\n  Shop      ${origin}\n  Desk      ${origin}/admin\n  API       ${origin}/api/health` +
      `\n\n  Sign in   ${origin}/sign-in ${howToSignIn()}` +
      `\n\n  Database  ${connected().name}\n  Engine    ${settings().engine}\n`,
  )
}

/** By the digest Next's own words are found, by the name the request; what was asked may be private. */
export function tellFailure(error: unknown, method: string, path: string) {
  const { digest = 'none' } = (error ?? {}) as { digest?: string }
  const requestId = arrival()?.requestId
  console.error(`Request ${requestId} failed: ${method} ${path.split('?')[0]}, digest ${digest}`)
}

/** Whoever stops a process waits ten seconds for it, and then kills it. */
const STOP_LIMIT_MS = 9_500

/** Work under way is finished first; then Next closes its server and ends the process. */
function stopInOrder(stop: () => Promise<void>) {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const next = process.listeners(signal)
    process.removeAllListeners(signal)
    // A terminal and a supervisor may both say it: once is enough, and a second time is no reason to hurry.
    let stopping = false
    process.on(signal, async () => {
      if (stopping) return
      stopping = true
      setTimeout(() => process.exit(), STOP_LIMIT_MS).unref()
      sendAway()
      await stop().catch((error) => console.error(error))
      for (const listener of next) listener(signal)
    })
  }
}

/** Clients that keep their connection would keep the server open for ever: each gets its answer, and with it a goodbye. */
function sendAway() {
  subscribe('http.server.request.start', (message) => {
    const { response } = message as { response: ServerResponse }
    response.setHeader('connection', 'close')
  })
}

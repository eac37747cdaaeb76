import { subscribe } from 'node:diagnostics_channel'
import type { ServerResponse } from 'node:http'
import { version } from '../package.json'
import { arrival, watchArrivals } from './access/arrivals'
import { howToSignIn } from './access/first-admin'
import { boot } from './boot'
import { connected } from './platform/database/connect'
import { askForRequestId, bearClosedOutput, log, takeConsole } from './platform/log'
import { watchRequests } from './platform/requests'
import { readTemplates } from './platform/route-templates'
import { settings } from './platform/settings'

/** Somebody at a terminal reads words; what is kept or sent on is lines of JSON and nothing else. */
const forPeople = process.stdout.isTTY

/** Boots the server's process, says where to go, and stops in order when told to. */
export async function start() {
  bearClosedOutput()
  if (!forPeople) takeConsole()
  askForRequestId(() => arrival()?.requestId)
  watchArrivals()
  const stop = await open().catch((error: unknown) => {
    // Next would answer 500 for ever; a process that cannot work should end, and say why.
    const why = error instanceof Error ? error.message : String(error)
    if (forPeople) console.error(`\n${why}\n`)
    else log.fatal(why)
    process.exit(1)
  })
  stopInOrder(stop)
  const { appUrl: shop, appUrlIsSaid, engine } = settings()
  const { shared, name: database } = connected()
  if (shared && !appUrlIsSaid)
    log.warn(
      'APP_URL is not set: say where the shop is reached, so that behind https its cookies are for https only.',
    )
  const signIn = howToSignIn(forPeople)
  if (!forPeople) return log.info({ shop, signIn, database, engine }, 'Tiny Store is open')
  console.log(
    `\n  Tiny Store is open\n\n  Shop      ${shop}\n  Desk      ${shop}/admin\n  API       ${shop}/api/health` +
      `\n\n  Sign in   ${shop}/sign-in ${signIn}\n\n  Database  ${database}\n  Engine    ${engine}\n`,
  )
}

/** Answers how to end what was begun. */
async function open(): Promise<() => Promise<void>> {
  watchRequests(readTemplates())
  // What is not used is not even loaded.
  const endTracing = settings().traces ? (await import('./platform/traces')).startTracing(version) : undefined
  const { stop } = await boot()
  return async () => {
    await stop()
    await endTracing?.()
  }
}

/** By the digest Next's own words are found, by the name the request; what was asked may be private. */
export function tellFailure(error: unknown, method: string, path: string) {
  const { digest } = (error ?? {}) as { digest?: string }
  log.error({ method, path: path.split('?')[0], digest }, 'A page failed')
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
      await stop().catch((error) => log.error({ error }, 'The work was not ended in order'))
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

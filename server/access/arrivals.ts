import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { processWide } from '../platform/process-wide'
import { settings } from '../platform/settings'
import { addressOf } from './address'

/** What is true of a request before anybody asks who sent it. */
export type Arrival = {
  requestId: string
  address: string
}

const shared = processWide<AsyncLocalStorage<Arrival>>('arrival')
const storage = shared.get() ?? new AsyncLocalStorage<Arrival>()
shared.set(storage)

/** The request that the present work is done for; none in work that nobody asked for, such as a reaction or a sweep. */
export const arrival = (): Arrival | undefined => storage.getStore()

/** Works as part of a request, also where nobody saw it arrive: in tests, or where the platform runs our functions alone. */
export const onArrival = <T>(headers: Headers, work: (its: Arrival) => T): T => {
  const its = arrivalOf(headers)
  return storage.run(its, () => work(its))
}

export const arrivalOf = (headers: Headers) => arrival() ?? read(undefined, Object.fromEntries(headers))

/** Where neither the connection nor the platform says where somebody is: he is counted as one with all the others. */
const UNKNOWN = '0.0.0.0'

/** Said by proxies, and by anybody who would like to be taken for one. */
const FORWARDED = ['forwarded', 'x-real-ip', 'x-forwarded-host', 'x-forwarded-port', 'x-forwarded-proto']

/** Nobody who means well needs longer to send 16 KB of headers, or all of a request of at most 64 KB. */
const HEADERS_LIMIT_MS = 10_000
const REQUEST_LIMIT_MS = 30_000

/**
 * Looks at each request before Next does, which hands on nothing of its connection: notes where it comes from and what it is
 * called, for everything that is done because of it. What a client only claims about that is taken away.
 */
export function watchArrivals(): () => void {
  const greet = (message: unknown) => {
    const { request, response, server } = message as Arriving
    server.headersTimeout = HEADERS_LIMIT_MS
    server.requestTimeout = REQUEST_LIMIT_MS
    const { headers, socket } = request
    const its = read(socket.remoteAddress, headers)
    request.url = pathIn(request.url ?? '/')
    if (request.method === 'TRACE') request.method = NO_METHOD
    if (settings().trustedHops === 0) for (const name of FORWARDED) delete headers[name]
    headers['x-forwarded-for'] = its.address
    headers['x-request-id'] = its.requestId
    response.setHeader('x-request-id', its.requestId)
    storage.enterWith(its)
  }
  subscribe(CHANNEL, greet)
  return () => unsubscribe(CHANNEL, greet)
}

const CHANNEL = 'http.server.request.start'

type Arriving = { request: IncomingMessage; response: ServerResponse; server: Server }

function read(peer: string | undefined, headers: IncomingMessage['headers']): Arrival {
  const { trustedHops } = settings()
  return {
    requestId: requestIdOf(headers['x-request-id'], trustedHops),
    address: addressOf(peer, headers['x-forwarded-for'], trustedHops) ?? UNKNOWN,
  }
}

/** Next's requests cannot be made with TRACE, and it says so with 500; what is no method at all it refuses. */
const NO_METHOD = 'UNKNOWN'

/** The path, also where a whole address was sent; what nobody can decode is taken for the signs that stand there. */
function pathIn(url: string): string {
  const [path = '', ...query] = url.replace(/^[a-z][\w+.-]*:\/\/[^/?#]*/i, '').split('?')
  return [path.startsWith('/') ? literal(path) : `/${literal(path)}`, ...query].join('?')
}

function literal(path: string): string {
  try {
    decodeURIComponent(path)
    return path
  } catch {
    return path.replaceAll('%', '%25')
  }
}

/** A trusted hop may have named the request already; a name from others could be that of somebody else's request. */
function requestIdOf(told: unknown, trustedHops: number): string {
  const wellFormed = typeof told === 'string' && /^[\w-]{8,64}$/.test(told)
  return trustedHops > 0 && wellFormed ? told : randomUUID()
}

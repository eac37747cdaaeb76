import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { countRequest } from './metrics'
import { settings } from './settings'
import { beginRequest, now } from './spans'

const CHANNEL = 'http.server.request.start'

type Arriving = { request: IncomingMessage; response: ServerResponse }

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Counts each request of this process's servers when its answer is out, by its route's template, and tells who traces it. */
export function watchRequests(templateOf: (path: string) => string): () => void {
  const greet = (message: unknown) => {
    const { request, response } = message as Arriving
    const beganAt = now()
    // As with a request's name: whoever is not trusted could join the trace of somebody else.
    const tell = beginRequest(settings().trustedHops > 0 ? request.headers.traceparent : undefined)
    const [path = '/'] = (request.url ?? '/').split('?')
    const { method: said = '' } = request
    const method = METHODS.includes(said) ? said : 'OTHER'
    response.once('close', () => {
      const route = templateOf(path)
      const { statusCode, writableFinished } = response
      const status = writableFinished ? `${Math.floor(statusCode / 100)}xx` : 'aborted'
      const lasting = String(response.getHeader('content-type')).startsWith('text/event-stream')
      countRequest({ route, method, status }, lasting ? undefined : (now() - beganAt) / 1_000)
      tell?.({
        name: `${method} ${route}`,
        beganAt,
        failed: statusCode >= 500,
        attributes: {
          'http.request.method': method,
          'http.route': route,
          'http.response.status_code': statusCode,
          'tiny_store.request_id': String(response.getHeader('x-request-id')),
        },
      })
    })
  }
  subscribe(CHANNEL, greet)
  return () => unsubscribe(CHANNEL, greet)
}

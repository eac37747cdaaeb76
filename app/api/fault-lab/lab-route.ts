import { type Handlers, route } from '@/server/http'
import { settings } from '@/server/platform/settings'
import { GET as nothing } from '../[[...path]]/route'

/** A route of the fault lab. Where the lab is not on there is nothing at its path, whatever the method. */
export function labRoute<Params = Record<string, never>>(handlers: Handlers<Params>) {
  const handlersOf = route(handlers)
  const whenOpen = (method: keyof typeof handlersOf): (typeof handlersOf)[typeof method] => {
    const answer: (typeof handlersOf)[typeof method] = (request, context) =>
      settings().faultLab
        ? handlersOf[method](request, context)
        : nothing(request, { params: Promise.resolve({}) })
    // What is said of it stays: its rule, and what it takes and answers.
    return Object.assign(answer, handlersOf[method])
  }
  return {
    GET: whenOpen('GET'),
    POST: whenOpen('POST'),
    PUT: whenOpen('PUT'),
    PATCH: whenOpen('PATCH'),
    DELETE: whenOpen('DELETE'),
  }
}

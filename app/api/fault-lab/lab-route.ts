import { type Handlers, route } from '@/server/http'
import { settings } from '@/server/platform/settings'
import { GET as nothing } from '../[[...path]]/route'

/** A route of the fault lab. Where the lab is not on there is nothing at its path, whatever the method. */
export function labRoute<Params = Record<string, never>>(handlers: Handlers<Params>) {
  const handlersOf = route(handlers)
  const whenOpen = (method: keyof typeof handlersOf): (typeof handlersOf)[typeof method] => {
    const { rule } = handlersOf[method]
    const answer: (typeof handlersOf)[typeof method] = (request, context) =>
      settings().faultLab
        ? handlersOf[method](request, context)
        : nothing(request, { params: Promise.resolve({}) })
    return Object.assign(answer, { rule })
  }
  return {
    GET: whenOpen('GET'),
    POST: whenOpen('POST'),
    PUT: whenOpen('PUT'),
    PATCH: whenOpen('PATCH'),
    DELETE: whenOpen('DELETE'),
  }
}

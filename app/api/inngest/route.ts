import { route } from '@/server/http'
import { createInngestHandler } from '@/server/inngest-handler'
import { settings } from '@/server/platform/settings'
import { HttpRefusal } from '@/server/problem'

let handler: ReturnType<typeof createInngestHandler> | undefined

/** With the embedded engine nobody calls from outside, so there is nothing here. */
function inngest() {
  if (settings().engine === 'embedded') throw new HttpRefusal(404, 'Inngest is not configured here')
  handler ??= createInngestHandler()
  return handler
}

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: ['inngest', async (request) => inngest().GET(request, undefined)],
  POST: ['inngest', async (request) => inngest().POST(request, undefined)],
  PUT: ['inngest', async (request) => inngest().PUT(request, undefined)],
})

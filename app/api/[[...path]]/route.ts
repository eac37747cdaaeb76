import { route } from '@/server/http'
import { HttpRefusal } from '@/server/problem'

const nothing = async (request: Request): Promise<Response> => {
  throw new HttpRefusal(404, `There is nothing at ${new URL(request.url).pathname}`)
}

export const { GET, POST, PUT, PATCH, DELETE } = route<{ path?: string[] }>({
  GET: ['anyone', nothing],
  POST: ['anyone', nothing],
  PUT: ['anyone', nothing],
  PATCH: ['anyone', nothing],
  DELETE: ['anyone', nothing],
})

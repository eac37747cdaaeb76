import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc'
import superjson from 'superjson'
import type { Problem } from '../problem'

/** What a route refuses before tRPC is asked (too often, too large, from another site), in the form in which screens read. */
export function enveloping<Door extends (...asked: never[]) => Promise<Response>>(door: Door): Door {
  const answer = async (...asked: Parameters<Door>) => enveloped(await door(...asked))
  return Object.assign(answer, door) as unknown as Door
}

async function enveloped(answer: Response): Promise<Response> {
  const { status, headers } = answer
  // When it refuses a whole batch, tRPC does not say that what it writes is JSON.
  if (headers.get('content-type')?.startsWith('text/plain')) headers.set('content-type', 'application/json')
  if (status === 401) headers.set('www-authenticate', 'Bearer')
  if (headers.get('content-type') !== 'application/problem+json') return answer
  const problem: Problem = await answer.json()
  const error = {
    message: problem.detail,
    code: TRPC_ERROR_CODES_BY_KEY.BAD_REQUEST,
    data: { httpStatus: status, problem },
  }
  headers.set('content-type', 'application/json')
  return new Response(JSON.stringify({ error: superjson.serialize(error) }), { status, headers })
}

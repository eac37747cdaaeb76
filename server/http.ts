import type { NextRequest } from 'next/server'
import { z } from 'zod'
import { onArrival } from './access/arrivals'
import { inContext } from './access/context'
import { contextOf } from './access/context-of'
import { refuseCrossSite } from './access/cross-site'
import { letIn } from './access/door'
import { type Cost, countAddress, countCaller, type Toll } from './access/floods'
import type { Rule } from './access/permissions'
import type { Description, Handler } from './operation'
import { HttpRefusal, problemOf } from './problem'

export { operation, sampleId } from './operation'

const MAX_LIMIT = 200
/** As RFC 9110 wants it at least; headers as a whole are cut by Node at 16 KB, with 431. */
const MAX_URL = 8_000

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
type Method = (typeof methods)[number]
type Context<Params> = { params: Promise<Params> }
type RouteHandler<Params> = {
  (request: NextRequest, context: Context<Params>): Promise<Response>
  rule?: Rule
  cost?: CostOf
  description?: Description
}

/**
 * The handlers of a path, by method. Who may call each stands before it; what a call costs behind it, where it is not what
 * its method says. One of REST is an `operation`, which says what it takes and answers.
 */
export type Handlers<Params> = Partial<Record<Method, [rule: Rule, handler: Handler<Params>, cost?: CostOf]>>

/**
 * A route of the API: its handlers, by method, each with who may call it. Errors become problem documents, and methods it
 * does not have are refused as one. Every call passes here: the one place for who may do what, how often and from where.
 */
export function route<Params = Record<string, never>>(handlers: Handlers<Params>) {
  const allowed = methods.filter((method) => handlers[method])
  return Object.fromEntries(
    methods.map((method) => {
      const [rule, handler, cost = costOf(method)] = handlers[method] ?? []
      const tollOf = typeof cost === 'function' ? cost : () => ({ cost })
      const answer: RouteHandler<Params> = (request, { params }) =>
        onArrival(request.headers, async (its) => {
          // What stands on every answer, unless its handler says otherwise.
          const told = new Headers({ 'cache-control': 'no-store', 'x-request-id': its.requestId })
          try {
            // What Inngest sends is signed: it is no flood.
            const toll = rule === 'inngest' ? undefined : tollOf(request)
            if (toll) set(told, await countAddress(toll, its))
            refuseLongAddress(request)
            refuseCrossSite(request)
            if (!rule || !handler)
              throw new HttpRefusal(405, `${method} is not possible here, only ${allowed.join(', ')}`)
            const context = await contextOf(request.headers)
            if (toll) set(told, await countCaller(toll, context.caller))
            const response = await inContext(context, async () => {
              letIn(rule, `${method} ${request.nextUrl.pathname}`)
              return handler(request, await params)
            })
            for (const [name, value] of told)
              if (!response.headers.has(name)) response.headers.set(name, value)
            return response
          } catch (error) {
            return problemResponse(error, allowed, told)
          }
        })
      return [method, Object.assign(answer, { rule, cost, description: handler?.description })]
    }),
  ) as Record<Method, RouteHandler<Params>>
}

type CostOf = Cost | ((request: NextRequest) => Toll)

const costOf = (method: string): Cost => (method === 'GET' ? 'read' : 'write')

function problemResponse(error: unknown, allowed: Method[], headers: Headers): Response {
  const problem = problemOf(error)
  headers.set('content-type', 'application/problem+json')
  if (error instanceof HttpRefusal) set(headers, error.headers)
  if (problem.status === 405) headers.set('allow', allowed.join(', '))
  if (problem.status === 401) headers.set('www-authenticate', 'Bearer')
  if (problem.status === 403 && problem.permission)
    headers.set('www-authenticate', `Bearer error="insufficient_scope", scope="${problem.permission}"`)
  if (problem.status === 429) headers.set('retry-after', String(problem.retryAfter ?? 60))
  if (problem.status === 503) headers.set('retry-after', '5')
  return new Response(JSON.stringify(problem), { status: problem.status, headers })
}

function set(headers: Headers, more: Record<string, string> = {}) {
  for (const [name, value] of Object.entries(more)) headers.set(name, value)
}

function refuseLongAddress({ url }: Request) {
  if (url.length > MAX_URL) throw new HttpRefusal(414, `An address may have at most ${MAX_URL} characters`)
}

/** How many a list gives at once; what is above the maximum is taken as the maximum. */
export const limit = z.coerce
  .number()
  .int()
  .min(1)
  .default(50)
  .transform((asked) => Math.min(asked, MAX_LIMIT))

/** A list is an array; where it goes on stands in the Link header (RFC 8288). */
export function listResponse(request: NextRequest, page: { items: unknown[]; nextCursor?: string | number }) {
  const headers = new Headers()
  if (page.nextCursor !== undefined) {
    const query = new URLSearchParams(request.nextUrl.searchParams)
    query.set('cursor', String(page.nextCursor))
    headers.set('link', `<${request.nextUrl.pathname}?${query}>; rel="next"`)
  }
  return Response.json(page.items, { headers })
}

/** It is done, and there is nothing to tell. */
export const noContent = () => new Response(null, { status: 204 })

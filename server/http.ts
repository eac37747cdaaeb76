import type { NextRequest } from 'next/server'
import { z } from 'zod'
import { inContext } from './access/context'
import { contextOf } from './access/context-of'
import { letIn } from './access/door'
import type { Rule } from './access/permissions'
import { IdempotencyKey } from './platform/idempotency'
import { HttpRefusal, problemOf } from './problem'

const MAX_BODY_BYTES = 64 * 1024
const MAX_LIMIT = 200

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
type Method = (typeof methods)[number]
type Context<Params> = { params: Promise<Params> }
type Handler<Params> = (request: NextRequest, params: Params) => Promise<Response>
type RouteHandler<Params> = {
  (request: NextRequest, context: Context<Params>): Promise<Response>
  rule?: Rule
}

/** The handlers of a path, by method: who may call each stands before it. */
export type Handlers<Params> = Partial<Record<Method, [rule: Rule, handler: Handler<Params>]>>

/**
 * A route of the API: its handlers, by method, each with who may call it. Errors become problem documents, and methods it
 * does not have are refused as one. Every call passes here: the one place for who may do what, and for request ids.
 */
export function route<Params = Record<string, never>>(handlers: Handlers<Params>) {
  const allowed = methods.filter((method) => handlers[method])
  return Object.fromEntries(
    methods.map((method) => {
      const [rule, handler] = handlers[method] ?? []
      const answer: RouteHandler<Params> = async (request, { params }) => {
        try {
          if (!rule || !handler)
            throw new HttpRefusal(405, `${method} is not possible here, only ${allowed.join(', ')}`)
          const context = await contextOf(request.headers)
          return await inContext(context, async () => {
            letIn(rule, `${method} ${request.nextUrl.pathname}`)
            return handler(request, await params)
          })
        } catch (error) {
          return problemResponse(error, allowed)
        }
      }
      return [method, Object.assign(answer, { rule })]
    }),
  ) as Record<Method, RouteHandler<Params>>
}

function problemResponse(error: unknown, allowed: Method[]): Response {
  const problem = problemOf(error)
  const headers = new Headers({ 'content-type': 'application/problem+json' })
  if (problem.status === 405) headers.set('allow', allowed.join(', '))
  if (problem.status === 401) headers.set('www-authenticate', 'Bearer')
  if (problem.status === 403 && problem.permission)
    headers.set('www-authenticate', `Bearer error="insufficient_scope", scope="${problem.permission}"`)
  if (problem.status === 429) headers.set('retry-after', String(problem.retryAfter ?? 60))
  if (problem.status === 503) headers.set('retry-after', '5')
  return new Response(JSON.stringify(problem), { status: problem.status, headers })
}

/** The JSON body, read no further than it may be long, and parsed by its schema. */
export async function readBody<S extends z.ZodType>(request: Request, schema: S): Promise<z.output<S>> {
  return schema.parse(parseJson(await readText(request), request))
}

/** Like `readBody`, for a body that may be left out. */
export async function readOptionalBody<S extends z.ZodType>(
  request: Request,
  schema: S,
): Promise<z.output<S>> {
  const text = await readText(request)
  return schema.parse(text.trim() === '' ? {} : parseJson(text, request))
}

/** The key of a request that the caller may repeat, if it sent one. */
export function readIdempotencyKey(request: Request): string | undefined {
  const key = request.headers.get('idempotency-key')
  if (key === null) return
  const { success, error } = IdempotencyKey.safeParse(key)
  if (!success) throw new HttpRefusal(400, `Idempotency-Key ${error.issues[0]?.message}`)
  return key
}

/** The body, read no further than it may be long. */
export async function readText(request: Request): Promise<string> {
  const tooLarge = new HttpRefusal(413, `The body may have at most ${MAX_BODY_BYTES} bytes`)
  if (Number(request.headers.get('content-length')) > MAX_BODY_BYTES) throw tooLarge
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > MAX_BODY_BYTES) throw tooLarge
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parseJson(text: string, request: Request): unknown {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/(json|[\w.-]+\+json)\s*(;|$)/i.test(type)) {
    throw new HttpRefusal(415, 'Send the body as JSON, with content-type: application/json')
  }
  try {
    return JSON.parse(text)
  } catch {
    throw new HttpRefusal(400, 'The body is not well-formed JSON')
  }
}

/** How many a list gives at once; what is above the maximum is taken as the maximum. */
export const limit = z.coerce
  .number()
  .int()
  .min(1)
  .default(50)
  .transform((asked) => Math.min(asked, MAX_LIMIT))

/** The query's parameters, parsed by their schema; one given empty counts as not given. */
export function readQuery<S extends z.ZodType>(request: NextRequest, schema: S): z.output<S> {
  return schema.parse(
    Object.fromEntries([...request.nextUrl.searchParams].filter(([, value]) => value !== '')),
  )
}

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

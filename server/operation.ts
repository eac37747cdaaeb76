import type { NextRequest } from 'next/server'
import type { z } from 'zod'
import { readBody, readOptionalBody } from './body'
import { IdempotencyKey } from './platform/idempotency'
import { HttpRefusal } from './problem'

/** An answer's content: JSON of this shape, or text by its media type, or nothing. */
type Content = z.ZodType | Record<`${string}/${string}`, z.ZodType> | null

type Contents = Record<number, Content>

/** An id as examples show it. Where they are run, one of something that is there stands for it. */
export const sampleId = '019ab7c2-5d3e-7a41-9f08-2b6c4e1d7a90'

/** A request that is shown, and that a test sends: what stands in it, and how it is answered where that is a refusal. */
export type Example<Query = unknown, Body = unknown> = {
  query?: Query
  body?: Body
  headers?: Record<string, string>
  status?: number
}

/** Parameters by name, whatever is made of them. */
type Query = z.ZodObject | z.ZodPipe<z.ZodObject>
type MaybeQuery = Query | z.ZodUndefined

type Described<Asks extends MaybeQuery, Body extends z.ZodType, Answers extends Contents> = {
  /** How clients call it, as `placeOrder`. */
  id: string
  summary: string
  description?: string
  query?: Asks
  body?: Body
  /** Without a body it is done as with `{}`. */
  bodyIsOptional?: true
  /** Takes an Idempotency-Key. */
  idempotent?: true
  /** By status, the one of success first. */
  answers: Answers
  /** The kinds of problem that are its own, by status; those that follow from all the rest come by themselves. */
  refusals?: Record<number, string[]>
  /** What else opens it than its rule says, in OpenAPI's own words. */
  security?: Record<string, string[]>[]
  /** By their titles. One is a must where there is a query or a body. */
  examples?: Record<string, Example<z.input<NoInfer<Asks>>, z.input<NoInfer<Body>>>>
}

/** What an operation says of itself; the document at /api/openapi.json is made of it, and of the rule beside it. */
export type Description = Described<Query, z.ZodType, Contents>

type Asked<Params, Asks extends MaybeQuery, Body extends z.ZodType> = {
  request: NextRequest
  params: Params
  query: z.output<Asks>
  body: z.output<Body>
  /** The Idempotency-Key, if one was sent. */
  key?: string
}

/** JSON that may be answered as it is; anything else is answered as a `Response`. */
type Answer<Answers extends Contents> =
  | Response
  | (Answers extends { 200: infer Shape extends z.ZodType } ? z.input<Shape> : never)

export type Handler<Params> = {
  (request: NextRequest, params: Params): Promise<Response>
  description?: Description
}

/**
 * A handler that says what it takes and answers. By the same schemas its query and its body are parsed before it is called;
 * that it answers as it says is held by the tests, which look at every answer that they get.
 */
export function operation<
  Params,
  const Answers extends Contents,
  Asks extends MaybeQuery = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
>(
  description: Described<Asks, Body, Answers>,
  handler: (asked: Asked<Params, Asks, Body>) => Promise<Answer<Answers>>,
): Handler<Params> {
  const { query, body, bodyIsOptional, idempotent } = description
  const read = bodyIsOptional ? readOptionalBody : readBody
  const handle: Handler<Params> = async (request, params) => {
    const answer = await handler({
      request,
      params,
      query: (query && readQuery(request, query)) as z.output<Asks>,
      body: (body && (await read(request, body))) as z.output<Body>,
      key: idempotent && readIdempotencyKey(request),
    })
    return answer instanceof Response ? answer : Response.json(answer)
  }
  return Object.assign(handle, { description: description as unknown as Description })
}

/** The query's parameters, parsed by their schema; one given empty counts as not given. */
function readQuery<S extends z.ZodType>(request: NextRequest, schema: S): z.output<S> {
  return schema.parse(
    Object.fromEntries([...request.nextUrl.searchParams].filter(([, value]) => value !== '')),
  )
}

/** The key of a request that the caller may repeat, if it sent one. */
function readIdempotencyKey(request: Request): string | undefined {
  const key = request.headers.get('idempotency-key')
  if (key === null) return
  const { success, error } = IdempotencyKey.safeParse(key)
  if (!success) throw new HttpRefusal(400, `Idempotency-Key ${error.issues[0]?.message}`)
  return key
}

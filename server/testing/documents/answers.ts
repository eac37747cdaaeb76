import { z } from 'zod'
import type { ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from 'zod-openapi'
import { sampleId } from '@/server/operation'
import { Problem, slugs, titles } from '@/server/problem'
import type { Described } from './openapi'

/** All answers of an operation, by status: those it names, and the refusals that follow from what it is. */
export function answersOf(each: Described): ZodOpenApiResponsesObject {
  const { answers, query } = each.description
  const isList = query && 'cursor' in (query instanceof z.ZodObject ? query : query.in).shape
  const answered = Object.entries(answers).map(([status, content]) => [
    status,
    {
      description: saidOf[status] ?? titles[Number(status)] ?? 'Answered.',
      headers: z.object({
        ...always,
        ...(status === '201' && { Location: location }),
        ...(isList && { Link: link.optional() }),
      }),
      ...(content && { content: content instanceof z.ZodType ? json(content) : texts(content) }),
    },
  ])
  const refused = [...refusalsOf(each)].map(([status, kinds]) => [status, refusal(status, [...kinds].sort())])
  return Object.fromEntries([...refused, ...answered])
}

const saidOf: Record<string, string> = { 200: 'So it is.', 201: 'It is made.', 204: 'It is done.' }

const json = (schema: z.ZodType) => ({ 'application/json': { schema } })

const texts = (content: Record<string, z.ZodType>) =>
  Object.fromEntries(Object.entries(content).map(([type, schema]) => [type, { schema }]))

/** The kinds of problem that an operation may answer with, by status. */
function refusalsOf({ method, path, rule, description }: Described): Map<number, Set<string>> {
  const { query, body, idempotent, refusals = {} } = description
  const found = new Map<number, Set<string>>()
  const add = (status: number, kind = slugs[status] ?? '') =>
    found.set(status, (found.get(status) ?? new Set()).add(kind))
  if (query || body || idempotent) add(400)
  // A key that is none is refused everywhere: it was meant to be one.
  add(401)
  if (rule !== 'anyone') add(403)
  if (method !== 'GET') add(403, 'cross-site')
  if (path.includes('[')) add(404)
  if (body) for (const status of [408, 413, 415]) add(status)
  if (idempotent) {
    add(409, 'request-in-progress')
    add(422, 'idempotency-key-reused')
  }
  for (const status of [414, 429, 500, 503]) add(status)
  for (const [status, kinds] of Object.entries(refusals)) for (const kind of kinds) add(Number(status), kind)
  return found
}

/** Refusals of the same kinds are the same everywhere, and stand in the document once. */
function refusal(status: number, kinds: string[]): ZodOpenApiResponseObject {
  const id = kinds.map((kind) => kind.replace(/(?:^|-)(\w)/g, (_, first) => first.toUpperCase())).join('Or')
  const known = refusals.get(id) ?? {
    id,
    description: titles[status] ?? 'Refused',
    headers: z.object({ ...always, ...(retried.includes(status) && { 'Retry-After': retryAfter }) }),
    content: {
      'application/problem+json': {
        schema: Problem.extend({ type: z.enum(kinds.map((kind) => `/problems/${kind}`)) }),
      },
    },
  }
  refusals.set(id, known)
  return known
}

const refusals = new Map<string, ZodOpenApiResponseObject>()

const header = (id: string, description: string, example: string) =>
  z.string().meta({ header: { id }, description, example })

const always = {
  'X-Request-Id': header('X-Request-Id', 'By which the request stands in our log.', sampleId),
  'RateLimit-Policy': header(
    'RateLimit-Policy',
    'How often may be asked in so many seconds.',
    '"read";q=3000;w=60',
  ),
  RateLimit: header('RateLimit', 'How often still, and in how many seconds anew.', '"read";r=2999;t=60'),
}

const location = header('Location', 'Where it is.', `/api/orders/${sampleId}`)
const link = header(
  'Link',
  'Where the list goes on, unless this was the end of it (RFC 8288).',
  '</api/orders?cursor=…>; rel="next"',
)
/** What may go well when it is asked again. */
const retried = [429, 503]
const retryAfter = header('Retry-After', 'In how many seconds to come back.', '5')

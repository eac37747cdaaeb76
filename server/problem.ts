import { ZodError, z } from 'zod'
import { arrival } from './access/arrivals'
import { DomainError } from './kernel/errors'
import { log } from './platform/log'
import { isTransient } from './platform/transient'

/** An RFC 9457 problem document. Kinds of problem have further members, as `permission` or `retryAfter`. */
export const Problem = z.looseObject({
  type: z.string().describe('What kind of problem it is: clients may branch on it.'),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe('What is wrong this time, and the way out.'),
  error: z.string().describe('The detail once more, for clients that look for it here.'),
  errors: z
    .array(
      z.object({
        pointer: z.string().describe('Where in the request, as a JSON pointer (RFC 6901).'),
        detail: z.string(),
      }),
    )
    .optional()
    .describe('One entry for each fault.'),
  requestId: z.string().optional().describe('By which the request stands in our log.'),
})

export type Problem = z.infer<typeof Problem>

export const titles: Record<number, string> = {
  400: 'The request is not valid',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  408: 'The request came too slowly',
  409: 'Not possible in the present state',
  413: 'The body is too large',
  414: 'The address is too long',
  415: 'The body is not JSON',
  422: 'Refused by the facts',
  429: 'Too many tries',
  500: 'Something went wrong here',
  503: 'Not available right now',
}

/** The kind of a problem that has no other. */
export const slugs: Record<number, string> = {
  400: 'validation',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  408: 'too-slow',
  409: 'conflict',
  413: 'body-too-large',
  414: 'address-too-long',
  415: 'unsupported-media-type',
  422: 'unprocessable',
  429: 'too-many-requests',
  500: 'internal',
  503: 'unavailable',
}

const statuses = {
  INVALID: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  UNPROCESSABLE: 422,
  TOO_MANY: 429,
} as const

/** What only HTTP can refuse: a body that is too large, a method that is not there, a caller who may not. */
export class HttpRefusal extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 405 | 408 | 413 | 414 | 415 | 429,
    message: string,
    /** Further members of the problem document. */
    readonly extra: Record<string, unknown> = {},
    readonly headers: Record<string, string> = {},
  ) {
    super(message)
  }
}

/** Says any error in the form that callers get. What nobody expected is logged here, once, and not told. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ZodError) return validationProblem(error)
  if (error instanceof HttpRefusal) return problem(error.status, error.message, error.extra)
  if (error instanceof DomainError) {
    const { kind, errors, extra } = error.refusal
    return problem(statuses[error.code], error.message, { kind, ...(errors && { errors }), ...extra })
  }
  if (isTransient(error))
    return problem(503, 'The database cannot be reached right now. Try again in a moment.')
  log.error({ error }, 'A request failed')
  return problem(500, 'The fault is ours and has been logged. Trying again may help.')
}

function problem(
  status: number,
  detail: string,
  { kind = slugs[status], ...members }: Record<string, unknown> = {},
): Problem {
  // Further members come first: they may add to the document, not change what it says.
  return {
    ...members,
    type: `/problems/${kind}`,
    title: titles[status] ?? 'Error',
    status,
    detail,
    error: detail,
    requestId: arrival()?.requestId,
  }
}

function validationProblem({ issues }: ZodError): Problem {
  const errors = issues.flatMap((issue) => {
    const pointer = pointerTo(issue.path)
    if (issue.code !== 'unrecognized_keys') return [{ pointer, detail: issue.message }]
    return issue.keys.map((key) => ({
      pointer: `${pointer}${pointerTo([key])}`,
      detail: 'is not a known field',
    }))
  })
  const detail = errors.map(({ pointer, detail }) => `${pointer || 'The request'}: ${detail}`).join('; ')
  return problem(400, detail, { errors })
}

const pointerTo = (path: PropertyKey[]) =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

import { initTRPC, TRPCError } from '@trpc/server'
import superjson from 'superjson'
import { ZodError } from 'zod'
import { type Context, inContext } from '@/server/access/context'
import { letIn } from '@/server/access/door'
import type { Cost } from '@/server/access/floods'
import type { Rule } from '@/server/access/permissions'
import { DomainError } from '@/server/kernel/errors'
import { isTransient } from '@/server/platform/transient'
import { HttpRefusal, problemOf } from '@/server/problem'

/** Beside who asks, what is needed to change their cookies; a page that asks has no answer to set them on. */
type Asked = Context & { headers: Headers; answerHeaders?: Headers }

/** A stream is begun anew after this, and who may no longer see it is refused then. */
const LONGEST_STREAM_MS = 50_000

const t = initTRPC
  .context<Asked>()
  .meta<{ rule: Rule; cost?: Cost }>()
  .create({
    transformer: superjson,
    sse: { maxDurationMs: LONGEST_STREAM_MS },
    /** Screens get the same problem documents as programs do. */
    errorFormatter: ({ shape, error }) => {
      const problem = problemOf(refusalOf(error))
      return { ...shape, message: problem.detail, data: { ...shape.data, stack: undefined, problem } }
    },
  })

/** What tRPC itself refuses (a path it does not have, a body it cannot read) has no cause, or one of its own. */
function refusalOf({ code, cause, message }: TRPCError): unknown {
  if ([ZodError, DomainError, HttpRefusal].some((known) => cause instanceof known)) return cause
  if (code === 'NOT_FOUND') return new HttpRefusal(404, message)
  if (code === 'PARSE_ERROR' || code === 'BAD_REQUEST')
    return new HttpRefusal(400, 'The request is not well-formed')
  if (code === 'UNSUPPORTED_MEDIA_TYPE') return new HttpRefusal(415, 'Send the body as JSON')
  if (code === 'METHOD_NOT_SUPPORTED') return new HttpRefusal(405, message)
  return cause ?? new Error(message)
}

const codes = {
  INVALID: 'BAD_REQUEST',
  UNAUTHENTICATED: 'UNAUTHORIZED',
  FORBIDDEN: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
  CONFLICT: 'CONFLICT',
  UNPROCESSABLE: 'UNPROCESSABLE_CONTENT',
  TOO_MANY: 'TOO_MANY_REQUESTS',
} as const

export const router = t.router

/** Every procedure is made here, with the rule that says who may call it, and what it costs if not what its kind does. */
export const procedure = (rule: Rule, cost?: Cost) =>
  t.procedure.meta({ rule, cost }).use(admitted).use(refusals)

const admitted = t.middleware(({ ctx, meta, path, next }) =>
  inContext(ctx, () => {
    if (!meta) throw new Error('A procedure has no rule')
    try {
      letIn(meta.rule, path)
    } catch (cause) {
      const unknown = cause instanceof HttpRefusal && cause.status === 401
      throw new TRPCError({ code: unknown ? 'UNAUTHORIZED' : 'FORBIDDEN', cause })
    }
    return next()
  }),
)

const refusals = t.middleware(async ({ next }) => {
  const result = await next()
  if (result.ok || result.error.cause instanceof ZodError) return result
  const { cause } = result.error
  if (cause instanceof DomainError) {
    throw new TRPCError({ code: codes[cause.code], message: cause.message, cause })
  }
  if (isTransient(cause))
    throw new TRPCError({ code: 'SERVICE_UNAVAILABLE', message: result.error.message, cause })
  return result
})

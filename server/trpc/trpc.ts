import { initTRPC, TRPCError } from '@trpc/server'
import superjson from 'superjson'
import { ZodError } from 'zod'
import { DomainError } from '@/server/kernel/errors'
import { isTransient } from '@/server/platform/transient'
import { HttpRefusal, problemOf } from '@/server/problem'

const t = initTRPC.create({
  transformer: superjson,
  /** Screens get the same problem documents as programs do. */
  errorFormatter: ({ shape, error }) => {
    const problem = problemOf(refusalOf(error))
    return { ...shape, message: problem.detail, data: { ...shape.data, stack: undefined, problem } }
  },
})

/** What tRPC itself refuses (a path it does not have, a body it cannot read) has no cause, or one of its own. */
function refusalOf({ code, cause, message }: TRPCError): unknown {
  if (cause instanceof ZodError || cause instanceof DomainError) return cause
  if (code === 'NOT_FOUND') return new HttpRefusal(404, message)
  if (code === 'PARSE_ERROR' || code === 'BAD_REQUEST')
    return new HttpRefusal(400, 'The request is not well-formed')
  if (code === 'METHOD_NOT_SUPPORTED') return new HttpRefusal(405, message)
  return cause ?? new Error(message)
}

const codes = {
  INVALID: 'BAD_REQUEST',
  NOT_FOUND: 'NOT_FOUND',
  CONFLICT: 'CONFLICT',
  UNPROCESSABLE: 'UNPROCESSABLE_CONTENT',
} as const

export const router = t.router

/** Every procedure passes here: the one place for who may do what. */
export const procedure = t.procedure.use(async ({ next }) => {
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

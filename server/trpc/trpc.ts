import { initTRPC, TRPCError } from '@trpc/server'
import superjson from 'superjson'
import { ZodError } from 'zod'
import { DomainError } from '@/server/kernel/errors'
import { problemOf } from '@/server/problem'

const t = initTRPC.create({
  transformer: superjson,
  /** Screens get the same problem documents as programs do. */
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    data: { ...shape.data, stack: undefined, problem: problemOf(error.cause ?? error) },
  }),
})

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
  return result
})

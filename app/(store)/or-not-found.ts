import { TRPCError } from '@trpc/server'
import { notFound } from 'next/navigation'

/** What the address names may not exist; an id that cannot be one names nothing either. */
export async function orNotFound<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof TRPCError && ['NOT_FOUND', 'BAD_REQUEST'].includes(error.code)) notFound()
    throw error
  }
}

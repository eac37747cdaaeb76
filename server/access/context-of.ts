import { newId } from '../kernel/id'
import { callerOf } from './caller'
import type { Context } from './context'

/** Looks up who asks, once for each request. */
export async function contextOf(headers: Headers): Promise<Context> {
  return {
    requestId: headers.get('x-request-id') ?? newId(),
    caller: await callerOf(headers),
    address: addressOf(headers),
  }
}

const addressOf = (headers: Headers) =>
  headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || '127.0.0.1'

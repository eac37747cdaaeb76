import { arrivalOf } from './arrivals'
import { callerOf } from './caller'
import type { Context } from './context'

/** Looks up who asks, once for each request. */
export async function contextOf(headers: Headers): Promise<Context> {
  return { ...arrivalOf(headers), caller: await callerOf(headers) }
}

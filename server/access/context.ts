import { AsyncLocalStorage } from 'node:async_hooks'
import { processWide } from '../platform/process-wide'
import type { Arrival } from './arrivals'
import type { Caller } from './caller'

/** What a request is about, for all that is done because of it. */
export type Context = Arrival & { caller: Caller }

const shared = processWide<AsyncLocalStorage<Context>>('context')
const storage = shared.get() ?? new AsyncLocalStorage<Context>()
shared.set(storage)

/** The request that is being answered; none where nobody asked, as in reactions and at boot. */
export const context = (): Context | undefined => storage.getStore()

export const inContext = <T>(its: Context, work: () => T): T => storage.run(its, work)

/** Who asks. Only where a request is being answered. */
export function currentCaller(): Caller {
  const its = context()
  if (!its) throw new Error('No request is being answered here')
  return its.caller
}

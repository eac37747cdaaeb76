import type { z } from 'zod'
import { HttpRefusal } from '../problem'
import { may, nameOf } from './caller'
import { currentCaller } from './context'
import { createKey, type NewKey } from './keys'

/** Makes a key in the name of who asks, for no more than they may themselves: a key that makes keys makes none above it. */
export function makeKey(input: z.infer<typeof NewKey>) {
  const caller = currentCaller()
  const beyond = input.scopes.filter((scope) => !may(caller, scope))
  if (beyond.length > 0)
    throw new HttpRefusal(403, `You may not give what you do not have: ${beyond.join(', ')}`)
  return createKey(input, nameOf(caller))
}

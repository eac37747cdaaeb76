import { z } from 'zod'
import { listKeys, NewKey, revokeKey } from '@/server/access/keys'
import { makeKey } from '@/server/access/new-key'
import { procedure } from '../trpc'

export const keysRouter = {
  list: procedure('keys:manage').query(() => listKeys()),
  create: procedure('keys:manage')
    .input(NewKey)
    .mutation(({ input }) => makeKey(input)),
  revoke: procedure('keys:manage')
    .input(z.strictObject({ keyId: z.uuid() }))
    .mutation(({ input }) => revokeKey(input.keyId)),
}

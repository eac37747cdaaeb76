import { z } from 'zod'
import { nameOf } from '@/server/access/caller'
import { createKey, listKeys, NewKey, revokeKey } from '@/server/access/keys'
import { procedure } from '../trpc'

export const keysRouter = {
  list: procedure('keys:manage').query(() => listKeys()),
  create: procedure('keys:manage')
    .input(NewKey)
    .mutation(({ input, ctx }) => createKey(input, nameOf(ctx.caller))),
  revoke: procedure('keys:manage')
    .input(z.strictObject({ keyId: z.uuid() }))
    .mutation(({ input }) => revokeKey(input.keyId)),
}

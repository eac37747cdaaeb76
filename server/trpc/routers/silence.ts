import { z } from 'zod'
import { line } from '@/server/kernel/text'
import { listSilence, pokeOrder } from '@/server/silence'
import { limit } from '../page'
import { procedure } from '../trpc'

export const silenceRouter = {
  list: procedure('events:read')
    .input(z.strictObject({ limit }))
    .query(({ input }) => listSilence(input)),
  poke: procedure('dead-letters:write')
    .input(z.strictObject({ orderId: line(100) }))
    .mutation(({ input }) => pokeOrder(input.orderId)),
}

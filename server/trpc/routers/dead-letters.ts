import { z } from 'zod'
import { nameOf } from '@/server/access/caller'
import { discardLetter, dryRunLetter, redriveLetter } from '@/server/dead-letters'
import { DomainError } from '@/server/kernel/errors'
import { line } from '@/server/kernel/text'
import * as orders from '@/server/modules/orders'
import {
  getLetter,
  listDecisions,
  listGroups,
  listLetters,
  listOutcomes,
} from '@/server/platform/dead-letter-queries'
import type { Key } from '@/server/platform/deliveries'
import { limit } from '../page'
import { procedure } from '../trpc'

const key = z.strictObject({ eventId: z.uuid(), module: line(50) })
const letters = z.strictObject({ letters: z.array(key).min(1).max(200) })

export const deadLettersRouter = {
  groups: procedure('events:read').query(() => listGroups()),
  list: procedure('events:read')
    .input(z.strictObject({ group: line(50), limit: z.number().int().min(1).max(1_000).default(50) }))
    .query(async ({ input }) => {
      const { items, ...facts } = await listLetters(input.group, input.limit)
      const known = await orders.listStandings(items.map(({ lane }) => lane))
      const byId = new Map(known.map((order) => [order.orderId, order]))
      return { items: items.map((letter) => ({ ...letter, order: byId.get(letter.lane) })), ...facts }
    }),
  byKey: procedure('events:read')
    .input(key)
    .query(({ input }) => getLetter(input)),
  decisions: procedure('events:read')
    .input(z.strictObject({ cursor: z.number().int().optional(), limit }))
    .query(({ input }) => listDecisions(input)),
  outcomes: procedure('events:read')
    .input(letters)
    .query(({ input }) => listOutcomes(input.letters)),
  dryRun: procedure('dead-letters:write')
    .input(letters)
    .mutation(({ input }) => each(input.letters, dryRunLetter)),
  redrive: procedure('dead-letters:write')
    .input(letters)
    .mutation(({ input, ctx }) => each(input.letters, (key) => redriveLetter(key, nameOf(ctx.caller)))),
  discard: procedure('dead-letters:write')
    .input(letters.extend({ reason: line(500) }))
    .mutation(({ input, ctx }) =>
      each(input.letters, (key) => discardLetter(key, nameOf(ctx.caller), input.reason)),
    ),
}

/** One after the other; a refusal of one is its own answer and keeps nobody else back. */
async function each<T>(keys: Key[], work: (key: Key) => Promise<T>) {
  const answers: (Key & { result?: T; refused?: string })[] = []
  for (const key of keys) {
    const answer = await work(key).then(
      (result) => ({ result }),
      (error: unknown) => {
        if (error instanceof DomainError) return { refused: error.message }
        throw error
      },
    )
    answers.push({ ...key, ...answer })
  }
  return answers
}

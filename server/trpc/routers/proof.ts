import { listProofs, runProofs } from '@/server/proof'
import { procedure } from '../trpc'

export const proofRouter = {
  list: procedure('proof:run').query(() => listProofs()),
  /** Answers when all lines have been asked; each answer can be seen as soon as it is there. */
  run: procedure('proof:run').mutation(() => runProofs()),
}

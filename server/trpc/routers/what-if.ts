import { z } from 'zod'
import { listAlternatives, WhatIf, WhatIfRange, whatIf, whatIfRange } from '@/server/what-if'
import { procedure } from '../trpc'

export const whatIfRouter = {
  /** What could have been otherwise at each event of an order's story. */
  alternatives: procedure('analytics:read')
    .input(z.strictObject({ orderId: z.string() }))
    .query(({ input }) => listAlternatives(input.orderId)),
  order: procedure('analytics:read')
    .input(WhatIf)
    .query(({ input }) => whatIf(input)),
  /** The counts so far, after every few orders. */
  range: procedure('analytics:read')
    .input(WhatIfRange)
    .subscription(({ input }) => whatIfRange(input)),
}

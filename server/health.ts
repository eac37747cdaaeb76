import { z } from 'zod'
import { version } from '../package.json'
import { countStuck } from './modules/orders'
import { connected } from './platform/database/connect'
import { deliveryStatus } from './platform/delivery-status'
import { log } from './platform/log'
import { settings } from './platform/settings'

/** Longer than a retry's wait, an outage of the engine or a queue that is simply long. */
const OVERDUE_SECONDS = 60
const ANSWER_LIMIT_MS = 4_000

export const Health = z
  .object({
    status: z.enum(['ok', 'degraded', 'down']),
    reasons: z.array(z.string()).describe('Why it is down.'),
    database: z.string(),
    engine: z.string(),
    oldestDueSeconds: z.number().optional(),
    deadLetters: z.int().optional(),
    version: z.string(),
  })
  .meta({ id: 'Health' })

/**
 * How the system is. A dead letter makes it degraded; only what keeps it from working makes it down: then it is alive, for
 * it answers, but not ready, and `reasons` says why.
 */
export async function getHealth(): Promise<z.infer<typeof Health>> {
  const { engine } = settings()
  try {
    const [{ dead, oldestDueSeconds }, stuck] = await inTime(Promise.all([deliveryStatus(), countStuck()]))
    const reasons = [
      oldestDueSeconds > OVERDUE_SECONDS && `A delivery has been due for ${Math.round(oldestDueSeconds)} s`,
      stuck > 0 && `${stuck} orders have stood still for a minute with nothing on its way (V13)`,
    ].filter((reason) => reason !== false)
    const up = dead > 0 ? ('degraded' as const) : ('ok' as const)
    return {
      status: reasons.length > 0 ? ('down' as const) : up,
      reasons,
      database: connected().name,
      engine,
      oldestDueSeconds,
      deadLetters: dead,
      version,
    }
  } catch (error) {
    log.error({ error }, 'The health check failed')
    const reasons = ['The database cannot be reached']
    return { status: 'down' as const, reasons, database: 'unreachable', engine, version }
  }
}

/** Who asks about health has little patience, and a database that does not answer is away. */
function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${ANSWER_LIMIT_MS} ms`)), ANSWER_LIMIT_MS)
  })
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}

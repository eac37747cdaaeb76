import { z } from 'zod'
import { audit } from './access/audit'
import { type EventType, type Expectation, expectations, saidBy } from './events'
import { getOrder, listUnmoved } from './modules/orders'
import { transaction } from './platform/database/connect'
import { poke } from './platform/pokes'
import { seldom } from './platform/seldom'
import { findSilence, listUnfinished, Unfinished, type Watch } from './platform/silence'
import { sweepLane } from './platform/sweep'

/** Of orders that are on their way, so many of the oldest are looked at: more stand still only in an outage. */
const MOST_LANES = 2_000

/** Everything that is expected, each with the module that has to say it. */
export const watches: Watch[] = Object.entries(expectations).flatMap(([eventType, expected]) =>
  expected.map((expectation: Expectation) => ({
    ...expectation,
    eventType: eventType as EventType,
    module: saidBy[expectation.awaits[0] ?? 'OrderPlaced'],
  })),
)

const soonest = Math.min(...watches.map(({ within }) => within)) * 1_000

type Asked = { limit: number; aheadMs?: number }

/** Orders in which something should have come by now and did not, the longest silence first. */
export async function listSilence({ limit, aheadMs = 0 }: Asked) {
  const lanes = await listUnmoved(new Date(Date.now() + aheadMs - soonest), MOST_LANES)
  return findSilence(watches, { lanes, limit, aheadMs })
}

/** For what every page of the desk shows: not quite as fresh. */
export const countSilent = seldom(15_000, async () => (await listSilence({ limit: 1 })).orders)

/** What a poke did, and of what it left alone, why. */
export const Poked = z
  .object({
    orderId: z.string(),
    poked: z.array(Unfinished.omit({ hold: true })),
    notDue: z.array(Unfinished),
  })
  .meta({ id: 'Poked' })

/**
 * Pokes again what is due of an order, as its lost poke would have. What is not due is left alone, and the answer says why:
 * a retry waits for its time, a dead letter for a decision, and what somebody is just at for them.
 */
export async function pokeOrder(orderId: string): Promise<z.infer<typeof Poked>> {
  await getOrder(orderId)
  const { due, left } = await transaction(async (tx) => {
    const due = await sweepLane(tx, orderId)
    if (due.length > 0) {
      const poked = due.map(({ module, poke }) => `${module} of ${poke.eventType}`)
      await audit('silence.poke', { target: `order/${orderId}`, after: { poked } })(tx).execute()
    }
    return { due, left: await listUnfinished(tx, orderId) }
  })
  poke(due.map(({ poke }) => poke))
  const wasPoked = ({ eventId, module }: { eventId: string; module: string }) =>
    due.some((each) => each.module === module && each.poke.eventId === eventId)
  return {
    orderId,
    poked: due.map(({ module, poke: { eventId, eventType } }) => ({ eventId, eventType, module })),
    notDue: left
      .filter((each) => !wasPoked(each))
      // Due and not poked: somebody has it in hands at this very moment.
      .map(({ hold, ...each }) => ({
        ...each,
        hold: hold.kind === 'DUE' ? { kind: 'HELD' as const } : hold,
      })),
  }
}

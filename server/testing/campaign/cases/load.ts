import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { Case } from '../case'
import { ask, expect, settle } from '../stage'

/** What is promised of 10,000 deliveries that wait for a fresh process, and of all that follows from them. */
const DRAINED_MS = 60_000
const QUIET_MS = 100_000
/** What is promised to those who buy meanwhile. */
const LATENCY_MS = 10_000
const BUY_EVERY_MS = 250

export const c11: Case = {
  id: 'C11',
  says: 'A flood of pending deliveries at start; who buys meanwhile need not wait for its end',
  sample: 700,
  full: 10_000,
  of: 'pending',
  run: async (stage) => {
    const { fleet, shop, size } = stage
    const idle = await fleet.start({ idle: true })
    const sku = await shop.stock(100_000)
    const buy = () => shop.buy({ items: [{ sku, quantity: 1 }] })
    await shop.crowd(size, 16, () => ({ items: [{ sku, quantity: 1 }] }))
    await idle.kill()
    const last = await lastEvent()

    await fleet.start()
    const begun = Date.now()
    const meanwhile: string[] = []
    let drainedMs = 0
    while (drainedMs === 0 && Date.now() < begun + 2 * DRAINED_MS) {
      meanwhile.push(await buy())
      await wait(BUY_EVERY_MS)
      if ((await countPending(last)) === 0) drainedMs = Date.now() - begun
    }
    await settle(stage, '', { healedAt: begun, within: QUIET_MS })

    expect(
      stage,
      drainedMs > 0 && drainedMs <= DRAINED_MS,
      `the flood was not drained within ${DRAINED_MS} ms`,
    )

    const [{ slowest = Number.NaN } = {}] = await ask<{ slowest: number }>(sql`
      select (extract(epoch from max(updated_at - placed_at)) * 1000)::int as slowest
      from orders.orders where id = any(${sql.param(meanwhile)}::uuid[])`)
    expect(stage, slowest <= LATENCY_MS, `an order that came meanwhile took ${slowest} ms to its end`)
    stage.notes.push(
      `no order of the flood waited any more after ${drainedMs} ms; of ${meanwhile.length} orders that came meanwhile the slowest took ${slowest} ms`,
    )
  },
}

/** Ids rise with time: what came up to this one is the flood. */
const lastEvent = async () => {
  const [row] = await ask<{ id: string }>(
    sql`select event_id as id from log.events order by event_id desc limit 1`,
  )
  return row?.id ?? ''
}

/** Asked often while the machine has its hands full, so it has to be cheap. */
const countPending = async (last: string) => {
  const [row] = await ask<{ pending: number }>(sql`
    select count(*)::int as pending from log.deliveries
    where status = 'PENDING' and event_type = 'OrderPlaced' and event_id <= ${last}::uuid`)
  return row?.pending ?? Number.NaN
}

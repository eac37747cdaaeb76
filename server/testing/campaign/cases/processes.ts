import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { Case } from '../case'
import type { Faults } from '../faults'
import { ask, expect, type Stage, settle } from '../stage'
import { buyOf } from './purchases'

/** Longer than a claim holds, and as long as V13 has patience. */
const FROZEN_MS = { sample: 12_000, full: 60_000 }
/** What those who are not frozen need to notice. */
const OTHERS_GO_ON_MS = 9_000

export const c12: Case = {
  id: 'C12',
  says: 'One of two processes frozen in the middle, for longer than a claim holds, and thawed',
  sample: 40,
  full: 200,
  of: 'orders each',
  run: async (stage) => {
    const nth = stage.random.int(2, 6)
    const moments: [string, Faults['ends']?][] = [
      ['at any moment'],
      ['in a transaction', { by: 'SIGSTOP', at: 'before commit', of: 'OrderPlaced', nth }],
      ['after a call', { by: 'SIGSTOP', at: 'after call', of: 'OrderConfirmed', nth }],
    ]
    const chosen = stage.full ? moments : stage.random.shuffle(moments).slice(0, 2)
    for (const [what, ends] of chosen) await freeze(stage, what, ends)
  },
}

async function freeze(stage: Stage, what: string, ends?: Faults['ends']) {
  const { fleet, shop, random, faults, size, full } = stage
  const frozenMs = full ? FROZEN_MS.full : FROZEN_MS.sample
  const before = faults.get('frozen') ?? 0
  const [victim] = await Promise.all([fleet.start({ ends }), fleet.start()])
  const buy = await buyOf(stage)
  const customers = shop.crowd(size, 8, buy)
  if (!ends) {
    await wait(random.int(100, 400))
    victim.freeze()
  }
  await wait(frozenMs)
  expect(stage, faults.get('frozen') === before + 1, `${what}: the process was never frozen`)
  const [stuck] = await ask<{ orders: number; first: string }>(sql`
    select count(*)::int as orders, min(id::text) as first from orders.orders
    where status in ('PENDING', 'CONFIRMED', 'PAID')
      and placed_at < clock_timestamp() - ${OTHERS_GO_ON_MS} * interval '1 ms'`)
  expect(
    stage,
    stuck?.orders === 0,
    `${what}: ${stuck?.orders} orders wait for the frozen process, like ${stuck?.first}`,
  )
  victim.thaw()
  // Whoever was being answered by it may have had to wait: nobody else takes a request that is under way.
  await customers
  await settle(stage, what, { healedAt: Date.now() })
  await fleet.stop()
}

export const c13: Case = {
  id: 'C13',
  says: 'Three processes share the work without a leader: whichever dies, the others finish',
  sample: 60,
  full: 600,
  of: 'orders each',
  run: async (stage) => {
    const { fleet, shop, size } = stage
    await Promise.all([fleet.start(), fleet.start(), fleet.start()])
    const buy = await buyOf(stage)
    for (const victim of fleet.up()) {
      const customers = shop.crowd(size, 9, buy)
      await wait(stage.random.int(100, 500))
      await victim.kill()
      const healedAt = Date.now()
      await customers
      await settle(stage, 'one of three killed', { healedAt })
      await fleet.start()
    }
  },
}

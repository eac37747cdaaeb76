import type { Case } from '../case'
import type { Faults } from '../faults'
import { type Stage, settle } from '../stage'
import { buyOf } from './purchases'

/** Pokes that come too often, too late, in any order, or never. */
export const c3: Case = {
  id: 'C3',
  says: 'Every poke twice, then five at once',
  sample: 60,
  full: 1_000,
  of: 'orders',
  run: async (stage) => {
    for (const times of [2, 5]) await withPokes(stage, { times }, stage.size / 2, `each poke ${times} times`)
  },
}

export const c4: Case = {
  id: 'C4',
  says: 'Pokes shuffled, late, and 10 % lost',
  sample: 100,
  full: 1_000,
  of: 'orders',
  run: (stage) => withPokes(stage, { lost: 0.1, lateMs: 60 }, stage.size),
}

/** A lost poke waits for the sweep, and an order may lose several. */
const SWEPT_MS = 30_000

async function withPokes(stage: Stage, pokes: Faults['pokes'], orders: number, what = '') {
  const { fleet, shop } = stage
  await fleet.start({ pokes })
  await shop.crowd(orders, 10, await buyOf(stage))
  await settle(stage, what, { within: SWEPT_MS })
  await fleet.stop()
}

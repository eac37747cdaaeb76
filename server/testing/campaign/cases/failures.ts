import { sql } from 'drizzle-orm'
import type { PaymentMethod } from '@/server/modules/payments'
import type { Case } from '../case'
import { ask, deadLetters, expect, type Stage, settle, statuses } from '../stage'
import { buyOf } from './purchases'

/** Tries take their time: what nobody killed needs no more than that. */
const TRIES_MS = 60_000

export const c5: Case = {
  id: 'C5',
  says: 'Reactions fail, three in ten; what died is redriven',
  sample: 100,
  full: 1_000,
  of: 'orders',
  run: async (stage) => {
    const { fleet, shop } = stage
    await fleet.start({ throws: { at: ['before commit', 'after call'], share: 0.3 } })
    await shop.crowd(stage.size, 10, await buyOf(stage))
    await settle(stage, 'while they fail', { within: TRIES_MS })
    await fleet.stop()

    const dead = await deadLetters()
    expect(stage, dead.length > 0, 'nothing died, so that there was nothing to redrive')
    await fleet.start()
    await shop.redrive(dead)
    await settle(stage, 'after the redrive', { healedAt: Date.now(), within: TRIES_MS })
    const left = await deadLetters()
    expect(stage, left.length === 0, `${left.length} of ${dead.length} are dead again after the redrive`)
    stage.notes.push(`${dead.length} dead letters were redriven`)
  },
}

/** What becomes of an order that is paid so. */
const ends: [PaymentMethod, string][] = [
  ['pm_card_visa', 'SHIPPED'],
  ['pm_card_flaky', 'SHIPPED'],
  ['pm_card_slow', 'SHIPPED'],
  ['pm_card_lost_reply', 'SHIPPED'],
  ['pm_card_declined', 'PAYMENT_FAILED'],
  ['pm_card_insufficient_funds', 'PAYMENT_FAILED'],
  // It stands still behind its dead letter, and says so.
  ['pm_card_down', 'CONFIRMED'],
]

export const c9: Case = {
  id: 'C9',
  says: "Each of the provider's faults; calls that fail, and answers later than a claim holds",
  sample: 10,
  full: 200,
  of: 'orders a fault',
  run: async (stage) => {
    const { fleet, shop, size } = stage
    await fleet.start()
    const sku = await shop.stock(100_000)
    const buyBy = (paymentMethod: PaymentMethod) =>
      shop.crowd(size, 5, () => ({ items: [{ sku, quantity: 1 }], paymentMethod }))
    const bought = await Promise.all(ends.map(([method]) => buyBy(method)))
    await settle(stage, '', { within: TRIES_MS })
    for (const [index, [method, end]] of ends.entries())
      await expectAll(stage, bought[index], { method, end })
    await fleet.stop()

    const call = { at: ['before call', 'after call'] as const, share: 0.2 }
    await fleet.start({
      throws: { ...call, at: [...call.at] },
      lateAnswers: { share: 0.1, ms: LATER_THAN_A_CLAIM_MS },
    })
    await buyBy('pm_card_visa')
    await settle(stage, 'calls fail and are late', { within: TRIES_MS })
  },
}

const LATER_THAN_A_CLAIM_MS = 7_000

async function expectAll(
  stage: Stage,
  bought: string[] = [],
  { method, end }: { method: string; end: string },
) {
  const found = await statuses(bought)
  expect(
    stage,
    found[end] === bought.length,
    `${method} should make all ${bought.length} ${end}: ${JSON.stringify(found)}`,
  )
}

export const c10: Case = {
  id: 'C10',
  says: 'Poison among good events: they die alone',
  sample: 100,
  full: 500,
  of: 'good orders',
  run: async (stage) => {
    const { fleet, shop, poisoned, size } = stage
    const most = size / 20
    await fleet.start({ poison: { of: 'InventoryReserved', share: 0.2, most } })
    await writeUnreadable(most)
    const buy = await buyOf(stage)
    const bought = await shop.crowd(size + most, 10, buy)
    await settle(stage, '', { within: TRIES_MS })
    expect(stage, poisoned.size === most, `${poisoned.size} orders were poisoned, and ${most} should be`)
    const good = await statuses(bought.filter((orderId) => !poisoned.has(orderId)))
    const waiting = (good.PENDING ?? 0) + (good.CONFIRMED ?? 0) + (good.PAID ?? 0)
    expect(stage, waiting === 0, `${waiting} good orders did not come to their end: ${JSON.stringify(good)}`)
    const dead = await deadLetters()
    expect(stage, dead.length === 2 * most, `${dead.length} deliveries are dead, and ${2 * most} should be`)
  },
}

/** Facts that nobody here can read, as those of a newer version are after a rollback. */
const writeUnreadable = (count: number) =>
  ask(sql`
    with written as (
      insert into log.events (event_id, xid, event_type, aggregate_type, aggregate_id, lane, sequence, occurred_at,
        payload, version, correlation_id)
      select gen_random_uuid(), pg_current_xact_id(), 'InventoryReserved', 'Reservation', 'unreadable-' || n,
        'unreadable-' || n, 1, clock_timestamp(), '{"of": "another version"}', 1, 'unreadable-' || n
      from generate_series(1, ${count}) n
      returning event_id, lane, xid
    ), lanes as (
      insert into log.lanes (lane, sequence, xid) select lane, 1, xid from written
    )
    insert into log.deliveries (event_id, module, event_type, lane, sequence)
    select event_id, 'orders', 'InventoryReserved', lane, 1 from written`)

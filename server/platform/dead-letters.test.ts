import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { dryRunLetter } from '@/server/dead-letters'
import { cancelOrder } from '@/server/modules/orders'
import { deadDeliveries } from '@/server/testing/ledger'
import { aProduct, order } from '@/server/testing/orders'
import { moneyOf } from '@/server/testing/provider'
import { settled, storyOf } from '@/server/testing/stories'
import { asOwner } from './database/app-role'
import { db, transaction } from './database/connect'
import {
  findDead,
  getLetter,
  listDecisions,
  listGroups,
  listLetters,
  listOutcomes,
} from './dead-letter-queries'
import { discard, redrive } from './dead-letters'
import type { Key } from './deliveries'
import { dryRun } from './dry-run'
import { Ignored } from './unit-of-work'

async function deadLetter(): Promise<Key & { orderId: string }> {
  const { sku } = await aProduct(10)
  const orderId = await order({ sku, paymentMethod: 'pm_card_down' })
  await settled(orderId)
  const [letter] = await deadDeliveries(orderId)
  if (!letter) throw new Error('It did not die')
  return { eventId: letter.eventId, module: letter.module, orderId }
}

/** Everything that a dry run must leave as it was. */
async function everything() {
  const { rows } = (await db().execute(sql`
    select (select count(*) from log.events)::int as events, (select count(*) from log.incidents)::int as incidents,
      (select count(*) from payment_provider.journal)::int as entries,
      (select md5(string_agg(d::text, '' order by event_id, module)) from log.deliveries d) as deliveries,
      (select md5(string_agg(p::text, '' order by id)) from payments.payments p) as payments,
      (select md5(string_agg(o::text, '' order by id)) from orders.orders o) as orders
  `)) as unknown as { rows: [Record<string, unknown>] }
  return rows[0]
}

describe('dead letters', () => {
  it('are grouped by module, event and error, however their errors differ in ids', async () => {
    const [one, two] = await Promise.all([deadLetter(), deadLetter()])
    for (const { eventId, orderId } of [one, two]) {
      await db().execute(
        sql`update log.deliveries set error = ${`Order ${orderId} met ch_${orderId.length}1 at 2026-01-01T00:00:0${1}Z`}
            where event_id = ${eventId} and module = 'payments'`,
      )
    }
    const groups = (await listGroups()).filter(({ cause }) => cause === 'Order … met ch_… at …')
    expect(groups).toMatchObject([
      { module: 'payments', eventType: 'OrderConfirmed', count: 2, minAttempts: 4 },
    ])
    const { items, waitsMs } = await listLetters(groups[0]?.key ?? '', 10)
    expect(items.map(({ eventId }) => eventId).sort()).toEqual([one.eventId, two.eventId].sort())
    expect(items[0]?.diedAt).toBeInstanceOf(Date)
    expect(waitsMs).toHaveLength(3)
    expect(waitsMs[2]).toBeGreaterThan(waitsMs[0] ?? 0)
  })

  it('tell their tries, their error with its stack, and what is parked behind them', async () => {
    const letter = await deadLetter()
    await cancelOrder(letter.orderId)
    await settled(letter.orderId)
    const told = await getLetter(letter)
    expect(told).toMatchObject({ status: 'DEAD', error: 'The payment provider answered 500' })
    expect(told.errorStack).toContain('at ')
    expect(told.history.map(({ kind, attempt }) => [kind, attempt])).toEqual([
      ['FAILED', 1],
      ['FAILED', 2],
      ['FAILED', 3],
      ['DEAD', 4],
    ])
    expect(told.parked).toMatchObject([{ eventType: 'OrderCancelled' }])
    const groups = await listGroups()
    expect(groups.find(({ key }) => key === told.group)?.parked).toBeGreaterThan(0)
  })

  it('leave a history when they are redriven or discarded, with who, why and what came of it', async () => {
    const letter = await deadLetter()
    await redrive(letter, 'ada')
    await settled(letter.orderId)
    await discard(letter, 'grace', 'a known test order')
    const { items } = await listDecisions({ limit: 200 })
    const decisions = items.filter(({ eventId }) => eventId === letter.eventId)
    expect(decisions).toMatchObject([
      { kind: 'DISCARDED', by: 'grace', reason: 'a known test order', cameOfIt: 'DISCARDED' },
      { kind: 'REDRIVEN', by: 'ada', error: 'The payment provider answered 500', cameOfIt: 'DEAD' },
    ])
    expect(await listOutcomes([letter])).toMatchObject([{ status: 'DISCARDED' }])
    expect((await getLetter(letter)).history.map(({ kind }) => kind)).toContain('DISCARDED')
  })
})

describe('a dry run', () => {
  it('says that the provider would still not answer, and changes nothing', async () => {
    const letter = await deadLetter()
    const before = await everything()
    expect(await dryRunLetter(letter)).toEqual({ would: 'FAIL', error: 'The payment provider answered 500' })
    expect(await everything()).toEqual(before)
  })

  it('says what would be told when it would go on, and changes nothing', async () => {
    const letter = await deadLetter()
    await db().execute(
      sql`update payments.payments set method = 'pm_card_visa' where order_id = ${letter.orderId}`,
    )
    await transaction(async (tx) => {
      await asOwner(tx)
      await tx.execute(sql`alter table log.events disable trigger events_append_only`)
      await tx.execute(sql`
        update log.events set payload = jsonb_set(payload, '{paymentMethod}', '"pm_card_visa"')
        where event_id = ${letter.eventId}`)
      await tx.execute(sql`alter table log.events enable trigger events_append_only`)
    })
    const before = await everything()
    expect(await dryRunLetter(letter)).toEqual({ would: 'GO_ON', tells: ['PaymentProcessed'] })
    expect(await everything()).toEqual(before)
    expect(await moneyOf(letter.orderId)).toMatchObject({ captured: 0 })
    // And so it is.
    await redrive(letter, 'ada')
    await settled(letter.orderId)
    expect(await storyOf(letter.orderId)).toContain('OrderShipped')
  })

  it('of a charge for an order that was cancelled closes the payment and tells nothing', async () => {
    const letter = await deadLetter()
    await cancelOrder(letter.orderId)
    await settled(letter.orderId)
    expect(await dryRunLetter(letter)).toEqual({ would: 'GO_ON', tells: [] })
  })

  it('says why there would be nothing to do', async () => {
    const letter = await deadLetter()
    const found = await findDead(letter)
    if (!found) throw new Error('It is not dead')
    const idle = { OrderConfirmed: async () => new Ignored('the order is CANCELLED') }
    expect(await dryRun(found, idle)).toEqual({
      would: 'DO_NOTHING',
      why: 'the order is CANCELLED',
    })
    expect(await dryRun(found, {})).toEqual({
      would: 'FAIL',
      error: 'payments has no reaction to OrderConfirmed any more',
    })
  })

  it('is refused for what is not dead any more', async () => {
    const letter = await deadLetter()
    await discard(letter, 'ada', 'a known test order')
    await expect(dryRunLetter(letter)).rejects.toThrow('It is not dead any more')
  })
})

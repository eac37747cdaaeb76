import { type SQL, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { checkout, PlaceOrder } from './checkout'
import { newId } from './kernel/id'
import { CreateProduct, createProduct } from './modules/inventory'
import { cancelOrder, eraseCustomer, getOrder } from './modules/orders'
import { deliverShipment, dispatchShipment } from './modules/shipments'
import { asOwner } from './platform/database/app-role'
import { type Database, db, transaction } from './platform/database/connect'
import { discard, redrive } from './platform/dead-letters'
import type { Finding } from './platform/proof'
import { listProofs, proofs, prove, runProofs } from './proof'
import { deadDeliveries } from './testing/ledger'
import { address, aProduct, order } from './testing/orders'
import { moneyOf } from './testing/provider'
import { settled, untilEvent } from './testing/stories'

/** Orders of every ending; nothing is under way any more. */
async function tellStories() {
  const { sku } = await aProduct(100)
  const told = async (wanted: Partial<Parameters<typeof order>[0]> = {}) => {
    const orderId = await order({ sku, ...wanted })
    await settled(orderId)
    return orderId
  }
  const yen = await createProduct(
    CreateProduct.parse({
      sku: `Y-${newId().slice(-8)}`,
      name: 'Yen',
      price: 1200,
      currency: 'JPY',
      stockQuantity: 5,
    }),
  )
  await told({ sku: yen.sku })
  const second = await aProduct(10, 0.07)
  const items = [
    { sku, quantity: 2 },
    { sku: second.sku, quantity: 3 },
  ]
  const { orderId: both } = await checkout(PlaceOrder.parse({ items, shippingAddress: address }), {
    trusted: true,
  })
  await settled(both)

  const delivered = await told()
  const { shipmentId = '' } = await getOrder(delivered)
  await dispatchShipment(shipmentId)
  await deliverShipment(shipmentId)

  const cancelled = await order({ sku, paymentMethod: 'pm_card_slow' })
  // The charge is under way, so that there is something to give back.
  await vi.waitUntil(() => moneyOf(cancelled), { timeout: 5_000 })
  await cancelOrder(cancelled)

  const dead = await told({ paymentMethod: 'pm_card_down' })
  const givenUp = await told({ paymentMethod: 'pm_card_down' })
  for (const letter of await deadDeliveries(givenUp)) await discard(letter, 'ada', 'a known test order')
  const redriven = await told({ paymentMethod: 'pm_card_down' })
  for (const letter of await deadDeliveries(redriven)) await redrive(letter, 'ada')
  const deadAndCancelled = await told({ paymentMethod: 'pm_card_down' })
  await cancelOrder(deadAndCancelled)

  // Of one that was sent everything is stored twice, of one that was cancelled people wrote why.
  const forgotten = [await told(), await order({ sku, paymentMethod: 'pm_card_slow' })]
  const [sent = '', calledOff = ''] = forgotten
  await dispatchShipment((await getOrder(sent)).shipmentId ?? '')
  await cancelOrder(calledOff, { reason: 'I moved to 3 Harbour Way' })
  for (const orderId of forgotten) {
    await settled(orderId)
    await eraseCustomer({ orderId }, 'ada')
  }

  const stories = {
    shipped: await told(),
    rejected: await told({ quantity: 1_000 }),
    declined: await told({ paymentMethod: 'pm_card_declined' }),
    flaky: await told({ paymentMethod: 'pm_card_flaky' }),
    lost: await told({ paymentMethod: 'pm_card_lost_reply' }),
  }
  for (const orderId of [delivered, cancelled, givenUp, redriven, deadAndCancelled, ...forgotten])
    await settled(orderId)
  return { ...stories, both, delivered, cancelled, dead, sku }
}

let told: Awaited<ReturnType<typeof tellStories>>
beforeAll(async () => {
  told = await tellStories()
}, 60_000)

class Undo extends Error {}

/** Breaks something by hand, and answers which lines go red because of it, and what they name; then it is undone. */
async function redWhen(breakIt: (tx: Database) => Promise<unknown>): Promise<Record<string, Finding>> {
  const red: Record<string, Finding> = {}
  await transaction(async (tx) => {
    await asOwner(tx)
    await tx.execute(sql`alter table log.events disable trigger events_append_only`)
    await breakIt(tx)
    for (const { id, run } of proofs) {
      const finding = await run(tx)
      if (finding.violations > 0) red[id] = finding
    }
    throw new Undo()
  }).catch((error) => {
    if (!(error instanceof Undo)) throw error
  })
  return red
}

const by = (statement: (orders: typeof told) => SQL) => (tx: Database) => tx.execute(statement(told))

describe('the proof', () => {
  it('has thirteen lines', () => {
    expect(proofs.map(({ id }) => id)).toEqual(Array.from({ length: 13 }, (_, n) => `V${n + 1}`))
  })

  it('is green after real stories, and looked at something in every line', async () => {
    for await (const { id, finding } of prove()) {
      expect({ id, first: finding.first, violations: finding.violations }).toEqual({
        id,
        first: null,
        violations: 0,
      })
      expect(finding.checked, id).toBeGreaterThan(0)
    }
  })

  it('says which it does not count: what a dead letter holds, and what somebody gave up', async () => {
    const [still] = await Promise.all(proofs.filter(({ id }) => id === 'V3').map(({ run }) => run(db())))
    expect(still?.excused).toEqual({ moving: 0, dead: 2, discarded: 1 })
  })

  it('does not go red because an order is on its way', async () => {
    const { sku } = await aProduct(10)
    const orderId = await order({ sku, paymentMethod: 'pm_card_slow' })
    await untilEvent(orderId, 'OrderConfirmed')
    for await (const { id, finding } of prove()) {
      expect({ id, first: finding.first }).toEqual({ id, first: null })
      if (id === 'V3') expect(finding.excused.moving).toBe(1)
    }
    await settled(orderId)
  })

  it('keeps its answers, for other processes and after a restart', async () => {
    expect((await listProofs()).lines[0]?.answer).toBeNull()
    await Promise.all([runProofs(), runProofs()])
    const { running, lines } = await listProofs()
    expect(running).toBe(false)
    for (const { answer } of lines) expect(answer?.finding.violations).toBe(0)
  })
})

describe('a proof that cannot fail proves nothing', () => {
  it('is undone after each try', async () => {
    expect(await redWhen(async () => {})).toEqual({})
  })

  it('V1: a delivery is missing', async () => {
    const red = await redWhen(
      by(
        ({ shipped }) => sql`delete from log.deliveries where lane = ${shipped} and event_type = 'OrderPaid'`,
      ),
    )
    expect(Object.keys(red)).toEqual(['V1'])
    expect(red.V1).toMatchObject({
      violations: 1,
      first: { orderId: told.shipped, says: 'OrderPaid has no delivery to shipments' },
    })
  })

  it('V2: an order that was placed is gone', async () => {
    const red = await redWhen(by(({ shipped }) => sql`delete from orders.orders where id = ${shipped}`))
    expect(Object.keys(red)).toEqual(['V2'])
    expect(red.V2).toMatchObject({ violations: 1, first: { orderId: told.shipped } })
  })

  it('V2: an order is stored that nobody placed', async () => {
    const lost = newId()
    const red = await redWhen(async (tx) => {
      await tx.execute(
        sql`create temp table copied on commit drop as select * from orders.orders where id = ${told.rejected}`,
      )
      await tx.execute(sql`update copied set id = ${lost}`)
      await tx.execute(sql`insert into orders.orders select * from copied`)
    })
    expect(Object.keys(red)).toEqual(['V2'])
    expect(red.V2?.first).toEqual({ orderId: lost, says: 'is stored, and was never placed' })
  })

  it('V3: an order is not final, and nothing is on its way', async () => {
    // Its dead letter was made away with, so that nothing says why it stands still.
    const red = await redWhen(async (tx) => {
      await tx.execute(sql`update orders.orders set updated_at = clock_timestamp() where id = ${told.dead}`)
      await tx.execute(
        sql`update log.deliveries set status = 'DONE' where lane = ${told.dead} and status = 'DEAD'`,
      )
    })
    expect(Object.keys(red)).toEqual(['V3'])
    expect(red.V3).toMatchObject({ violations: 1, first: { orderId: told.dead } })
  })

  it('V3: an order has a status that there is not', async () => {
    const red = await redWhen(async (tx) => {
      await tx.execute(sql`alter table orders.orders drop constraint orders_status`)
      await tx.execute(sql`update orders.orders set status = 'LOST' where id = ${told.shipped}`)
    })
    // It is not what its events say either.
    expect(Object.keys(red)).toEqual(['V3', 'V8'])
    expect(red.V3?.first).toEqual({ orderId: told.shipped, says: 'has the status LOST' })
  })

  it.each([
    ['is not the sum of its ledger', sql`on_hand = on_hand + 1`],
    ['is not what orders hold', sql`reserved = reserved - 1`],
  ])('V4: stock %s', async (_, change) => {
    const red = await redWhen(
      by(({ sku }) => sql`update inventory.products set ${change} where sku = ${sku}`),
    )
    expect(Object.keys(red)).toEqual(['V4'])
    expect(red.V4).toMatchObject({ violations: 1, first: { sku: told.sku } })
  })

  it('V4: more is reserved than there is', async () => {
    const red = await redWhen(async (tx) => {
      await tx.execute(sql`alter table inventory.products drop constraint products_never_oversold`)
      const product = sql`(select id from inventory.products where sku = ${told.sku})`
      await tx.execute(
        sql`update inventory.movements set on_hand_delta = 2 where product_id = ${product} and kind = 'INITIAL'`,
      )
      await tx.execute(sql`
        update inventory.products p set on_hand = (select sum(on_hand_delta) from inventory.movements where product_id = p.id)
        where sku = ${told.sku}`)
    })
    expect(Object.keys(red)).toEqual(['V4'])
    expect(red.V4?.first).toMatchObject({
      sku: told.sku,
      says: expect.stringMatching(/^has \d+ reserved of 0$/),
    })
  })

  it('V5: an order holds some of its lines only', async () => {
    // The books are made to agree, so that nothing but the order's half is wrong.
    const red = await redWhen(async (tx) => {
      await tx.execute(sql`
        update inventory.movements m set reserved_delta = 1 from inventory.products p
        where p.id = m.product_id and p.sku = ${told.sku} and m.order_id = ${told.both}`)
      await tx.execute(sql`update inventory.products set reserved = reserved - 1 where sku = ${told.sku}`)
      await tx.execute(sql`
        update inventory.reservations set lines = jsonb_set(lines, '{0,quantity}', '1') where order_id = ${told.both}`)
    })
    expect(Object.keys(red)).toEqual(['V5'])
    expect(red.V5).toMatchObject({
      violations: 1,
      first: { orderId: told.both, sku: told.sku, says: 'holds 1 of 2' },
    })
  })

  it('V5: an order that failed still holds its stock', async () => {
    const red = await redWhen(async (tx) => {
      await tx.execute(
        sql`delete from inventory.movements where order_id = ${told.declined} and kind = 'RELEASED'`,
      )
      await tx.execute(sql`update inventory.products set reserved = reserved + 1 where sku = ${told.sku}`)
      await tx.execute(
        sql`update inventory.reservations set status = 'ACTIVE' where order_id = ${told.declined}`,
      )
    })
    expect(Object.keys(red)).toEqual(['V5'])
    expect(red.V5).toMatchObject({
      violations: 1,
      first: { orderId: told.declined, says: 'holds 1 although it has ended' },
    })
  })

  const keyOf = (orderId: string) => sql`(select id::text from payments.payments where order_id = ${orderId})`

  it('V6: an order was captured twice', async () => {
    const red = await redWhen(async (tx) => {
      await tx.execute(sql`drop index payment_provider.journal_settled_once`)
      await tx.execute(sql`
        insert into payment_provider.journal (key, kind, amount_cents, currency)
        select key, kind, amount_cents, currency from payment_provider.journal
        where kind = 'CAPTURED' and key = ${keyOf(told.cancelled)}`)
    })
    expect(Object.keys(red)).toEqual(['V6'])
    expect(red.V6).toMatchObject({
      violations: 1,
      first: { orderId: told.cancelled, says: 'was captured 2 times' },
    })
  })

  it.each([
    ['a cancelled order was not refunded', 'cancelled', sql`kind = 'REFUNDED'`],
    ['a shipped order was never charged', 'shipped', sql`kind = 'CAPTURED'`],
  ] as const)('V6: %s', async (_, story, entry) => {
    const red = await redWhen((tx) =>
      tx.execute(sql`delete from payment_provider.journal where ${entry} and key = ${keyOf(told[story])}`),
    )
    expect(Object.keys(red)).toEqual(['V6'])
    expect(red.V6).toMatchObject({ violations: 1, first: { orderId: told[story] } })
  })

  it('V6: something was captured that no order knows', async () => {
    const red = await redWhen((tx) =>
      tx.execute(
        sql`insert into payment_provider.journal (key, kind, amount_cents) values ('nobody', 'CAPTURED', 1)`,
      ),
    )
    expect(Object.keys(red)).toEqual(['V6'])
    expect(red.V6?.first).toEqual({ orderId: 'nobody', says: 'was charged, and never placed' })
  })

  it('V7: a shipped order has no live shipment', async () => {
    const red = await redWhen(
      by(({ shipped }) => sql`update shipments.shipments set status = 'VOIDED' where order_id = ${shipped}`),
    )
    expect(Object.keys(red)).toEqual(['V7'])
    expect(red.V7).toMatchObject({ violations: 1, first: { orderId: told.shipped } })
  })

  it('V7: an order that failed has a shipment', async () => {
    const red = await redWhen(
      by(
        ({ shipped, declined }) => sql`
          insert into shipments.shipments (id, order_id, status, carrier, tracking_number, items, address, cleared, created_at)
          select gen_random_uuid(), ${declined}, status, carrier, tracking_number, items, address, cleared, created_at
          from shipments.shipments where order_id = ${shipped}`,
      ),
    )
    expect(Object.keys(red)).toEqual(['V7'])
    expect(red.V7).toMatchObject({ violations: 1, first: { orderId: told.declined } })
  })

  it.each([
    [
      'status',
      sql`status = 'CANCELLED', cancelled_at = now(), cancellation_reason = 'x'`,
      'status, reason, cancelling',
    ],
    ['total', sql`total_cents = total_cents + 1`, 'total'],
    ['tracking number', sql`tracking_number = 'NW1'`, 'shipment'],
    ['payment', sql`payment_id = gen_random_uuid()`, 'payment'],
    ['lines', sql`items = jsonb_set(items, '{0,quantity}', '7')`, 'lines'],
  ])('V8: the stored order has another %s than its events', async (_, change, differs) => {
    const red = await redWhen(
      by(({ shipped }) => sql`update orders.orders set ${change} where id = ${shipped}`),
    )
    expect(Object.keys(red)).toEqual(['V8'])
    expect(red.V8?.first).toMatchObject({
      orderId: told.shipped,
      says: `differs from its events in ${differs}`,
    })
  })

  it('V9: a sequence has a gap', async () => {
    const red = await redWhen(async (tx) => {
      await tx.execute(
        sql`update log.events set sequence = sequence + 10 where lane = ${told.shipped} and sequence >= 6`,
      )
      await tx.execute(sql`update log.lanes set sequence = sequence + 10 where lane = ${told.shipped}`)
    })
    expect(Object.keys(red)).toEqual(['V9'])
    const { rows } = (await db().execute(
      sql`select event_id as id from log.events where lane = ${told.shipped} and sequence = 6`,
    )) as unknown as { rows: [{ id: string }] }
    expect(red.V9).toMatchObject({ violations: 1, first: { orderId: told.shipped, eventId: rows[0].id } })
  })

  it('V10: a module handled a later event first', async () => {
    const red = await redWhen(
      by(
        ({ shipped }) => sql`
          update log.deliveries set finished_at = finished_at - interval '1 hour'
          where lane = ${shipped} and event_type = 'PaymentProcessed'`,
      ),
    )
    expect(Object.keys(red)).toEqual(['V10'])
    expect(red.V10).toMatchObject({ violations: 1, first: { orderId: told.shipped } })
  })

  it('V11: an event caused the same thing twice', async () => {
    const red = await redWhen(async (tx) => {
      await tx.execute(sql`
        insert into log.events (event_id, xid, event_type, aggregate_type, aggregate_id, lane, sequence, occurred_at,
          payload, version, correlation_id, causation_id)
        select gen_random_uuid(), xid, event_type, aggregate_type, aggregate_id, lane, 8, occurred_at, payload, version,
          correlation_id, causation_id
        from log.events where lane = ${told.declined} and event_type = 'InventoryReleased'`)
      await tx.execute(sql`
        update log.events set sequence = (select sequence + 1 from log.lanes where lane = ${told.declined})
        where lane = ${told.declined} and sequence = 8`)
      await tx.execute(sql`update log.lanes set sequence = sequence + 1 where lane = ${told.declined}`)
    })
    expect(Object.keys(red)).toEqual(['V11'])
    expect(red.V11).toMatchObject({
      violations: 1,
      first: { orderId: told.declined, says: 'caused InventoryReleased 2 times' },
    })
  })

  it('V12: a delivery was tried five times', async () => {
    const red = await redWhen((tx) =>
      tx.execute(sql`
        insert into log.incidents (event_id, module, lane, kind, attempt)
        select event_id, module, lane, 'FAILED', 5 from log.deliveries where lane = ${told.dead} and status = 'DEAD'`),
    )
    expect(Object.keys(red)).toEqual(['V12'])
    expect(red.V12).toMatchObject({
      violations: 1,
      first: { orderId: told.dead, says: 'payments was tried 5 times' },
    })
  })

  it('V13: an order has stood still for more than a minute', async () => {
    const red = await redWhen(async (tx) => {
      await tx.execute(
        sql`update orders.orders set updated_at = updated_at - interval '1 hour' where id = ${told.dead}`,
      )
      await tx.execute(
        sql`update log.deliveries set status = 'DONE' where lane = ${told.dead} and status = 'DEAD'`,
      )
    })
    // An order that stands still for a minute is not final when quiet either.
    expect(Object.keys(red)).toEqual(['V3', 'V13'])
    expect(red.V13).toMatchObject({ violations: 1, first: { orderId: told.dead } })
  })
})

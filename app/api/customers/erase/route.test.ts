import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { discardLetter } from '@/server/dead-letters'
import { newId } from '@/server/kernel/id'
import { addNote, cancelOrder, findOrders, getOrder } from '@/server/modules/orders'
import { dispatchShipment, getShipmentAtDesk } from '@/server/modules/shipments'
import { asOwner } from '@/server/platform/database/app-role'
import { db, transaction } from '@/server/platform/database/connect'
import { parseContains } from '@/server/platform/event-payloads'
import { listEvents } from '@/server/platform/event-store'
import { as } from '@/server/testing/callers'
import { problemIn } from '@/server/testing/http-client'
import { deadDeliveries } from '@/server/testing/ledger'
import { aProduct } from '@/server/testing/orders'
import { settled, storyOf } from '@/server/testing/stories'

const admin = as('admin')
const { sku } = await aProduct(1_000)

/** Somebody whose every word is found nowhere else, and does not look like another. */
function somebody() {
  const mark = newId().slice(-12)
  return {
    customerId: `customer-${mark}`,
    email: `Grace.${mark}@Example.com`,
    shippingAddress: {
      name: `Grace ${mark}`,
      street: `${mark} Harbour Way`,
      city: `Port ${mark}`,
      state: `State ${mark}`,
      postalCode: mark,
      country: 'US',
    },
    mark,
    /** Where they are: nobody else is. */
    network: `2001:db8:1${mark.slice(0, 3)}:1${mark.slice(3, 6)}`,
  }
}

type Somebody = ReturnType<typeof somebody>

async function place({ mark: _, network, ...who }: Somebody, paymentMethod = 'pm_card_visa') {
  const body = { ...who, items: [{ sku, quantity: 1 }], paymentMethod }
  const { body: placed } = await as('nobody')<{ orderId: string }>('POST', '/api/orders', body, {
    'idempotency-key': newId(),
    'x-forwarded-for': `${network}::1`,
  })
  await settled(placed.orderId)
  return placed.orderId
}

/** An order that nothing more happens to: its parcel has left. */
async function delivered(who: Somebody) {
  const orderId = await place(who)
  const { shipmentId = '' } = await getOrder(orderId)
  await dispatchShipment(shipmentId)
  await settled(orderId)
  return { orderId, shipmentId }
}

/** Every row of every table, as text. */
async function rowsWith(text: string): Promise<string[]> {
  return transaction(async (tx) => {
    await asOwner(tx)
    const { rows: tables } = (await tx.execute(sql`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`)) as unknown as {
      rows: { name: string }[]
    }
    const found: string[] = []
    for (const { name } of tables) {
      const { rows } = (await tx.execute(
        sql`select count(*)::int as n from ${sql.raw(name)} t where t::text ilike ${`%${text}%`}`,
      )) as unknown as { rows: [{ n: number }] }
      if (rows[0].n > 0) found.push(name)
    }
    return found.sort()
  })
}

const erase = (who: Record<string, string>) =>
  admin<{ orders: string[]; erased: string[] }>('POST', '/api/customers/erase', who)

describe('a customer who is forgotten', () => {
  it('is found in no table any more, nor by any way to ask; what happened stays', async () => {
    const who = somebody()
    const { orderId, shipmentId } = await delivered(who)
    await addNote(orderId, { note: `Rang ${who.mark}` }, 'desk')
    const story = await storyOf(orderId)
    expect(await rowsWith(who.mark)).toEqual([
      'log.events',
      'orders.orders',
      'orders.search',
      'shipments.shipments',
    ])
    const { status, body } = await erase({ customerId: who.customerId })
    expect({ status, body }).toEqual({ status: 200, body: { orders: [orderId], erased: [orderId] } })
    await settled(orderId)

    expect(await rowsWith(who.mark)).toEqual([])
    expect(await rowsWith(who.network)).toEqual([])
    expect(await storyOf(orderId)).toEqual([...story, 'PersonalDataErased'])
    const address = {
      name: 'erased',
      street: 'erased',
      city: 'erased',
      country: 'US',
      erasedAt: expect.any(String),
    }
    expect(await getOrder(orderId)).toMatchObject({ customerId: 'erased', shippingAddress: address })
    expect(await getOrder(orderId)).not.toHaveProperty('email')
    expect((await getShipmentAtDesk(shipmentId)).address).toEqual((await getOrder(orderId)).shippingAddress)
    expect((await findOrders({ text: who.mark, limit: 5 })).items).toEqual([])
    expect((await findOrders({ text: `erased ${orderId}`, limit: 5 })).items).toHaveLength(1)
    for (const key of ['name', 'city', 'customerId']) {
      const contains = parseContains(`${key}: ${who.shippingAddress.name}`)
      expect((await listEvents({ contains }, { limit: 5 })).items).toEqual([])
    }
    for (const format of ['ndjson', 'csv']) {
      const exported = await admin('GET', `/api/events/export?orderId=${orderId}&format=${format}`)
      expect(exported.text).toContain('erased')
      expect(exported.text).not.toContain(who.mark)
    }
  })

  it('may have placed several orders: all of them, or none while one is under way', async () => {
    const who = somebody()
    const last = await place(who)
    await delivered(who)
    await place(who, 'pm_card_declined')
    await erase({ email: who.email.toLowerCase() }).then(({ status }) => expect(status).toBe(409))
    const { shipmentId = '' } = await getOrder(last)
    await dispatchShipment(shipmentId)
    await settled(last)
    const { body } = await erase({ email: who.email.toUpperCase() })
    expect(body.erased).toHaveLength(3)
    for (const orderId of body.erased) await settled(orderId)
  })

  it('is forgotten once: asked again nothing happens, and a note comes too late', async () => {
    const who = somebody()
    const { orderId } = await delivered(who)
    await erase({ orderId })
    await settled(orderId)
    const story = await storyOf(orderId)
    expect((await erase({ orderId })).body).toEqual({ orders: [orderId], erased: [] })
    expect(await storyOf(orderId)).toEqual(story)
    await expect(addNote(orderId, { note: `Was ${who.mark}` }, 'desk')).rejects.toThrow('no more notes')
    problemIn(await erase({ customerId: who.customerId }), 404)
  })

  it('takes with it what went wrong, and what people wrote about that and about the cancelling', async () => {
    const who = somebody()
    const orderId = await place(who, 'pm_card_down')
    await cancelOrder(orderId, { reason: `I am ${who.mark}` })
    const [letter] = await deadDeliveries(orderId)
    if (!letter) throw new Error('It did not die')
    await db().execute(sql`update log.deliveries set error = ${who.mark}, error_stack = ${who.mark}
      where event_id = ${letter.eventId} and module = ${letter.module}`)
    await db().execute(
      sql`update log.incidents set error = ${who.mark}, error_stack = ${who.mark} where lane = ${orderId}`,
    )
    expect(problemIn(await erase({ orderId }), 409)).toMatchObject({
      type: '/problems/order-under-way',
      orders: [{ orderId, why: 'has a dead letter: redrive or discard it' }],
    })
    await discardLetter(letter, 'desk', `${who.mark} does not answer`)
    await settled(orderId)
    expect(await rowsWith(who.mark)).toContain('log.incidents')
    expect((await erase({ orderId })).status).toBe(200)
    await settled(orderId)
    expect(await rowsWith(who.mark)).toEqual([])
    expect(await getOrder(orderId)).toMatchObject({ status: 'CANCELLED', cancellationReason: 'erased' })
  })

  it('is forgotten by every module in the end: that one of them should is never given up', async () => {
    const { orderId } = await delivered(somebody())
    expect((await erase({ orderId })).status).toBe(200)
    await settled(orderId)
    await db().execute(
      sql`update log.deliveries set status = 'DEAD' where lane = ${orderId} and event_type = 'PersonalDataErased'`,
    )
    const [letter] = await deadDeliveries(orderId)
    if (!letter) throw new Error('It did not die')
    await expect(discardLetter(letter, 'desk', 'No time')).rejects.toThrow('asked to be forgotten')
    expect(await deadDeliveries(orderId)).toHaveLength(1)
  })

  it('is forgotten after the parcel has left, and not while somebody has to know where it goes', async () => {
    const who = somebody()
    const orderId = await place(who)
    const refused = problemIn(await erase({ customerId: who.customerId }), 409)
    expect(refused.detail).toBe(
      `Nothing was erased, for not every order is through: ${orderId} has a parcel that has not left: dispatch it`,
    )
    expect(await getOrder(orderId)).toMatchObject({ shippingAddress: who.shippingAddress })
    expect(await storyOf(orderId)).not.toContain('PersonalDataErased')
  })

  it('leaves others alone, also those who share an address', async () => {
    const [who, other] = [somebody(), somebody()]
    const { orderId } = await delivered(who)
    const kept = await place({ ...other, shippingAddress: who.shippingAddress })
    await erase({ orderId })
    await settled(orderId)
    expect(await getOrder(kept)).toMatchObject({ shippingAddress: who.shippingAddress, email: other.email })
    expect(await rowsWith(other.mark)).toEqual(['log.events', 'orders.orders', 'orders.search'])
  })
})

describe('whom to forget', () => {
  it.each([
    [{}, ''],
    [{ orderId: newId(), email: 'a@example.com' }, ''],
    [{ email: 'nobody' }, '/email'],
    [{ orderId: 'first' }, '/orderId'],
    [{ customerId: ' ' }, '/customerId'],
    [{ name: 'Grace' }, '/name'],
  ])('is said by one thing: %j is refused', async (who, pointer) => {
    const { errors } = problemIn(await admin('POST', '/api/customers/erase', who), 400)
    expect(errors?.map((fault) => fault.pointer)).toContain(pointer)
  })

  it('must have placed something', async () => {
    problemIn(await erase({ orderId: newId() }), 404)
    problemIn(await erase({ email: 'nobody@example.com' }), 404)
  })
})

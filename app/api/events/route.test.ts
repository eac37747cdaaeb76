import { describe, expect, it } from 'vitest'
import type { RecordedEvent } from '@/server/events'
import { isId } from '@/server/kernel/id'
import { as } from '@/server/testing/callers'
import { faultsIn, pagesOf } from '@/server/testing/http-client'
import { aProduct, order } from '@/server/testing/orders'
import { happy, settled } from '@/server/testing/stories'

const api = as('admin')

type Envelope = Omit<RecordedEvent, 'occurredAt' | 'payload'> & {
  occurredAt: string
  payload: Record<string, unknown>
}

const list = async (query: string) => (await api<Envelope[]>('GET', `/api/events?${query}`)).body

/** A shipped order: its product, its id, and its story from the beginning. */
async function shipped() {
  const { sku } = await aProduct(5)
  const orderId = await order({ sku, quantity: 2 })
  const { paymentId } = await settled(orderId)
  return { sku, orderId, paymentId, story: await list(`orderId=${orderId}&order=asc`) }
}

const typesOf = (events: Envelope[]) => events.map(({ eventType }) => eventType)

describe('the event log', () => {
  it('tells an order’s whole story, whichever module wrote it', async () => {
    const { story } = await shipped()
    expect(typesOf(story)).toEqual(happy)
    expect(story.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(story.map(({ position }) => position)).toEqual(
      story.map(({ position }) => position).toSorted((a, b) => a - b),
    )
  })

  it('says money in major units, to the cent', async () => {
    const { sku } = await aProduct(5, 29.99)
    const orderId = await order({ sku, quantity: 5 })
    await settled(orderId)
    const said = async (eventType: string) =>
      (await list(`orderId=${orderId}&eventType=${eventType}`))[0].payload
    expect(await said('OrderPlaced')).toMatchObject({
      totalAmount: 149.95,
      items: [{ sku, unitPrice: 29.99 }],
    })
    expect(await said('OrderConfirmed')).toMatchObject({ amount: 149.95, currency: 'EUR' })
    expect(await said('PaymentProcessed')).toMatchObject({ amount: 149.95, currency: 'EUR' })
  })

  it('has the seven fields of the envelope and where it stands in the log', async () => {
    const { orderId, sku, story } = await shipped()
    expect(story[1]).toEqual({
      eventId: expect.any(String),
      eventType: 'InventoryReserved',
      aggregateId: expect.any(String),
      aggregateType: 'Reservation',
      occurredAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      payload: { orderId, reservations: [{ sku, quantity: 2 }] },
      version: 1,
      position: expect.any(Number),
      lane: orderId,
      sequence: 2,
      correlationId: orderId,
      causationId: story[0].eventId,
    })
    expect(story.every(({ eventId }) => isId(eventId))).toBe(true)
  })

  it('says what caused each event: nothing a command, else the one before', async () => {
    const { orderId, story } = await shipped()
    expect(story.map(({ causationId }) => causationId)).toEqual([
      null,
      ...story.slice(0, -1).map(({ eventId }) => eventId),
    ])
    expect(story.every(({ correlationId }) => correlationId === orderId)).toBe(true)
  })

  it('tells the dispatch and the delivery in the order’s lane, caused by nobody', async () => {
    const { orderId, sku, story } = await shipped()
    const shipmentId = story[5].payload.shipmentId
    await api('POST', `/api/shipments/${shipmentId}/dispatch`)
    await api('POST', `/api/shipments/${shipmentId}/deliver`)
    await settled(orderId)
    const later = (await list(`orderId=${orderId}&order=asc`)).slice(7)
    const of = (eventType: string) => later.find((event) => event.eventType === eventType)
    expect(typesOf(later).toSorted()).toEqual([
      'InventoryCommitted',
      'ShipmentDelivered',
      'ShipmentDispatched',
    ])
    expect(of('ShipmentDispatched')).toMatchObject({ causationId: null, correlationId: orderId })
    expect(of('ShipmentDelivered')).toMatchObject({ causationId: null, correlationId: orderId })
    expect(of('InventoryCommitted')).toMatchObject({
      causationId: of('ShipmentDispatched')?.eventId,
      correlationId: orderId,
      aggregateType: 'Product',
      payload: { orderId, sku, quantity: 2 },
    })
    expect(later.map(({ sequence }) => sequence)).toEqual([8, 9, 10])
  })

  it('gives each event by its id, as it stands in the list', async () => {
    const { story } = await shipped()
    for (const event of story) {
      const { status, body } = await api('GET', `/api/events/${event.eventId}`)
      expect([status, body]).toEqual([200, event])
    }
  })

  it('is newest first unless asked otherwise', async () => {
    const { orderId, story } = await shipped()
    expect(await list(`orderId=${orderId}`)).toEqual(story.toReversed())
    expect(await list(`orderId=${orderId}&order=desc`)).toEqual(story.toReversed())
  })

  it('combines its filters', async () => {
    const { orderId, paymentId, story } = await shipped()
    expect(await list(`orderId=${orderId}&eventType=OrderPaid`)).toEqual([story[4]])
    expect(await list(`aggregateId=${paymentId}`)).toEqual([story[3]])
    expect(typesOf(await list(`aggregateId=${orderId}&order=asc`))).toEqual([
      'OrderPlaced',
      'OrderConfirmed',
      'OrderPaid',
      'OrderShipped',
    ])
    expect(await list(`aggregateId=${paymentId}&eventType=OrderPaid`)).toEqual([])
    expect(await list(`aggregateId=${paymentId}&orderId=${orderId}`)).toEqual([story[3]])
    const ofType = await list('eventType=OrderShipped&limit=200')
    expect(new Set(typesOf(ofType))).toEqual(new Set(['OrderShipped']))
  })

  it('can begin and end at a time, both included', async () => {
    const { orderId, story } = await shipped()
    const at = (n: number) => story[n].occurredAt
    const between = (from: string, to: string) => list(`orderId=${orderId}&order=asc&from=${from}&to=${to}`)
    const expected = story.filter(({ occurredAt }) => at(2) <= occurredAt && occurredAt <= at(4))
    expect(await between(at(2), at(4))).toEqual(expected)
    expect(await between('2000-01-01', '2001-01-01')).toEqual([])
    expect(await between('0001-01-01', '9999-12-31')).toEqual(story)
    expect(await between(at(0).replace('Z', '%2B00:00'), '9999-12-31T00:00:00Z')).toEqual(story)
  })

  it('takes a time for one only when it is one', async () => {
    for (const time of ['1', 'foo 5', '22-11-2025', '2025-11-22T10:30', '2025-02-30']) {
      expect(faultsIn(await api('GET', `/api/events?from=${time}`)), time).toEqual(['/from'])
    }
  })

  it('walks to its end in both directions, without a gap or a repeat', async () => {
    const { orderId, sku, story } = await shipped()
    const somebodyElse = () => order({ sku })
    const down = await pagesOf<Envelope>(api, `/api/events?orderId=${orderId}&limit=3`, somebodyElse)
    expect(down.map((page) => page.length)).toEqual([3, 3, 1])
    expect(down.flat()).toEqual(story.toReversed())
    const up = await pagesOf<Envelope>(api, `/api/events?orderId=${orderId}&limit=3&order=asc`, somebodyElse)
    expect(up.flat()).toEqual(story)
  })

  it('gives fifty unless asked otherwise, and two hundred at most', async () => {
    const { sku, productId } = await aProduct(0)
    for (let stockQuantity = 1; stockQuantity <= 205; stockQuantity++) {
      await api('PATCH', `/api/inventory/products/${sku}`, { stockQuantity })
    }
    const of = `aggregateId=${productId}&order=asc`
    expect(await list(of)).toHaveLength(50)
    expect(await list(`${of}&limit=200`)).toHaveLength(200)
    expect(await list(`${of}&limit=500`)).toHaveLength(200)
    const pages = await pagesOf<Envelope>(api, `/api/events?${of}&limit=500`)
    expect(pages.map((page) => page.length)).toEqual([200, 6])
    expect(pages.flat().map(({ sequence }) => sequence)).toEqual(Array.from({ length: 206 }, (_, n) => n + 1))
  })

  it('walks the whole log while it grows, and misses nothing that was there', async () => {
    const { sku } = await aProduct(100)
    const before = (await pagesOf<Envelope>(api, '/api/events?limit=200')).flat()
    const walked = (await pagesOf<Envelope>(api, '/api/events?limit=150', () => order({ sku }))).flat()
    const known = new Set(before.map(({ eventId }) => eventId))
    expect(walked.filter(({ eventId }) => known.has(eventId))).toEqual(before)
    expect(new Set(walked.map(({ eventId }) => eventId)).size).toBe(walked.length)
  })
})

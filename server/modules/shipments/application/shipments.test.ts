import { describe, expect, it } from 'vitest'
import { deliverShipment, dispatchShipment, listShipments, moveShipment } from '@/server/modules/shipments'
import { aProduct, order } from '@/server/testing/orders'
import { settled } from '@/server/testing/stories'

async function ready() {
  const { sku } = await aProduct(5)
  const { shipmentId = '', trackingNumber = '', orderId } = await settled(await order({ sku }))
  return { shipmentId, trackingNumber, orderId, sku }
}

const idsOf = async (text: string) =>
  (await listShipments({ text, limit: 10 })).items.map(({ shipmentId }) => shipmentId)

describe('the list of shipments', () => {
  it('finds one by its tracking number, as it is printed or by its beginning, and by its ids', async () => {
    const { shipmentId, trackingNumber, orderId } = await ready()
    const printed = `${trackingNumber.slice(0, 2)} ${trackingNumber.slice(2, 6)} ${trackingNumber.slice(6)}`
    for (const text of [
      trackingNumber,
      printed.toLowerCase(),
      trackingNumber.slice(0, 13),
      shipmentId,
      orderId,
    ]) {
      expect(await idsOf(text), text).toEqual([shipmentId])
    }
    expect(await idsOf('%')).toEqual([])
  })

  it('says where each goes, what is in it, and whether its order lets it leave', async () => {
    const { orderId, sku } = await ready()
    const { items } = await listShipments({ text: orderId, limit: 1 })
    expect(items).toMatchObject([
      { address: { city: 'Amsterdam' }, items: [{ sku, quantity: 1 }], cleared: true },
    ])
  })

  it('turned round gives every shipment once, page by page', async () => {
    await ready()
    await ready()
    const [newest] = (await listShipments({ limit: 1 })).items
    const ids: string[] = []
    let cursor: string | undefined
    do {
      const page = await listShipments({ sort: 'oldest', cursor, limit: 50 })
      ids.push(...page.items.map(({ shipmentId }) => shipmentId))
      cursor = page.nextCursor
    } while (cursor)
    expect(ids.at(-1)).toBe(newest?.shipmentId)
    expect(ids).toEqual(ids.toSorted())
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('moving a shipment', () => {
  it('says whether it was still to be done', async () => {
    const { shipmentId } = await ready()
    expect(await moveShipment(shipmentId, 'dispatch')).toMatchObject({
      moved: true,
      shipment: { status: 'DISPATCHED' },
    })
    expect(await moveShipment(shipmentId, 'dispatch')).toMatchObject({ moved: false })
    expect(await moveShipment(shipmentId, 'deliver')).toMatchObject({
      moved: true,
      shipment: { status: 'DELIVERED' },
    })
    expect(await moveShipment(shipmentId, 'deliver')).toMatchObject({ moved: false })
  })

  it('that two do at once is done by one of them', async () => {
    const { shipmentId } = await ready()
    const both = await Promise.all([1, 2].map(() => moveShipment(shipmentId, 'dispatch')))
    expect(both.map(({ moved }) => moved).sort()).toEqual([false, true])
  })

  it('refused names the state that stands against it', async () => {
    const { shipmentId } = await ready()
    await expect(deliverShipment(shipmentId)).rejects.toMatchObject({
      code: 'CONFLICT',
      refusal: { extra: { shipmentStatus: 'CREATED' } },
    })
    expect(await dispatchShipment(shipmentId)).not.toHaveProperty('moved')
  })
})

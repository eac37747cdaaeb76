import { describe, expect, it } from 'vitest'
import { Aggregate } from './aggregate'
import { isId } from './id'

class Parcel extends Aggregate {
  protected readonly type = 'Shipment'

  constructor() {
    super('parcel-1')
  }

  leave(orderId: string) {
    this.record('ShipmentVoided', { orderId, shipmentId: this.id })
  }
}

describe('an aggregate', () => {
  it('remembers what it decided, in order', () => {
    const parcel = new Parcel()
    parcel.leave('order-1')
    parcel.leave('order-2')
    expect(parcel.getDomainEvents().map(({ payload }) => payload)).toEqual([
      { orderId: 'order-1', shipmentId: 'parcel-1' },
      { orderId: 'order-2', shipmentId: 'parcel-1' },
    ])
  })

  it('says each fact with the seven fields of the envelope', () => {
    const before = Date.now()
    const parcel = new Parcel()
    parcel.leave('order-1')
    const [event] = parcel.getDomainEvents()
    expect(event).toEqual({
      eventId: expect.any(String),
      eventType: 'ShipmentVoided',
      aggregateId: 'parcel-1',
      aggregateType: 'Shipment',
      occurredAt: expect.any(Date),
      payload: { orderId: 'order-1', shipmentId: 'parcel-1' },
      version: 1,
    })
    expect(isId(event.eventId)).toBe(true)
    expect(event.occurredAt.getTime()).toBeGreaterThanOrEqual(before)
  })

  it('forgets its facts once they are stored', () => {
    const parcel = new Parcel()
    parcel.leave('order-1')
    parcel.clearDomainEvents()
    expect(parcel.getDomainEvents()).toEqual([])
  })

  it('lets nobody take facts away from outside', () => {
    const parcel = new Parcel()
    parcel.leave('order-1')
    const events = parcel.getDomainEvents() as unknown[]
    events.pop()
    expect(parcel.getDomainEvents()).toHaveLength(1)
  })
})

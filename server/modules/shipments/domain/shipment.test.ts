import { describe, expect, it } from 'vitest'
import { DomainError } from '@/server/kernel/errors'
import { isId } from '@/server/kernel/id'
import { Shipment, type ShipmentState, shipmentStatuses } from './shipment'
import { isTrackingNumber } from './tracking-number'

const address = {
  name: 'Ada',
  street: '1 Analytical Way',
  city: 'London',
  postalCode: 'N1 9GU',
  country: 'GB',
}

const create = () => Shipment.create({ orderId: 'order-1', items: [{ sku: 'MUG', quantity: 2 }], address })

/** A shipment as it comes from storage. Once it has left, its order is SHIPPED. */
function stored(changes: Partial<ShipmentState> = {}) {
  const { status = 'CREATED' } = changes
  const left = status === 'DISPATCHED' || status === 'DELIVERED'
  return Shipment.restore({
    ...create().toState(),
    cleared: left,
    dispatchedAt: left ? new Date(1) : null,
    deliveredAt: status === 'DELIVERED' ? new Date(2) : null,
    ...changes,
  })
}

const factsOf = (shipment: Shipment) =>
  shipment.getDomainEvents().map(({ eventType, payload }) => [eventType, payload])

const steps = {
  dispatch: (shipment: Shipment) => shipment.dispatch(),
  deliver: (shipment: Shipment) => shipment.deliver(),
  void: (shipment: Shipment) => shipment.void(),
}

describe('a shipment', () => {
  it('is told when it is made, with a tracking number that stands the check', () => {
    const shipment = create()
    const { carrier, trackingNumber } = shipment.toState()
    expect(isId(shipment.id)).toBe(true)
    expect(isTrackingNumber(trackingNumber)).toBe(true)
    const [event] = shipment.getDomainEvents()
    expect(event).toMatchObject({ aggregateType: 'Shipment', aggregateId: shipment.id })
    expect(factsOf(shipment)).toEqual([
      ['ShipmentCreated', { orderId: 'order-1', shipmentId: shipment.id, trackingNumber, carrier }],
    ])
    expect(shipment.toState()).toMatchObject({
      status: 'CREATED',
      cleared: false,
      dispatchedAt: null,
      deliveredAt: null,
    })
  })

  it('can be dispatched only after its order is SHIPPED', () => {
    const shipment = stored()
    expect(() => shipment.dispatch()).toThrow('can be dispatched only after order order-1 is SHIPPED')
    expect(shipment.toState().status).toBe('CREATED')
    expect(factsOf(shipment)).toEqual([])

    shipment.clear()
    shipment.dispatch()
    expect(shipment.toState().status).toBe('DISPATCHED')
  })

  it('says when it left and when it arrived', () => {
    const shipment = stored({ cleared: true })
    shipment.dispatch()
    shipment.deliver()
    const { dispatchedAt, deliveredAt } = shipment.toState()
    const said = { orderId: 'order-1', shipmentId: shipment.id }
    expect(factsOf(shipment)).toEqual([
      ['ShipmentDispatched', { ...said, dispatchedAt: dispatchedAt?.toISOString() }],
      ['ShipmentDelivered', { ...said, deliveredAt: deliveredAt?.toISOString() }],
    ])
  })

  it('is voided when its order is cancelled, and that is told', () => {
    const shipment = stored()
    shipment.void()
    expect(shipment.toState().status).toBe('VOIDED')
    expect(factsOf(shipment)).toEqual([['ShipmentVoided', { orderId: 'order-1', shipmentId: shipment.id }]])
  })

  /** moves: it goes on; stays: nothing happens and that is no error; refused: a conflict that names the state. */
  const outcomes = {
    CREATED: { dispatch: 'moves', deliver: 'refused', void: 'moves' },
    DISPATCHED: { dispatch: 'stays', deliver: 'moves', void: 'refused' },
    DELIVERED: { dispatch: 'stays', deliver: 'stays', void: 'refused' },
    VOIDED: { dispatch: 'refused', deliver: 'refused', void: 'stays' },
  } as const

  it.each(
    shipmentStatuses.flatMap((status) =>
      (Object.keys(steps) as (keyof typeof steps)[]).map((step) => ({
        status,
        step,
        so: outcomes[status][step],
      })),
    ),
  )('that is $status and cleared, asked to $step: $so', ({ status, step, so }) => {
    const shipment = stored({ status, cleared: true })
    const before = shipment.toState()
    if (so === 'refused') {
      expect(() => steps[step](shipment)).toThrow(DomainError)
      expect(() => steps[step](shipment)).toThrow(
        expect.objectContaining({ code: 'CONFLICT', refusal: { extra: { shipmentStatus: status } } }),
      )
    } else {
      steps[step](shipment)
    }
    expect(factsOf(shipment)).toHaveLength(so === 'moves' ? 1 : 0)
    if (so === 'moves') expect(shipment.toState().status).not.toBe(status)
    else expect(shipment.toState()).toEqual(before)
  })
})

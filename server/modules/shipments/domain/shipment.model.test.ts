import { it } from 'vitest'
import { expectToFollow } from '@/server/testing/model/rule-book'
import { Shipment, type ShipmentStatus } from './shipment'

/** CLEARED: created, and its order says SHIPPED. */
type Stage = ShipmentStatus | 'CLEARED'

it('follows its rule book, whatever comes in whatever order', () => {
  expectToFollow<Stage, Shipment>({
    create: () =>
      Shipment.create({
        orderId: 'order-1',
        items: [{ sku: 'MUG', quantity: 2 }],
        address: { name: 'Ada', street: '1 Way', city: 'London', postalCode: 'N1', country: 'GB' },
      }),
    begins: 'CREATED',
    statusOf: (shipment) => {
      const { status, cleared } = shipment.toState()
      return status === 'CREATED' && cleared ? 'CLEARED' : status
    },
    reload: (shipment) => Shipment.restore(structuredClone(shipment.toState())),
    steps: {
      'be cleared': {
        take: (shipment) => shipment.clear(),
        leads: {
          CREATED: 'CLEARED',
          CLEARED: 'CLEARED',
          DISPATCHED: 'DISPATCHED',
          DELIVERED: 'DELIVERED',
          VOIDED: 'VOIDED',
        },
      },
      // Asked twice it is no error, and not told twice.
      'be dispatched': {
        take: (shipment) => shipment.dispatch(),
        leads: { CLEARED: 'DISPATCHED', DISPATCHED: 'DISPATCHED', DELIVERED: 'DELIVERED' },
        tells: 'ShipmentDispatched',
      },
      'be delivered': {
        take: (shipment) => shipment.deliver(),
        leads: { DISPATCHED: 'DELIVERED', DELIVERED: 'DELIVERED' },
        tells: 'ShipmentDelivered',
      },
      // What has left the house cannot be called back.
      'be voided': {
        take: (shipment) => shipment.void(),
        leads: { CREATED: 'VOIDED', CLEARED: 'VOIDED', VOIDED: 'VOIDED' },
        tells: 'ShipmentVoided',
      },
    },
  })
})

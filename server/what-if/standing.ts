import type { Module } from '@/server/events'
import type { Story } from './story'

/** Where an order stands in a story, by module and in words without anybody's data. */
export function standingOf({ world, said }: Story): Record<Module, Record<string, string>> {
  const { order, reservation, payment, shipment, parked } = world
  return {
    orders: order ? { status: order.status } : {},
    inventory: reservation
      ? {
          reservation: reservation.status,
          ...Object.fromEntries(
            reservation.lines.map(({ sku, quantity }) => [sku, held(reservation.status, quantity)]),
          ),
        }
      : {},
    payments: payment ? { status: parked ? 'NO ANSWER' : payment.status } : {},
    shipments: shipment
      ? {
          status: shipment.status,
          'may leave': said.some(({ eventType }) => eventType === 'OrderShipped') ? 'yes' : 'no',
        }
      : {},
  }
}

function held(status: string, quantity: number): string {
  if (status === 'ACTIVE') return `${quantity} held`
  return status === 'COMMITTED' ? `${quantity} left the shelf` : '0 held'
}

import type { Outputs } from '@/components/trpc-provider'

type Told = Outputs['orders']['story']

/** Without name, address and payment where this browser may not see them. */
export type Order = Told['order']
export type OrderEvent = Told['events'][number]
export type HoldUp = NonNullable<Told['holdUp']>
type EventType = OrderEvent['eventType']

/** What an order's page tells: where the order stands, and what it knows beyond the state. */
export type Story = {
  order: Order
  /** Whether this browser sees all of it, and may do something about it. */
  whole: boolean
  events: OrderEvent[]
  /** The first event of a kind. */
  find: (eventType: EventType) => OrderEvent | undefined
  carrier: string
  captured: boolean
  refunded: boolean
  dispatched: boolean
  delivered: boolean
  /** Something can still happen by itself, so the page stays connected. */
  moving: boolean
  /** What the customer waits for has failed, and is tried again; or it was given up, and people look into it. */
  holdUp?: HoldUp
}

export function tellStory({ order, whole, events, holdUp }: Told): Story {
  const find = (eventType: EventType) => events.find((event) => event.eventType === eventType)
  const known = {
    captured: find('PaymentProcessed') !== undefined,
    refunded: order.refundedAt !== undefined || find('PaymentRefunded') !== undefined,
    dispatched: find('ShipmentDispatched') !== undefined,
    delivered: find('ShipmentDelivered') !== undefined,
  }
  return {
    order,
    whole,
    events,
    find,
    carrier: find('ShipmentCreated')?.carrier ?? 'the carrier',
    ...known,
    moving: isMoving(order, known, find),
    holdUp: holdUp && isFelt(holdUp, order) ? holdUp : undefined,
  }
}

/** Of what is tidied up behind the scenes, a customer need not know that it takes longer. */
function isFelt({ module }: HoldUp, { status, refundedAt }: Order): boolean {
  if (status === 'CANCELLED') return module === 'payments' && refundedAt === undefined
  return ['PENDING', 'CONFIRMED', 'PAID'].includes(status)
}

type Known = Pick<Story, 'captured' | 'refunded' | 'delivered'>

function isMoving(order: Order, { refunded, delivered }: Known, find: Story['find']): boolean {
  switch (order.status) {
    case 'PENDING':
    case 'CONFIRMED':
    case 'PAID':
      return true
    case 'SHIPPED':
      return !delivered
    case 'PAYMENT_FAILED':
      return find('InventoryReleased') === undefined
    case 'CANCELLED':
      // A charge that was under way may still turn out to have gone through.
      return !refunded && find('OrderConfirmed') !== undefined && find('PaymentFailed') === undefined
    case 'REJECTED':
      return false
  }
}

export type Shortage = NonNullable<OrderEvent['shortages']>[number]

/** Which lines could not be set aside, and what is left of them. */
export const shortagesOf = ({ find }: Story): Shortage[] =>
  find('InventoryReservationFailed')?.shortages ?? []

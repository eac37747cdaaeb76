import type { EventType, HeldLine } from '@/server/events'

export type Module = 'orders' | 'inventory' | 'payments' | 'shipments'
type Standing = 'PENDING' | 'DEAD' | 'DONE' | 'DISCARDED'
export type Delivery = { sequence: number; event: EventType; module: Module; standing: Standing }

/** What the payment provider's own books say of an order: the world outside, which no model decides. */
export type Books = { settled: 'CAPTURED' | 'DECLINED' | 'VOIDED' | null; refunded: boolean }

/** An order as it should be, in the simplest words: what was told, what is still to be heard, who holds what. */
export type Expected = {
  lines: HeldLine[]
  method: string
  status: string
  story: EventType[]
  deliveries: Delivery[]
  stock: 'NONE' | 'ACTIVE' | 'FAILED' | 'RELEASED' | 'COMMITTED'
  payment: 'NONE' | 'CAPTURED' | 'FAILED' | 'REFUNDED'
  parcel: 'NONE' | 'CREATED' | 'VOIDED' | 'DISPATCHED'
  books: Books
  /** The modules whose next try was put off, or is claimed by somebody who died: nobody can say when it comes. */
  waiting: Set<Module>
}

export type ShopModel = { onHand: Map<string, number>; orders: Map<string, Expected> }

export const reservedOf = ({ orders }: ShopModel, sku: string) =>
  [...orders.values()]
    .filter(({ stock }) => stock === 'ACTIVE')
    .flatMap(({ lines }) => lines)
    .reduce((sum, line) => sum + (line.sku === sku ? line.quantity : 0), 0)

type Follow = (order: Expected, shop: ShopModel) => EventType[]

/** The order moves on; one that was cancelled stays what it is. */
const moves =
  (from: string, to: string, tells: EventType): Follow =>
  (order) => {
    if (order.status === 'CANCELLED') return []
    if (order.status !== from) throw new Error(`${tells} of an order that is ${order.status}`)
    order.status = to
    return [tells]
  }

/** What each module should make of what it hears, once and in order, whatever happens on the way. */
const follows: Record<Module, Partial<Record<EventType, Follow>>> = {
  orders: {
    InventoryReserved: moves('PENDING', 'CONFIRMED', 'OrderConfirmed'),
    InventoryReservationFailed: moves('PENDING', 'REJECTED', 'OrderRejected'),
    PaymentProcessed: moves('CONFIRMED', 'PAID', 'OrderPaid'),
    PaymentFailed: moves('CONFIRMED', 'PAYMENT_FAILED', 'OrderPaymentFailed'),
    ShipmentCreated: moves('PAID', 'SHIPPED', 'OrderShipped'),
    PaymentRefunded: () => [],
  },
  inventory: {
    OrderPlaced: (order, shop) => {
      const free = (sku: string) => (shop.onHand.get(sku) ?? 0) - reservedOf(shop, sku)
      order.stock = order.lines.every(({ sku, quantity }) => quantity <= free(sku)) ? 'ACTIVE' : 'FAILED'
      return [order.stock === 'ACTIVE' ? 'InventoryReserved' : 'InventoryReservationFailed']
    },
    OrderPaymentFailed: (order) => letGo(order, 'RELEASED'),
    OrderCancelled: (order) => letGo(order, 'RELEASED'),
    ShipmentDispatched: (order, shop) => {
      if (order.stock === 'ACTIVE')
        for (const { sku, quantity } of order.lines)
          shop.onHand.set(sku, (shop.onHand.get(sku) ?? 0) - quantity)
      return letGo(order, 'COMMITTED')
    },
  },
  payments: {
    OrderConfirmed: (order) => {
      const { settled } = order.books
      if (settled === 'CAPTURED' || settled === 'DECLINED') return [charged(order)]
      if (!order.story.includes('OrderCancelled')) throw new Error('Nobody was charged, and nobody cancelled')
      return []
    },
    OrderCancelled: (order) => {
      // A charge that somebody discarded halfway left nothing but what the provider says of it.
      const unknown = order.payment === 'NONE' && given(order, 'OrderConfirmed', 'payments') === 'DISCARDED'
      const { settled } = order.books
      const learnt = unknown && (settled === 'CAPTURED' || settled === 'DECLINED') ? [charged(order)] : []
      if (order.payment !== 'CAPTURED') return learnt
      order.payment = 'REFUNDED'
      return [...learnt, 'PaymentRefunded']
    },
  },
  shipments: {
    OrderPaid: (order) => {
      order.parcel = 'CREATED'
      return ['ShipmentCreated']
    },
    OrderShipped: () => [],
    OrderCancelled: (order) => {
      if (order.parcel !== 'CREATED') return []
      order.parcel = 'VOIDED'
      return ['ShipmentVoided']
    },
  },
}

function letGo(order: Expected, stock: 'RELEASED' | 'COMMITTED'): EventType[] {
  if (order.stock !== 'ACTIVE') return []
  order.stock = stock
  return order.lines.map(() => (stock === 'RELEASED' ? 'InventoryReleased' : 'InventoryCommitted'))
}

function charged(order: Expected): EventType {
  order.payment = order.books.settled === 'CAPTURED' ? 'CAPTURED' : 'FAILED'
  return order.payment === 'CAPTURED' ? 'PaymentProcessed' : 'PaymentFailed'
}

const given = ({ deliveries }: Expected, event: EventType, module: Module) =>
  deliveries.find((delivery) => delivery.event === event && delivery.module === module)?.standing

export function newOrder(lines: HeldLine[], method: string): Expected {
  const order: Expected = {
    lines,
    method,
    status: 'PENDING',
    story: [],
    deliveries: [],
    stock: 'NONE',
    payment: 'NONE',
    parcel: 'NONE',
    books: { settled: null, refunded: false },
    waiting: new Set(),
  }
  tell(order, 'OrderPlaced')
  return order
}

/** Something was told: whoever reacts to it has it to come. */
export function tell(order: Expected, ...events: EventType[]) {
  for (const event of events) {
    const sequence = order.story.push(event)
    for (const module of Object.keys(follows) as Module[])
      if (follows[module][event]) order.deliveries.push({ sequence, event, module, standing: 'PENDING' })
  }
}

const isOpen = ({ standing }: Delivery) => standing === 'PENDING' || standing === 'DEAD'

/** What the module has to do next for the order. */
const headOf = ({ deliveries }: Expected, module: Module) =>
  deliveries.find((delivery) => delivery.module === module && isOpen(delivery))

/** Every lane in which a module has something to do. */
export const openLanes = ({ orders }: ShopModel) =>
  [...orders].flatMap(([orderId, order]) =>
    (Object.keys(follows) as Module[]).flatMap((module) => {
      const head = headOf(order, module)
      return head ? [{ orderId, order, module, head }] : []
    }),
  )

/** The ledger says that a delivery stands differently now: when it is done, so is all that follows from it, once. */
export function learn(shop: ShopModel, order: Expected, { sequence, module, standing }: Delivery) {
  const head = headOf(order, module)
  if (head?.sequence !== sequence) throw new Error(`${module} went on with ${sequence} out of its turn`)
  head.standing = standing
  if (standing === 'DONE') tell(order, ...(follows[module][head.event]?.(order, shop) ?? []))
}

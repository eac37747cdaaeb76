import { type DomainEvent, type EventType, laneOf } from '@/server/events'
import type { Aggregate } from '@/server/kernel/aggregate'
import { modules } from '@/server/modules'
import { Product } from '@/server/modules/inventory/domain/product'
import { Reservation } from '@/server/modules/inventory/domain/reservation'
import { Order } from '@/server/modules/orders/domain/order'
import { Payment } from '@/server/modules/payments/domain/payment'
import { Shipment } from '@/server/modules/shipments/domain/shipment'
import { advance, at, HOUR } from './clock'

type Delivered = { eventId: string; eventType: EventType; lane: string; sequence: number }

/** A row of the log as it will be stored; positions are drawn in this order. */
export type LoggedEvent = DomainEvent & {
  lane: string
  sequence: number
  correlationId: string
  causationId: string | null
}
export type DoneDelivery = Delivered & { module: string; createdAt: Date; finishedAt: Date }

/** How an order of the past ends. Most ship; a few of every thousand go wrong in each way that there is. */
export type Ending = 'delivered' | 'dispatched' | 'shipped' | 'rejected' | 'declined' | 'refunded'

type Shelf = Map<string, Product>

/**
 * What the four modules would have made of an order, told by their own rules without a database: every state, event
 * and delivery is what the real ones would have stored.
 */
export class Past {
  readonly events: LoggedEvent[] = []
  readonly deliveries: DoneDelivery[] = []
  readonly lanes = new Map<string, number>()
  /** When each module was done with what it last heard in a lane: it takes what comes next after that. */
  private readonly done = new Map<string, number>()
  readonly movements: {
    product: Product
    at: Date
    movement: ReturnType<Product['getMovements']>[number]
  }[] = []
  readonly orders: Order[] = []
  readonly reservations: Reservation[] = []
  readonly payments: Payment[] = []
  readonly shipments: Shipment[] = []

  constructor(readonly shelf: Shelf) {}

  /** Stocks the shelf with what it has already. */
  begin() {
    for (const product of this.shelf.values()) this.keep(null, product)
  }

  /** Places an order now and lets it come as far as its ending says; what is due later is answered, with its time. */
  place(input: Parameters<typeof Order.create>[0], ending: Ending): { at: number; act: () => void }[] {
    const order = Order.create(input)
    this.orders.push(order)
    const placed = this.keep(null, order)
    const reservation = Reservation.make(
      order.id,
      input.items.map(({ sku, quantity }) => ({ sku, quantity })),
      this.shelf,
    )
    this.reservations.push(reservation)
    const reserved = this.keep(placed, reservation, ...this.held(reservation))
    if (reservation.toState().status === 'FAILED') {
      const { reason = '' } = { ...(reserved?.payload as { reason?: string } | undefined) }
      order.reject(reason)
      this.keep(reserved, order)
      return []
    }
    order.confirm()
    const confirmed = this.keep(reserved, order)
    const { totalCents: amountCents, currency, paymentMethod: method } = order.toState()
    const payment = Payment.begin({ orderId: order.id, amountCents, currency, method })
    this.payments.push(payment)
    if (ending === 'declined') {
      payment.decline('Your card was declined.')
      const declined = this.keep(confirmed, payment)
      order.markPaymentFailed('Your card was declined.')
      const given = this.keep(declined, order)
      reservation.release(this.shelf)
      this.keep(given, reservation, ...this.held(reservation))
      return []
    }
    payment.capture(`ch_${this.payments.length}`)
    const captured = this.keep(confirmed, payment)
    order.markPaid(payment.id)
    const paid = this.keep(captured, order)
    if (ending === 'refunded') {
      order.cancel('Ordered the wrong colour', 'customer')
      const cancelled = this.keep(null, order)
      reservation.release(this.shelf)
      this.keep(cancelled, reservation, ...this.held(reservation))
      payment.refund()
      const refunded = this.keep(cancelled, payment)
      order.rememberRefund(payment.id)
      this.keep(refunded, order)
      return []
    }
    const { items, shippingAddress: address } = order.toState()
    const shipment = Shipment.create({
      orderId: order.id,
      items: items.map(({ sku, quantity }) => ({ sku, quantity })),
      address,
    })
    this.shipments.push(shipment)
    const created = this.keep(paid, shipment)
    order.markShipped(shipment.id, shipment.toState().trackingNumber)
    this.keep(created, order)
    shipment.clear()
    return this.later(ending, shipment, reservation)
  }

  private later(ending: Ending, shipment: Shipment, reservation: Reservation) {
    const dispatch = () => {
      shipment.dispatch()
      const left = this.keep(null, shipment)
      reservation.commit(this.shelf)
      this.keep(left, reservation, ...this.held(reservation))
    }
    const deliver = () => {
      shipment.deliver()
      this.keep(null, shipment)
    }
    if (ending === 'shipped') return []
    const leaves = at() + HOUR * (1 + 20 * Math.random())
    const dispatched = { at: leaves, act: dispatch }
    return ending === 'dispatched'
      ? [dispatched]
      : [dispatched, { at: leaves + HOUR * (20 + 30 * Math.random()), act: deliver }]
  }

  /** Writes down what the aggregates said, because of the event before them. Answers the first event that was said. */
  private keep(cause: LoggedEvent | null, ...changed: Aggregate[]): LoggedEvent | null {
    let first: LoggedEvent | null = null
    for (const aggregate of changed) {
      if (aggregate instanceof Product) this.keepMovements(aggregate)
      for (const event of aggregate.getDomainEvents()) {
        const lane = laneOf(event)
        const sequence = (this.lanes.get(lane) ?? 0) + 1
        this.lanes.set(lane, sequence)
        const logged = {
          ...event,
          lane,
          sequence,
          correlationId: cause?.correlationId ?? lane,
          causationId: cause?.eventId ?? null,
        } as LoggedEvent
        this.events.push(logged)
        first ??= logged
        this.deliver(logged)
      }
      aggregate.clearDomainEvents()
    }
    advance(2 + 4 * Math.random())
    return first
  }

  private held(reservation: Reservation): Product[] {
    return reservation.lines.flatMap(({ sku }) => this.shelf.get(sku) ?? [])
  }

  private deliver({ eventId, eventType, lane, sequence, occurredAt }: LoggedEvent) {
    for (const [module, { reactions }] of Object.entries(modules)) {
      if (!(eventType in reactions)) continue
      const before = this.done.get(`${module} ${lane}`) ?? 0
      const finishedAt = new Date(Math.max(occurredAt.getTime(), before) + 3 + 4 * Math.random())
      this.done.set(`${module} ${lane}`, finishedAt.getTime())
      this.deliveries.push({ eventId, eventType, lane, sequence, module, createdAt: occurredAt, finishedAt })
    }
  }

  private keepMovements(product: Product) {
    for (const movement of product.getMovements()) this.movements.push({ product, at: new Date(), movement })
    // A product as it comes from the shelf: nothing moved yet.
    this.shelf.set(product.sku, Product.restore(product.toState()))
  }
}

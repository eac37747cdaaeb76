import { type Address, ERASED, erasedAddress } from '@/server/events'
import { Aggregate } from '@/server/kernel/aggregate'
import { conflict, unprocessable } from '@/server/kernel/errors'
import { newId } from '@/server/kernel/id'
import { toMajor } from '@/server/kernel/money'

export const orderStatuses = [
  'PENDING',
  'CONFIRMED',
  'PAID',
  'SHIPPED',
  'REJECTED',
  'PAYMENT_FAILED',
  'CANCELLED',
] as const
/** Nobody has paid yet, and stock is held or about to be. */
export const unpaidStatuses = ['PENDING', 'CONFIRMED'] as const satisfies OrderStatus[]
export type OrderStatus = (typeof orderStatuses)[number]

/** A line as it was sold: name and price are the catalogue's at that moment. */
export type LineItem = { sku: string; name: string; quantity: number; unitCents: number }

export type OrderState = {
  id: string
  customerId: string
  email: string | null
  items: LineItem[]
  shippingAddress: Address
  totalCents: number
  currency: string
  paymentMethod: string
  status: OrderStatus
  paymentId: string | null
  shipmentId: string | null
  trackingNumber: string | null
  rejectionReason: string | null
  failureReason: string | null
  cancellationReason: string | null
  cancelledAt: Date | null
  refundedAt: Date | null
  /** SHA-256 of the token that lets its holder see and cancel the order. */
  accessTokenHash: string
  /** Keyed hash of the address that it was ordered from, where it is known. */
  origin: string | null
  placedAt: Date
  updatedAt: Date
}

type NewOrder = Pick<OrderState, 'customerId' | 'items' | 'shippingAddress' | 'currency' | 'paymentMethod'> &
  Partial<Pick<OrderState, 'email' | 'accessTokenHash' | 'origin'>>

const transitions: Record<OrderStatus, readonly OrderStatus[]> = {
  PENDING: ['CONFIRMED', 'REJECTED', 'CANCELLED'],
  CONFIRMED: ['PAID', 'PAYMENT_FAILED', 'CANCELLED'],
  PAID: ['SHIPPED', 'CANCELLED'],
  SHIPPED: [],
  REJECTED: [],
  PAYMENT_FAILED: [],
  CANCELLED: [],
}

/** Where an order begins: nothing has become of it yet. */
export const justPlaced = {
  status: 'PENDING',
  paymentId: null,
  shipmentId: null,
  trackingNumber: null,
  rejectionReason: null,
  failureReason: null,
  cancellationReason: null,
  cancelledAt: null,
  refundedAt: null,
} as const satisfies Partial<OrderState>

export class Order extends Aggregate {
  protected readonly type = 'Order'

  private constructor(private state: OrderState) {
    super(state.id)
  }

  static create(input: NewOrder): Order {
    if (input.items.length === 0) throw unprocessable('An order needs at least one item')
    const now = new Date()
    const order = new Order({
      email: null,
      accessTokenHash: '',
      origin: null,
      ...input,
      id: newId(),
      totalCents: input.items.reduce((sum, item) => sum + item.quantity * item.unitCents, 0),
      ...justPlaced,
      placedAt: now,
      updatedAt: now,
    })
    const { customerId, items, shippingAddress, currency, paymentMethod } = order.state
    order.record('OrderPlaced', {
      orderId: order.id,
      customerId,
      items: items.map(({ sku, quantity, unitCents }) => ({
        sku,
        quantity,
        unitPrice: toMajor(unitCents, currency),
      })),
      address: shippingAddress,
      totalAmount: order.totalAmount,
      currency,
      paymentMethod,
    })
    return order
  }

  static restore(state: OrderState): Order {
    return new Order(state)
  }

  confirm() {
    if (!this.moveTo('CONFIRMED')) return
    const { currency, paymentMethod } = this.state
    this.record('OrderConfirmed', { orderId: this.id, amount: this.totalAmount, currency, paymentMethod })
  }

  reject(reason: string) {
    if (!this.moveTo('REJECTED', { rejectionReason: reason })) return
    this.record('OrderRejected', { orderId: this.id, reason })
  }

  markPaid(paymentId: string) {
    if (!this.moveTo('PAID', { paymentId })) return
    const items = this.state.items.map(({ sku, quantity }) => ({ sku, quantity }))
    this.record('OrderPaid', { orderId: this.id, paymentId, items, address: this.state.shippingAddress })
  }

  markPaymentFailed(reason: string) {
    if (!this.moveTo('PAYMENT_FAILED', { failureReason: reason })) return
    this.record('OrderPaymentFailed', { orderId: this.id, reason })
  }

  markShipped(shipmentId: string, trackingNumber: string) {
    if (!this.moveTo('SHIPPED', { shipmentId, trackingNumber })) return
    this.record('OrderShipped', { orderId: this.id, shipmentId, trackingNumber })
  }

  get isUnpaid() {
    return (unpaidStatuses as readonly OrderStatus[]).includes(this.status)
  }

  /** Cancelling a cancelled order changes nothing and is no error. */
  cancel(reason: string, cancelledBy: string) {
    if (this.status !== 'CANCELLED' && !transitions[this.status].includes('CANCELLED')) {
      throw conflict(`Order ${this.id} is ${this.status}, so it can no longer be cancelled`, {
        kind: 'order-final',
        extra: { orderStatus: this.status },
      })
    }
    if (!this.moveTo('CANCELLED', { cancellationReason: reason, cancelledAt: new Date() })) return
    this.record('OrderCancelled', { orderId: this.id, reason, cancelledBy })
  }

  /** Money came back. The status stays what it is. */
  rememberRefund(paymentId: string) {
    this.state = { ...this.state, paymentId, refundedAt: new Date(), updatedAt: new Date() }
  }

  /** A remark of the staff, in any state. It is history and no state: the log keeps it, the row does not. */
  addNote(note: string, by: string) {
    // Nobody would erase what is written afterwards.
    if (this.isErased)
      throw conflict(`The personal data of order ${this.id} is erased: no more notes about it`)
    this.record('OrderNoteAdded', { orderId: this.id, note, by })
  }

  /**
   * Makes unreadable whom the order was for, and what people wrote about it. Refused while it is under way, for somebody has
   * to know where the parcel goes. Answers whether that was still to be done.
   */
  erasePersonalData(by: string): boolean {
    if (this.isErased) return false
    if (transitions[this.status].length > 0) {
      throw conflict(`Order ${this.id} is ${this.status}: cancel it, or wait until it is through`, {
        kind: 'order-under-way',
        extra: { orderStatus: this.status },
      })
    }
    const erasedAt = new Date()
    const { shippingAddress, cancellationReason } = this.state
    this.state = {
      ...this.state,
      customerId: ERASED,
      email: null,
      shippingAddress: erasedAddress(shippingAddress, erasedAt.toISOString()),
      cancellationReason: cancellationReason && ERASED,
      origin: null,
      updatedAt: erasedAt,
    }
    this.record('PersonalDataErased', { orderId: this.id, erasedAt: erasedAt.toISOString(), by })
    return true
  }

  get isErased() {
    return this.state.shippingAddress.erasedAt !== undefined
  }

  get status() {
    return this.state.status
  }

  get totalAmount() {
    return toMajor(this.state.totalCents, this.state.currency)
  }

  toState(): OrderState {
    return this.state
  }

  /**
   * Answers false when the order was cancelled meanwhile: a late fact never moves it, and the module that owns the
   * effect undoes it. Throws for any other step that the table of transitions does not have.
   */
  private moveTo(status: OrderStatus, changes: Partial<OrderState> = {}): boolean {
    if (this.status === 'CANCELLED') return false
    if (!transitions[this.status].includes(status)) {
      throw conflict(`Order ${this.id} is ${this.status}, so it cannot become ${status}`)
    }
    this.state = { ...this.state, ...changes, status, updatedAt: new Date() }
    return true
  }
}

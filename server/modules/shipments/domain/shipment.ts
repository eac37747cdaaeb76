import { type Address, erasedAddress, type HeldLine } from '@/server/events'
import { Aggregate } from '@/server/kernel/aggregate'
import { conflict } from '@/server/kernel/errors'
import { newId } from '@/server/kernel/id'
import { newTrackingNumber } from './tracking-number'

export const shipmentStatuses = ['CREATED', 'DISPATCHED', 'DELIVERED', 'VOIDED'] as const
export type ShipmentStatus = (typeof shipmentStatuses)[number]

export type ShipmentState = {
  id: string
  orderId: string
  status: ShipmentStatus
  carrier: string
  trackingNumber: string
  items: HeldLine[]
  address: Address
  /** The order says that it is SHIPPED: from then on it cannot be cancelled, and the parcel may leave. */
  cleared: boolean
  createdAt: Date
  dispatchedAt: Date | null
  deliveredAt: Date | null
}

export class Shipment extends Aggregate {
  protected readonly type = 'Shipment'

  private constructor(private state: ShipmentState) {
    super(state.id)
  }

  static create(input: Pick<ShipmentState, 'orderId' | 'items' | 'address'>): Shipment {
    const shipment = new Shipment({
      ...input,
      id: newId(),
      status: 'CREATED',
      carrier: 'Northway',
      trackingNumber: newTrackingNumber(),
      cleared: false,
      createdAt: new Date(),
      dispatchedAt: null,
      deliveredAt: null,
    })
    const { orderId, trackingNumber, carrier } = shipment.state
    shipment.record('ShipmentCreated', { orderId, shipmentId: shipment.id, trackingNumber, carrier })
    return shipment
  }

  static restore(state: ShipmentState): Shipment {
    return new Shipment(state)
  }

  clear() {
    this.state = { ...this.state, cleared: true }
  }

  /** Answers whether it left now. Dispatching twice changes nothing and is no error. */
  dispatch(): boolean {
    const { status, cleared, orderId } = this.state
    if (status === 'DISPATCHED' || status === 'DELIVERED') return false
    if (status === 'VOIDED') throw this.refusal('dispatched')
    if (!cleared) {
      throw conflict(`Shipment ${this.id} can be dispatched only after order ${orderId} is SHIPPED`, {
        extra: { shipmentStatus: status },
      })
    }
    const dispatchedAt = new Date()
    this.state = { ...this.state, status: 'DISPATCHED', dispatchedAt }
    this.record('ShipmentDispatched', {
      orderId,
      shipmentId: this.id,
      dispatchedAt: dispatchedAt.toISOString(),
    })
    return true
  }

  /** Answers whether it arrived now. Delivering twice changes nothing and is no error. */
  deliver(): boolean {
    const { status, orderId } = this.state
    if (status === 'DELIVERED') return false
    if (status !== 'DISPATCHED') throw this.refusal('delivered')
    const deliveredAt = new Date()
    this.state = { ...this.state, status: 'DELIVERED', deliveredAt }
    this.record('ShipmentDelivered', { orderId, shipmentId: this.id, deliveredAt: deliveredAt.toISOString() })
    return true
  }

  /** The order was cancelled: what has not left stays. */
  void() {
    const { status, orderId } = this.state
    if (status === 'VOIDED') return
    if (status !== 'CREATED') throw this.refusal('voided')
    this.state = { ...this.state, status: 'VOIDED' }
    this.record('ShipmentVoided', { orderId, shipmentId: this.id })
  }

  /** Nobody needs to know any more where it went. */
  erase(erasedAt: string) {
    this.state = { ...this.state, address: erasedAddress(this.state.address, erasedAt) }
  }

  get orderId() {
    return this.state.orderId
  }

  toState(): ShipmentState {
    return this.state
  }

  private refusal(step: string) {
    return conflict(`Shipment ${this.id} is ${this.state.status}, so it cannot be ${step}`, {
      extra: { shipmentStatus: this.state.status },
    })
  }
}

import type { HeldLine } from '@/server/events'
import { Aggregate } from '@/server/kernel/aggregate'
import { newId } from '@/server/kernel/id'
import type { Product } from './product'

export type ReservationState = {
  id: string
  orderId: string
  lines: HeldLine[]
  status: 'ACTIVE' | 'FAILED' | 'RELEASED' | 'COMMITTED'
}

type Shelf = ReadonlyMap<string, Product>

/** What one order holds: all of its lines, or none. */
export class Reservation extends Aggregate {
  protected readonly type = 'Reservation'

  private constructor(private state: ReservationState) {
    super(state.id)
  }

  /** Holds every line on the shelf, or none of them and says what is short. */
  static make(orderId: string, lines: HeldLine[], shelf: Shelf): Reservation {
    const shortages = lines
      .map(({ sku, quantity }) => ({ sku, requested: quantity, available: shelf.get(sku)?.available ?? 0 }))
      .filter(({ requested, available }) => requested > available)
    const status = shortages.length > 0 ? 'FAILED' : 'ACTIVE'
    const reservation = new Reservation({ id: newId(), orderId, lines, status })
    if (shortages.length > 0) {
      const reason = shortages
        .map(({ sku, requested, available }) => `${sku}: ${requested} ordered, ${available} available`)
        .join('; ')
      reservation.record('InventoryReservationFailed', {
        orderId,
        reason: `Insufficient stock. ${reason}`,
        shortages,
      })
      return reservation
    }
    const eventId = reservation.record('InventoryReserved', { orderId, reservations: lines })
    for (const { sku, quantity } of lines) shelf.get(sku)?.hold(quantity, orderId, eventId)
    return reservation
  }

  static restore(state: ReservationState): Reservation {
    return new Reservation(state)
  }

  /** Gives everything back. What holds nothing has nothing to give. */
  release(shelf: Shelf) {
    if (this.state.status !== 'ACTIVE') return
    for (const { sku, quantity } of this.lines) shelf.get(sku)?.release(quantity, this.state.orderId)
    this.state = { ...this.state, status: 'RELEASED' }
  }

  /** The goods leave the house. */
  commit(shelf: Shelf) {
    if (this.state.status !== 'ACTIVE') return
    for (const { sku, quantity } of this.lines) shelf.get(sku)?.commit(quantity, this.state.orderId)
    this.state = { ...this.state, status: 'COMMITTED' }
  }

  get lines() {
    return this.state.lines
  }

  toState(): ReservationState {
    return this.state
  }
}

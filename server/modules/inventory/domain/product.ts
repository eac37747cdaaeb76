import { Aggregate } from '@/server/kernel/aggregate'
import { conflict } from '@/server/kernel/errors'
import { newId } from '@/server/kernel/id'
import { toMajor } from '@/server/kernel/money'

export const productStatuses = ['ACTIVE', 'INACTIVE'] as const
export type ProductStatus = (typeof productStatuses)[number]

/** From here down a product is low: the shop says "Only 5 left", the desk thinks of ordering more. */
export const LOW_STOCK = 5

export const stockLevels = ['IN_STOCK', 'LOW', 'SOLD_OUT'] as const
export type StockLevel = (typeof stockLevels)[number]

/** How a product stands by what is free to sell. */
export function stockLevel(available: number): StockLevel {
  if (available <= 0) return 'SOLD_OUT'
  return available <= LOW_STOCK ? 'LOW' : 'IN_STOCK'
}

export type ProductState = {
  id: string
  /** Trimmed and upper-cased. */
  sku: string
  name: string
  description: string
  category: string | null
  picture: string | null
  priceCents: number
  currency: string
  onHand: number
  reserved: number
  status: ProductStatus
  createdAt: Date
  updatedAt: Date
}

/** A movement of stock, as the ledger keeps it. The sums of the deltas are onHand and reserved. */
export type Movement = {
  kind: 'INITIAL' | 'ADJUSTED' | 'RESERVED' | 'RELEASED' | 'COMMITTED'
  onHandDelta: number
  reservedDelta: number
  onHandAfter: number
  reservedAfter: number
  reason: string | null
  orderId: string | null
  /** The event that tells of it: the product's own, or that of the reservation that holds it. */
  eventId: string
}

export type ProductDetails = Pick<
  ProductState,
  'name' | 'description' | 'category' | 'picture' | 'priceCents' | 'status'
>

export class Product extends Aggregate {
  protected readonly type = 'Product'
  #movements: Movement[] = []

  private constructor(private state: ProductState) {
    super(state.id)
  }

  static create(input: ProductDetails & Pick<ProductState, 'sku' | 'currency' | 'onHand'>): Product {
    const now = new Date()
    const product = new Product({
      ...input,
      id: newId(),
      onHand: 0,
      reserved: 0,
      createdAt: now,
      updatedAt: now,
    })
    const { sku, name, priceCents, currency, status } = product.state
    product.move('INITIAL', { onHand: input.onHand }, () =>
      product.record('ProductCreated', {
        sku,
        name,
        price: toMajor(priceCents, currency),
        currency,
        onHand: input.onHand,
        status,
      }),
    )
    return product
  }

  static restore(state: ProductState): Product {
    return new Product(state)
  }

  /** Changes what is said about the product. What is the same already, or undefined, is no change. */
  revise(details: Partial<ProductDetails>) {
    const changed = Object.fromEntries(
      Object.entries(details).filter(
        ([key, value]) => value !== undefined && value !== this.state[key as keyof ProductDetails],
      ),
    ) as Partial<ProductDetails>
    if (Object.keys(changed).length === 0) return
    this.state = { ...this.state, ...changed, updatedAt: new Date() }
    const { priceCents, ...words } = changed
    this.record('ProductUpdated', {
      sku: this.sku,
      ...words,
      ...(priceCents !== undefined && { price: toMajor(priceCents, this.state.currency) }),
    })
  }

  /** Sets how many there are. What is reserved for orders cannot be counted away. */
  adjustStock(onHand: number, reason: string) {
    const { reserved } = this.state
    if (onHand < reserved) {
      throw conflict(
        `${this.sku} has ${reserved} reserved for orders, so its stock cannot be set to ${onHand}`,
        {
          kind: 'stock-below-reserved',
          errors: [{ pointer: '/stockQuantity', detail: `must be at least ${reserved}, which is reserved` }],
        },
      )
    }
    const delta = onHand - this.state.onHand
    if (delta === 0) return
    this.move('ADJUSTED', { onHand: delta, reason }, () =>
      this.record('StockAdjusted', { sku: this.sku, delta, reason, onHand }),
    )
  }

  /** The event is the reservation's: one for all the products that an order holds. */
  hold(quantity: number, orderId: string, eventId: string) {
    if (quantity > this.available) throw conflict(`${this.sku} has only ${this.available} left`)
    this.move('RESERVED', { reserved: quantity, orderId }, () => eventId)
  }

  release(quantity: number, orderId: string) {
    this.move('RELEASED', { reserved: -quantity, orderId }, () =>
      this.record('InventoryReleased', { orderId, sku: this.sku, quantity }),
    )
  }

  /** The goods leave: they are neither on hand nor reserved any more. */
  commit(quantity: number, orderId: string) {
    this.move('COMMITTED', { onHand: -quantity, reserved: -quantity, orderId }, () =>
      this.record('InventoryCommitted', { orderId, sku: this.sku, quantity }),
    )
  }

  get sku() {
    return this.state.sku
  }

  get available() {
    return this.state.onHand - this.state.reserved
  }

  /** Movements since the product was made or loaded. */
  getMovements(): readonly Movement[] {
    return [...this.#movements]
  }

  toState(): ProductState {
    return this.state
  }

  /** Moves stock, if that leaves it sound, and has the event told that the ledger points to. */
  private move(
    kind: Movement['kind'],
    change: { onHand?: number; reserved?: number; reason?: string; orderId?: string },
    tell: () => string,
  ) {
    const { onHand: onHandDelta = 0, reserved: reservedDelta = 0, reason = null, orderId = null } = change
    const onHandAfter = this.state.onHand + onHandDelta
    const reservedAfter = this.state.reserved + reservedDelta
    if (reservedAfter < 0 || reservedAfter > onHandAfter) {
      throw conflict(`${this.sku} cannot have ${onHandAfter} on hand with ${reservedAfter} reserved`)
    }
    this.state = { ...this.state, onHand: onHandAfter, reserved: reservedAfter, updatedAt: new Date() }
    this.#movements.push({
      kind,
      onHandDelta,
      reservedDelta,
      onHandAfter,
      reservedAfter,
      reason,
      orderId,
      eventId: tell(),
    })
  }
}

import { saidBy } from './events'
import { DomainError } from './kernel/errors'
import { getProduct } from './modules/inventory'
import { findOrders } from './modules/orders'
import { getEvent } from './platform/event-store'

/** What a text that somebody pastes or types could mean: asks every module that knows things by a name. */
export async function jump(text: string) {
  const [orders, product, event] = await Promise.all([
    findOrders({ text, limit: 5 }),
    orNone(getProduct(text)),
    orNone(getEvent(text)),
  ])
  return {
    orders: orders.items,
    products: product ? [product] : [],
    events: event ? [{ ...event, module: saidBy[event.eventType] }] : [],
  }
}

async function orNone<T>(asked: Promise<T>): Promise<T | null> {
  return asked.catch((error) => {
    if (error instanceof DomainError) return null
    throw error
  })
}

import { saidBy } from '@/server/events'
import { DomainError } from '@/server/kernel/errors'
import { isId } from '@/server/kernel/id'
import { listStock } from '@/server/modules/inventory'
import { findOrders } from '@/server/modules/orders'
import { getEvent, listEvents } from '@/server/platform/event-store'

/**
 * What a text that somebody pastes or types could mean: asks every module that knows things by a name. When it means one
 * order alone, the last events of that order come with it.
 */
export async function jump(text: string) {
  const [{ items: orders }, { items: products }, event] = await Promise.all([
    findOrders({ text, limit: 5 }),
    listStock({ text, sort: 'name', limit: 5 }),
    isId(text) ? eventOrNone(text) : null,
  ])
  const [order, ...others] = orders
  const told =
    order && others.length === 0 ? await listEvents({ orderId: order.orderId }, { limit: 4 }) : null
  return {
    orders,
    products,
    events: [...(event ? [event] : []), ...(told?.items ?? [])].map((each) => ({
      ...each,
      module: saidBy[each.eventType],
    })),
  }
}

async function eventOrNone(eventId: string) {
  return getEvent(eventId).catch((error) => {
    if (error instanceof DomainError) return null
    throw error
  })
}

import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { vi } from 'vitest'
import type { EventType } from '@/server/events'
import { modules } from '@/server/modules'
import { getOrder } from '@/server/modules/orders'
import { db } from '@/server/platform/database/connect'
import { listEvents } from '@/server/platform/event-store'
import { follow, START } from '@/server/platform/follow'
import { deliveries } from '@/server/platform/tables'

/** The story of an order in which nothing goes wrong. */
export const happy: EventType[] = [
  'OrderPlaced',
  'InventoryReserved',
  'OrderConfirmed',
  'PaymentProcessed',
  'OrderPaid',
  'ShipmentCreated',
  'OrderShipped',
]

/** Resolves when nothing of the order is left to do: every delivery is done, dead, or parked behind a dead one. */
export async function settled(orderId: string) {
  await nothingIsOpen(eq(deliveries.lane, orderId))
  return getOrder(orderId)
}

/** The same of all orders: what earlier tests began is told nobody later. */
export const quiet = () => nothingIsOpen(inArray(deliveries.module, Object.keys(modules)))

async function nothingIsOpen(which: SQL) {
  await vi.waitFor(
    async () => {
      const open = await db()
        .select({ module: deliveries.module, eventType: deliveries.eventType, lane: deliveries.lane })
        .from(deliveries)
        .where(
          and(
            which,
            eq(deliveries.status, 'PENDING'),
            sql`not exists (select from log.deliveries dead where dead.lane = ${deliveries.lane}
              and dead.module = ${deliveries.module} and dead.sequence < ${deliveries.sequence} and dead.status = 'DEAD')`,
          ),
        )
        .limit(3)
      if (open.length > 0) throw new Error(`There are deliveries to go: ${JSON.stringify(open)}`)
    },
    { timeout: 25_000, interval: 10 },
  )
}

/** Resolves when the order's story has an event of this type. */
export async function untilEvent(orderId: string, eventType: EventType) {
  const stop = AbortSignal.timeout(20_000)
  for await (const { event } of follow({ filter: { orderId }, after: START, signal: stop })) {
    if (event.eventType === eventType) return event
  }
  throw new Error(`${eventType} never came for order ${orderId}`)
}

/** The order's story, whichever module wrote it. */
export async function storyOf(orderId: string): Promise<EventType[]> {
  const { items } = await listEvents({ orderId }, { order: 'asc', limit: 200 })
  return items.map(({ eventType }) => eventType)
}

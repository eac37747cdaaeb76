import { and, or, type SQL, sql } from 'drizzle-orm'
import { type EventType, eventTypes, type Module, saidBy } from '@/server/events'
import { type Contains, sketches } from './event-payloads'

/** Which events are asked for; what is given combines. */
export type EventFilter = {
  eventType?: EventType
  aggregateId?: string
  /** Gives the order's whole story, whichever module wrote it. */
  orderId?: string
  from?: Date
  to?: Date
  module?: Module
  view?: EventView
  /** Only from so long ago on. */
  within?: TimeSpan
  /** Values that the payload has, wherever they stand in it. */
  contains?: readonly Contains[]
}

/** What the log is most often asked for. */
export const eventViews = {
  failures: ['OrderRejected', 'OrderPaymentFailed', 'InventoryReservationFailed', 'PaymentFailed'],
  cancellations: ['OrderCancelled'],
} as const satisfies Record<string, readonly EventType[]>

type EventView = keyof typeof eventViews

const MINUTE = 60_000

export const timeSpans = {
  '15m': 15 * MINUTE,
  '1h': 60 * MINUTE,
  '24h': 1440 * MINUTE,
  '7d': 10_080 * MINUTE,
}

export type TimeSpan = keyof typeof timeSpans

/** The types that can fit, or nothing when all can. */
export function typesOf({ eventType, module, view }: EventFilter): EventType[] | undefined {
  if (!eventType && !module && !view) return undefined
  return eventTypes.filter(
    (type) =>
      (!eventType || type === eventType) &&
      (!module || saidBy[type] === module) &&
      (!view || (eventViews[view] as readonly EventType[]).includes(type)),
  )
}

/** The later of the moments from which on it is asked, and the one up to which. */
export function timesOf({ from, to, within }: Pick<EventFilter, 'from' | 'to' | 'within'>): {
  from?: Date
  to?: Date
} {
  if (!within) return { from, to }
  const since = new Date(Date.now() - timeSpans[within])
  return { from: from && from > since ? from : since, to }
}

/** What a row of the log must be like to fit, whatever the table is called in the statement. */
export function conditions(filter: EventFilter): SQL {
  const types = typesOf(filter)
  const { from, to } = timesOf(filter)
  const all = [
    types && sql`event_type = any(${sql.param(types)}::text[])`,
    filter.aggregateId === undefined ? undefined : sql`aggregate_id = ${filter.aggregateId}`,
    filter.orderId === undefined ? undefined : sql`lane = ${filter.orderId}`,
    from && sql`occurred_at >= ${from.toISOString()}::timestamptz`,
    to && sql`occurred_at <= ${to.toISOString()}::timestamptz`,
    filter.contains?.length ? contains(sketches(filter.contains, types ?? eventTypes)) : undefined,
  ]
  return and(...all) ?? sql`true`
}

const contains = (asked: ReturnType<typeof sketches>) =>
  or(
    ...asked.map(
      ({ eventType, payload }) =>
        sql`event_type = ${eventType} and payload @> ${JSON.stringify(payload)}::jsonb`,
    ),
  ) ?? sql`false`

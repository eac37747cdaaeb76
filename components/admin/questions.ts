import { moment, oneOf, readParams, someOf, uuid, words } from '@/components/url-params'
import type { EventType, OrderSort, OrderStatus, ShipmentStatus } from './desk-types'
import { type Filters, known, readFilters, type SearchParams } from './url'

// The page asks on the server and the list asks in the browser: both take the question from here, so that it is the same.

export const orderStatuses = [
  'PENDING',
  'CONFIRMED',
  'PAID',
  'SHIPPED',
  'REJECTED',
  'PAYMENT_FAILED',
  'CANCELLED',
] as const satisfies OrderStatus[]

export const shipmentStatuses = [
  'CREATED',
  'DISPATCHED',
  'DELIVERED',
  'VOIDED',
] as const satisfies ShipmentStatus[]

export const orderSorts = ['newest', 'oldest', 'largest', 'smallest'] as const satisfies OrderSort[]

export type OrderFilters = ReturnType<typeof orderFilters>['filters']

export const orderFilters = (params: SearchParams) =>
  readParams(params, {
    q: words(),
    status: someOf(orderStatuses),
    from: moment,
    to: moment,
    sort: oneOf(orderSorts),
    cursor: uuid,
  })

export const ordersAsked = ({ q, status, from, to, sort, cursor }: OrderFilters) => ({
  text: q,
  statuses: status?.split(',') as OrderStatus[] | undefined,
  from: from === undefined ? undefined : new Date(from),
  to: to === undefined ? undefined : endOf(to),
  sort,
  cursor,
  limit: 25,
})

/** The end of the day that is named, or the moment. */
function endOf(to: string): Date {
  const end = new Date(to)
  if (to.length === 'YYYY-MM-DD'.length) end.setUTCDate(end.getUTCDate() + 1)
  return end
}

export function shipmentFilters(params: SearchParams) {
  const { status, ...rest } = readFilters(params, ['status', 'cursor'])
  return { ...rest, status: known(shipmentStatuses, status) } satisfies Filters
}

export const shipmentsAsked = (filters: ReturnType<typeof shipmentFilters>) => ({ ...filters, limit: 25 })

export const eventFilters = (params: SearchParams) =>
  readFilters(params, ['eventType', 'orderId', 'aggregateId', 'cursor']) satisfies Filters

export const eventsAsked = ({ eventType, cursor, ...filters }: ReturnType<typeof eventFilters>) => ({
  ...filters,
  // The server knows the types and refuses a word that is none.
  eventType: eventType as EventType | undefined,
  cursor: cursor ? Number(cursor) : undefined,
  limit: 50,
})

/** Several parts of one page ask for the numbers; within this time they all get the same ones. */
export const sameNumbers = { staleTime: 10_000 }

export const latestOrders = { limit: 8 }

export const storyOf = (orderId: string) => ({ orderId, order: 'asc' as const, limit: 200 })

import { moment, oneOf, readParams, type SearchParams, someOf, uuid, words } from '@/components/url-params'
import type { OrderSort, OrderStatus } from './desk-types'

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

const orderSorts = ['newest', 'oldest', 'largest', 'smallest'] as const satisfies OrderSort[]

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

/** Several parts of one page ask for the numbers; within this time they all get the same ones. */
export const sameNumbers = { staleTime: 10_000 }

export const latestOrders = { limit: 8 }

export const storyOf = (orderId: string) => ({ orderId, order: 'asc' as const, limit: 200 })

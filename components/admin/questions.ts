import type { OrderStatus } from './desk-types'
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

export function orderFilters(params: SearchParams) {
  const { status, ...rest } = readFilters(params, ['status', 'customerId', 'cursor'])
  return { ...rest, status: known(orderStatuses, status) } satisfies Filters
}

export const ordersAsked = (filters: ReturnType<typeof orderFilters>) => ({ ...filters, limit: 25 })

/** Several parts of one page ask for the numbers; within this time they all get the same ones. */
export const sameNumbers = { staleTime: 10_000 }

export const latestOrders = { limit: 8 }

export const storyOf = (orderId: string) => ({ orderId, order: 'asc' as const, limit: 200 })

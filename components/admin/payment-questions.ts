import { paymentMethods as shopMethods } from '@/components/store/payment-methods'
import { oneOf, readParams, type SearchParams, uuid } from '@/components/url-params'
import type { Payment, PaymentMethod, PaymentStatus } from './desk-types'

export const paymentStatuses = [
  'PENDING',
  'CAPTURED',
  'FAILED',
  'VOIDED',
  'REFUNDED',
] as const satisfies PaymentStatus[]

export const paymentMethods: PaymentMethod[] = shopMethods.map(({ id }) => id)

export const paymentSorts = ['newest', 'oldest', 'largest', 'smallest'] as const

const rules = {
  /** An id, or the provider's reference: a payment is not found by half of its name. */
  q: (value: string) => uuid(value) ?? (/^\w{1,100}$/.test(value) ? value : undefined),
  status: oneOf(paymentStatuses),
  method: oneOf(paymentMethods),
  sort: oneOf(paymentSorts),
  cursor: uuid,
}

/** What the address says about the list; what is open in the drawer it says too, and the drawer reads it itself. */
export function paymentParams(params: SearchParams) {
  const { ignored } = readParams(params, { ...rules, payment: uuid })
  return { filters: readParams(params, rules).filters, ignored }
}

export type PaymentFilters = ReturnType<typeof paymentParams>['filters']

export const paymentsAsked = ({ q, ...filters }: PaymentFilters) => ({ ...filters, text: q, limit: 25 })

/** What we keep of it by our own books. */
export const keptOf = ({ status, amount }: Payment) => (status === 'CAPTURED' ? amount : 0)

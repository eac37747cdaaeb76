import { oneOf, readParams, type SearchParams, uuid, words } from '@/components/url-params'
import type { ShipmentStatus } from './desk-types'

export const shipmentStatuses = [
  'CREATED',
  'DISPATCHED',
  'DELIVERED',
  'VOIDED',
] as const satisfies ShipmentStatus[]

const rules = {
  q: words(),
  status: oneOf(shipmentStatuses),
  sort: oneOf(['newest', 'oldest'] as const),
  cursor: uuid,
}

/** What the address says about the list; what is open in the drawer it says too, and the drawer reads it itself. */
export function shipmentParams(params: SearchParams) {
  const { ignored } = readParams(params, { ...rules, shipment: uuid })
  return { filters: readParams(params, rules).filters, ignored }
}

export type ShipmentFilters = ReturnType<typeof shipmentParams>['filters']

export const shipmentsAsked = ({ q, ...filters }: ShipmentFilters) => ({ ...filters, text: q, limit: 25 })

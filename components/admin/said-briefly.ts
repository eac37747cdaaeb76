import { money } from '@/components/format'
import type { StoreEvent } from './desk-types'

/** What an event says beyond its name, in a few words; the rest is in its JSON. */
export function saidBriefly({ payload }: StoreEvent): string | undefined {
  if ('amount' in payload) return money(payload.amount, payload.currency)
  if ('totalAmount' in payload) return money(payload.totalAmount, payload.currency)
  if ('shortages' in payload) {
    return payload.shortages
      .map(({ sku, requested, available }) => `${sku}: ${requested} wanted, ${available} left`)
      .join(', ')
  }
  if ('note' in payload) return payload.note
  if ('reason' in payload) return payload.reason
  if ('reservations' in payload) return held(payload.reservations)
  if ('quantity' in payload) return held([payload])
  if ('trackingNumber' in payload) return payload.trackingNumber
  return undefined
}

const held = (lines: { sku: string; quantity: number }[]) =>
  lines.map(({ sku, quantity }) => `${quantity} × ${sku}`).join(', ')

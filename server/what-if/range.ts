import type { RecordedEvent } from '@/server/events'
import { isAsked } from './asks'
import { factsOf } from './facts'
import { goOn, retell, type Story, settle } from './story'
import type { Facts } from './world'

/** A fact that would have been otherwise for all orders of a stretch of time, and the module whose fact it is. */
export type Fact =
  | { kind: 'stock'; sku: string; units: number }
  | { kind: 'charge'; answers: 'CAPTURED' | 'DECLINED' | 'NEVER' }

/** What is left of the fact for the orders that come later: stock is sold once. */
export type Left = { units: number }

export const leftOf = (fact: Fact): Left => ({ units: fact.kind === 'stock' ? fact.units : 0 })

type Reckoned = { real: Story; other: Story; left: Left }

const reserving = ['InventoryReserved', 'InventoryReservationFailed']
const charging = ['PaymentProcessed', 'PaymentFailed']

/**
 * An order as it was and as it would have been. It is told again up to where the fact comes in, and from there on by the rules
 * alone; where it never does both are the same.
 */
export function reckon(record: readonly RecordedEvent[], fact: Fact, left: Left): Reckoned {
  const facts = factsOf(record)
  const real = settle(retell(record, facts), facts)
  const at = record.findIndex(({ eventType }) =>
    (fact.kind === 'stock' ? reserving : charging).includes(eventType),
  )
  const wanted = fact.kind === 'stock' ? wantedOf(record, fact.sku) : 1
  if (at < 0 || wanted === 0) return { real, other: real, left }
  const asks = record
    .slice(at)
    .flatMap((event, n) =>
      isAsked(event.eventType) ? [{ event, after: record[at + n - 1]?.eventType }] : [],
    )
  const other = goOn(retell(record.slice(0, at), facts), { facts: otherwise(facts, fact, left), asks })
  const keeps = ['ACTIVE', 'COMMITTED'].includes(other.world.reservation?.status ?? '')
  return { real, other, left: { units: left.units - (fact.kind === 'stock' && keeps ? wanted : 0) } }
}

function wantedOf([first]: readonly RecordedEvent[], sku: string): number {
  if (first?.eventType !== 'OrderPlaced') return 0
  return first.payload.items.reduce((sum, line) => sum + (line.sku === sku ? line.quantity : 0), 0)
}

function otherwise(facts: Facts, fact: Fact, { units }: Left): Facts {
  if (fact.kind === 'stock') {
    return { ...facts, available: (sku, wanted) => (sku === fact.sku ? units : facts.available(sku, wanted)) }
  }
  const { answers } = fact
  return {
    ...facts,
    charge: answers === 'DECLINED' ? { answers, reason: 'Your card was declined.' } : { answers },
  }
}

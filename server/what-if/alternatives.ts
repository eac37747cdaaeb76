import type { EventType, Module, RecordedEvent } from '@/server/events'
import { DomainError } from '@/server/kernel/errors'
import { isAsked } from './asks'
import { factsOf } from './facts'
import { asked, goOn, type Onward, retell, type Story } from './story'
import type { Facts } from './world'

/** How a fact can be otherwise, as far as the rules know. */
export const alternatives = [
  'no-stock',
  'enough-stock',
  'declined',
  'captured',
  'no-answer',
  'later',
  'left-out',
  'cancelled-here',
] as const
export type Alternative = (typeof alternatives)[number]

/** What the outside would have been like instead. */
const otherwise: Partial<Record<Alternative, (facts: Facts) => Facts>> = {
  'no-stock': (facts) => ({ ...facts, available: () => 0 }),
  'enough-stock': (facts) => ({ ...facts, available: (_, wanted) => wanted }),
  declined: (facts) => ({ ...facts, charge: { answers: 'DECLINED', reason: 'Your card was declined.' } }),
  captured: (facts) => ({ ...facts, charge: { answers: 'CAPTURED' } }),
  'no-answer': (facts) => ({ ...facts, charge: { answers: 'NEVER' } }),
}

/** Which of them there are for a fact of this type. */
const ofOutside: { [T in EventType]?: Alternative[] } = {
  InventoryReserved: ['no-stock'],
  InventoryReservationFailed: ['enough-stock'],
  PaymentProcessed: ['declined', 'no-answer'],
  PaymentFailed: ['captured', 'no-answer'],
  OrderCancelled: ['left-out'],
  ShipmentDispatched: ['left-out'],
  ShipmentDelivered: ['left-out'],
}

/** Whose turn can come later than it did; it makes a difference where somebody asked for something meanwhile. */
const lateModules: { [T in EventType]?: Module } = {
  InventoryReserved: 'inventory',
  InventoryReservationFailed: 'inventory',
  PaymentProcessed: 'payments',
  PaymentFailed: 'payments',
  ShipmentCreated: 'shipments',
}

/** Where a story can be forked: for each of its events, what could have been otherwise. */
export function alternativesOf(record: readonly RecordedEvent[]): Alternative[][] {
  return record.map(({ eventType }, n) => [
    ...(ofOutside[eventType] ?? []),
    ...(lateModules[eventType] && record.slice(n + 1).some((later) => isAsked(later.eventType))
      ? (['later'] as const)
      : []),
    ...(canBeCancelled(record.slice(0, n + 1)) ? (['cancelled-here'] as const) : []),
  ])
}

function canBeCancelled(past: readonly RecordedEvent[]): boolean {
  if (past.some(({ eventType }) => eventType === 'OrderCancelled')) return false
  const story = retell(past, factsOf(past))
  return asked(story, cancel(past)).refused.length === story.refused.length
}

/** An asking of ours, as its event would tell it. */
function cancel(past: readonly RecordedEvent[]): RecordedEvent<'OrderCancelled'> {
  const [first] = past
  if (!first) throw new DomainError('UNPROCESSABLE', 'There is no story to fork')
  return {
    ...first,
    eventType: 'OrderCancelled',
    payload: { orderId: first.lane, reason: 'What if', cancelledBy: 'what-if' },
  } as RecordedEvent<'OrderCancelled'>
}

/** The story as it would have gone, had the n-th event (from 1) been otherwise. What was asked for later is asked for again. */
export function fork(record: readonly RecordedEvent[], at: number, alternative: Alternative): Story {
  const facts = factsOf(record)
  const changed = otherwise[alternative]
  const event = record[at - 1]
  if (!event) throw new DomainError('UNPROCESSABLE', `The story has no event number ${at}`)
  const cancelled = record.slice(0, at - 1).some(({ eventType }) => eventType === 'OrderCancelled')
  const onward: Onward = {
    facts: { ...(changed?.(facts) ?? facts), askedInTime: cancelled && facts.askedInTime },
    asks: [],
  }
  if (alternative === 'cancelled-here') {
    const past = record.slice(0, at)
    const rest = record.slice(at).filter(({ eventType }) => eventType !== 'OrderCancelled')
    return goOn(asked(retell(past, facts), cancel(past)), { ...onward, asks: asksIn(rest, record) })
  }
  const past = retell(record.slice(0, at - 1), facts)
  const rest = record.slice(alternative === 'left-out' ? at : at - 1)
  const late = alternative === 'later' ? lateModules[event.eventType] : undefined
  return goOn(past, { ...onward, asks: asksIn(rest, record), late })
}

/** What people asked for, each after what it came after. */
const asksIn = (rest: readonly RecordedEvent[], record: readonly RecordedEvent[]): Onward['asks'] =>
  rest
    .filter(({ eventType }) => isAsked(eventType))
    .map((event) => ({ event, after: record[record.indexOf(event) - 1]?.eventType }))

import type { DomainEvent, EventType, Module, Payload } from '@/server/events'
import { rules as ofInventory, reserve } from '@/server/modules/inventory/domain/rules'
import { rules as ofOrders } from '@/server/modules/orders/domain/rules'
import { bill, type ChargeOutcome, conclude, isUndoable, undo } from '@/server/modules/payments/domain/rules'
import { rules as ofShipments, pack } from '@/server/modules/shipments/domain/rules'
import {
  type Decided,
  decided,
  type Facts,
  type Has,
  orderIn,
  paymentIn,
  reservationIn,
  shelfOf,
  shipmentIn,
  type World,
} from './world'

type Outside = { facts: Facts; has: Has }
type React<P = never> = (world: World, payload: P, outside: Outside) => Decided

/** What nobody reacts to further: nothing was decided. */
const same = (world: World): Decided => ({ world, said: [] })

/** Each of a module's rules, on what is in the world instead of what is stored. */
const each = <Rule>(rules: Record<string, Rule>, react: (rule: Rule) => React) =>
  Object.fromEntries(Object.entries(rules).map(([eventType, rule]) => [eventType, react(rule)]))

/** The modules' own rules, as their reactions use them: what those load and save is a world here. */
const reactions: Record<Module, Record<string, React>> = {
  orders: each(ofOrders, (rule) => (world, payload) => {
    const order = orderIn(world)
    if (!order) return same(world)
    ;(rule as (held: typeof order, payload: never) => void)(order, payload)
    return decided(world, { order })
  }),

  inventory: {
    OrderPlaced: ((world, payload, { facts }) => {
      const shelf = shelfOf(
        payload.items.map(({ sku, quantity }) => ({
          sku,
          onHand: facts.available(sku, quantity),
          reserved: 0,
        })),
      )
      const reservation = reserve(payload, shelf)
      return decided(world, { reservation }, shelf.values())
    }) satisfies React<Payload<'OrderPlaced'>> as React,
    ...each(ofInventory, (rule) => (world) => {
      const reservation = reservationIn(world)
      if (reservation?.toState().status !== 'ACTIVE') return same(world)
      const held = reservation.lines.map(({ sku, quantity }) => ({
        sku,
        onHand: quantity,
        reserved: quantity,
      }))
      const shelf = shelfOf(held)
      rule({ reservation, shelf })
      return decided(world, { reservation }, shelf.values())
    }),
  },

  payments: {
    OrderConfirmed: ((world, payload, { facts, has }) => {
      const cancelled = has('OrderCancelled') && !facts.askedInTime
      const payment = bill(payload, { begun: paymentIn(world), cancelled })
      if (payment.status !== 'PENDING') return decided(world, { payment })
      const outcome = cancelled ? VOIDED : answerOf(facts)
      if (!outcome) return decided({ ...world, parked: true }, { payment })
      conclude(payment, outcome)
      return decided(world, { payment })
    }) satisfies React<Payload<'OrderConfirmed'>> as React,
    OrderCancelled: (world) => {
      const payment = paymentIn(world)
      if (!payment || !isUndoable(payment)) return same(world)
      undo(payment, payment.status === 'PENDING' ? VOIDED : null)
      return decided(world, { payment })
    },
  },

  shipments: {
    OrderPaid: ((world, payload) => decided(world, { shipment: pack(payload) })) satisfies React<
      Payload<'OrderPaid'>
    > as React,
    ...each(ofShipments, (rule) => (world, payload) => {
      const shipment = shipmentIn(world)
      if (!shipment) return same(world)
      rule(shipment, payload)
      return decided(world, { shipment })
    }),
  },
}

const VOIDED: ChargeOutcome = { status: 'VOIDED' }

function answerOf({ charge }: Facts): ChargeOutcome | undefined {
  if (charge.answers === 'NEVER') return undefined
  return charge.answers === 'CAPTURED'
    ? { status: 'CAPTURED', reference: 'what-if' }
    : { status: 'DECLINED', reason: charge.reason }
}

/** Who reacts to an event, in the order of the cast. */
export const reactorsOf = (eventType: EventType): Module[] =>
  (Object.keys(reactions) as Module[]).filter((module) => eventType in reactions[module])

/** What the module would decide because of the event. */
export function react(module: Module, world: World, event: DomainEvent, outside: Outside): Decided {
  const reaction = reactions[module][event.eventType]
  return reaction ? reaction(world, event.payload as never, outside) : same(world)
}

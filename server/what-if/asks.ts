import type { DomainEvent, EventType } from '@/server/events'
import { type Decided, decided, type Has, nothing, orderIn, placed, shipmentIn, type World } from './world'

type Ask = (world: World, event: never, has: Has) => Decided

const ofOrder =
  <T extends EventType>(
    ask: (order: NonNullable<ReturnType<typeof orderIn>>, payload: DomainEvent<T>['payload']) => void,
  ): Ask =>
  (world, event: DomainEvent<T>) => {
    const order = orderIn(world)
    if (!order) return { world, said: [] }
    ask(order, event.payload)
    return decided(world, { order })
  }

/** What people and programs ask for, told by the event that says that it was done. Nothing else comes from outside. */
const asks: { [T in EventType]?: Ask } = {
  OrderPlaced: (_, event: DomainEvent<'OrderPlaced'>) => ({
    world: { ...nothing, order: placed(event.payload, event.occurredAt) },
    said: [event],
  }),
  OrderCancelled: ofOrder<'OrderCancelled'>((order, { reason, cancelledBy }) =>
    order.cancel(reason, cancelledBy),
  ),
  OrderNoteAdded: ofOrder<'OrderNoteAdded'>((order, { note, by }) => order.addNote(note, by)),
  PersonalDataErased: ofOrder<'PersonalDataErased'>((order, { by }) => order.erasePersonalData(by)),
  ShipmentDispatched: (world, _, has) => {
    const shipment = shipmentIn(world)
    if (!shipment) return { world, said: [] }
    // Whoever sees SHIPPED may dispatch at once, also before the module has heard of it.
    if (has('OrderShipped')) shipment.clear()
    shipment.dispatch()
    return decided(world, { shipment })
  },
  ShipmentDelivered: (world) => {
    const shipment = shipmentIn(world)
    if (!shipment) return { world, said: [] }
    shipment.deliver()
    return decided(world, { shipment })
  },
}

export const isAsked = (eventType: EventType) => eventType in asks

/** Does what was asked for, by the rules. Throws the refusal of whoever may not do it now. */
export function ask(world: World, event: DomainEvent, has: Has): Decided {
  const asked = asks[event.eventType]
  if (!asked) throw new Error(`Nobody asks for ${event.eventType}`)
  return asked(world, event as never, has)
}

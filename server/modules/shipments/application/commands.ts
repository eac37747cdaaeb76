import { hasHappened } from '@/server/platform/event-store'
import { type UnitOfWork, unitOfWork } from '@/server/platform/unit-of-work'
import type { Shipment } from '../domain/shipment'
import { loadShipment, saveShipment } from '../infrastructure/shipment-repository'
import { toView } from './queries'

export const dispatchShipment = (shipmentId: string) =>
  change(shipmentId, async (shipment, { tx }) => {
    // Whoever sees SHIPPED may dispatch at once, also before the module has heard of it.
    if (await hasHappened(tx, shipment.orderId, 'OrderShipped')) shipment.clear()
    shipment.dispatch()
  })

export const deliverShipment = (shipmentId: string) =>
  change(shipmentId, async (shipment) => shipment.deliver())

function change(shipmentId: string, decide: (shipment: Shipment, uow: UnitOfWork) => Promise<void>) {
  return unitOfWork(async (uow) => {
    const shipment = await loadShipment(uow, shipmentId)
    await decide(shipment, uow)
    await saveShipment(uow, shipment)
    return toView(shipment.toState())
  })
}

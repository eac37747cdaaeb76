import { unitOfWork } from '@/server/platform/unit-of-work'
import type { Shipment } from '../domain/shipment'
import { loadShipment, saveShipment } from '../infrastructure/shipment-repository'
import { toView } from './queries'

export const dispatchShipment = (shipmentId: string) => change(shipmentId, (shipment) => shipment.dispatch())

export const deliverShipment = (shipmentId: string) => change(shipmentId, (shipment) => shipment.deliver())

function change(shipmentId: string, decide: (shipment: Shipment) => void) {
  return unitOfWork(async (uow) => {
    const shipment = await loadShipment(uow, shipmentId)
    decide(shipment)
    await saveShipment(uow, shipment)
    return toView(shipment.toState())
  })
}

import { audit } from '@/server/access/audit'
import { hasHappened } from '@/server/platform/event-store'
import { type UnitOfWork, unitOfWork } from '@/server/platform/unit-of-work'
import type { Shipment } from '../domain/shipment'
import { loadShipment, saveShipment } from '../infrastructure/shipment-repository'
import { toDeskView, toView } from './queries'

const steps = {
  dispatch: async (shipment: Shipment, { tx }: UnitOfWork) => {
    // Whoever sees SHIPPED may dispatch at once, also before the module has heard of it.
    if (await hasHappened(tx, shipment.orderId, 'OrderShipped')) shipment.clear()
    return shipment.dispatch()
  },
  deliver: async (shipment: Shipment) => shipment.deliver(),
}

type Step = keyof typeof steps

/** Moves a shipment one step on; `moved` says whether that was still to be done. */
export async function moveShipment(shipmentId: string, step: Step) {
  const { state, moved } = await move(shipmentId, step)
  return { shipment: toDeskView(state), moved }
}

export const dispatchShipment = async (shipmentId: string) =>
  toView((await move(shipmentId, 'dispatch')).state)

export const deliverShipment = async (shipmentId: string) => toView((await move(shipmentId, 'deliver')).state)

function move(shipmentId: string, step: Step) {
  return unitOfWork(async (uow) => {
    const shipment = await loadShipment(uow, shipmentId)
    const { status } = shipment.toState()
    const moved = await steps[step](shipment, uow)
    saveShipment(uow, shipment)
    if (moved) {
      const after = { status: shipment.toState().status }
      const what = { target: `shipment/${shipmentId}`, before: { status }, after }
      uow.save(shipment, audit(`shipments.${step}`, what)(uow.tx))
    }
    return { state: shipment.toState(), moved }
  })
}

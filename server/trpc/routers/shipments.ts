import { z } from 'zod'
import * as shipments from '@/server/modules/shipments'
import { page } from '../page'
import { procedure } from '../trpc'

const shipmentId = z.object({ shipmentId: z.string() })

export const shipmentsRouter = {
  list: procedure
    .input(z.object({ status: z.enum(shipments.shipmentStatuses).optional(), ...page }))
    .query(({ input }) => shipments.listShipments(input)),
  byId: procedure.input(shipmentId).query(({ input }) => shipments.getShipment(input.shipmentId)),
  dispatch: procedure.input(shipmentId).mutation(({ input }) => shipments.dispatchShipment(input.shipmentId)),
  deliver: procedure.input(shipmentId).mutation(({ input }) => shipments.deliverShipment(input.shipmentId)),
}

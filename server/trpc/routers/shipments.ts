import { z } from 'zod'
import { words } from '@/server/kernel/text'
import * as shipments from '@/server/modules/shipments'
import { page } from '../page'
import { procedure } from '../trpc'

const shipmentId = z.strictObject({ shipmentId: z.string() })

export const shipmentsRouter = {
  list: procedure('shipments:read')
    .input(
      z.strictObject({
        text: words(100).optional(),
        status: z.enum(shipments.shipmentStatuses).optional(),
        sort: z.enum(shipments.shipmentSorts).optional(),
        ...page,
      }),
    )
    .query(({ input }) => shipments.listShipments(input)),
  toDispatch: procedure('shipments:read').query(() => shipments.countToDispatch()),
  byId: procedure('shipments:read')
    .input(shipmentId)
    .query(({ input }) => shipments.getShipmentAtDesk(input.shipmentId)),
  dispatch: procedure('shipments:write')
    .input(shipmentId)
    .mutation(({ input }) => shipments.moveShipment(input.shipmentId, 'dispatch')),
  deliver: procedure('shipments:write')
    .input(shipmentId)
    .mutation(({ input }) => shipments.moveShipment(input.shipmentId, 'deliver')),
}

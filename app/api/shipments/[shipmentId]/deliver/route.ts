import { route } from '@/server/http'
import { deliverShipment } from '@/server/modules/shipments'

export const { GET, POST, PUT, PATCH, DELETE } = route<{ shipmentId: string }>({
  POST: ['shipments:write', async (_, { shipmentId }) => Response.json(await deliverShipment(shipmentId))],
})

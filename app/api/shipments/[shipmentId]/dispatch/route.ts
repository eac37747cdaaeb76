import { route } from '@/server/http'
import { dispatchShipment } from '@/server/modules/shipments'

export const { GET, POST, PUT, PATCH, DELETE } = route<{ shipmentId: string }>({
  POST: ['shipments:write', async (_, { shipmentId }) => Response.json(await dispatchShipment(shipmentId))],
})

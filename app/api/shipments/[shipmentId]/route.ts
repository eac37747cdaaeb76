import { route } from '@/server/http'
import { getShipment } from '@/server/modules/shipments'

export const { GET, POST, PUT, PATCH, DELETE } = route<{ shipmentId: string }>({
  GET: ['shipments:read', async (_, { shipmentId }) => Response.json(await getShipment(shipmentId))],
})

import { operation, route } from '@/server/http'
import { getShipment, ShipmentView } from '@/server/modules/shipments'

export const { GET, POST, PUT, PATCH, DELETE } = route<{ shipmentId: string }>({
  GET: [
    'shipments:read',
    operation({ id: 'getShipment', summary: 'One shipment', answers: { 200: ShipmentView } }, ({ params }) =>
      getShipment(params.shipmentId),
    ),
  ],
})

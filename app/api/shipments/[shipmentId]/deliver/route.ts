import { operation, route } from '@/server/http'
import { deliverShipment, ShipmentView } from '@/server/modules/shipments'

export const { GET, POST, PUT, PATCH, DELETE } = route<{ shipmentId: string }>({
  POST: [
    'shipments:write',
    operation(
      {
        id: 'deliverShipment',
        summary: 'Say that a shipment has arrived',
        description: 'Possible once it has left. Asked again it answers the same.',
        answers: { 200: ShipmentView },
        refusals: { 409: ['conflict'] },
      },
      ({ params }) => deliverShipment(params.shipmentId),
    ),
  ],
})

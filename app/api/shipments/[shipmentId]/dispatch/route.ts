import { operation, route } from '@/server/http'
import { dispatchShipment, ShipmentView } from '@/server/modules/shipments'

export const { GET, POST, PUT, PATCH, DELETE } = route<{ shipmentId: string }>({
  POST: [
    'shipments:write',
    operation(
      {
        id: 'dispatchShipment',
        summary: 'Say that a shipment has left',
        description: 'Possible once its order is SHIPPED. Asked again it answers the same.',
        answers: { 200: ShipmentView },
        refusals: { 409: ['conflict'] },
      },
      ({ params }) => dispatchShipment(params.shipmentId),
    ),
  ],
})

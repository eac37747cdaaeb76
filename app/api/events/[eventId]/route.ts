import { EventView } from '@/server/event-view'
import { operation, route } from '@/server/http'
import { getEvent } from '@/server/platform/event-store'

export const { GET, POST, PUT, PATCH, DELETE } = route<{ eventId: string }>({
  GET: [
    'events:read',
    operation({ id: 'getEvent', summary: 'One event', answers: { 200: EventView } }, ({ params }) =>
      getEvent(params.eventId),
    ),
  ],
})

import { route } from '@/server/http'
import { getEvent } from '@/server/platform/event-store'

export const { GET, POST, PUT, PATCH, DELETE } = route<{ eventId: string }>({
  GET: ['events:read', async (_, { eventId }) => Response.json(await getEvent(eventId))],
})

import { z } from 'zod'
import {
  createEndpoint,
  EndpointChanges,
  editEndpoint,
  endOldSecret,
  NewEndpoint,
  pauseEndpoint,
  Rotation,
  removeEndpoint,
  resumeEndpoint,
  rotateSecret,
} from '@/server/webhooks/endpoints'
import { DeliveryFilter, getEndpoint, listDeliveries, listEndpoints } from '@/server/webhooks/queries'
import { Resending, resend, resendFailed, sendTest } from '@/server/webhooks/resend'
import { onwards, page } from '../page'
import { procedure } from '../trpc'

const one = z.strictObject({ id: z.uuid() })
const delivery = one.extend({ eventId: z.uuid() })

export const webhooksRouter = {
  list: procedure('webhooks:read').query(() => listEndpoints()),
  byId: procedure('webhooks:read')
    .input(one)
    .query(({ input }) => getEndpoint(input.id)),
  deliveries: procedure('webhooks:read')
    .input(one.extend({ ...DeliveryFilter, ...page, ...onwards }))
    .query(({ input: { id, direction: _, ...filter } }) => listDeliveries(id, filter)),
  create: procedure('webhooks:write')
    .input(NewEndpoint)
    .mutation(({ input }) => createEndpoint(input)),
  edit: procedure('webhooks:write')
    .input(one.extend(EndpointChanges.shape))
    .mutation(({ input: { id, ...changes } }) => editEndpoint(id, changes)),
  remove: procedure('webhooks:write')
    .input(one)
    .mutation(({ input }) => removeEndpoint(input.id)),
  pause: procedure('webhooks:write')
    .input(one)
    .mutation(({ input }) => pauseEndpoint(input.id)),
  resume: procedure('webhooks:write')
    .input(one)
    .mutation(({ input }) => resumeEndpoint(input.id)),
  rotate: procedure('webhooks:write')
    .input(one.extend(Rotation.shape))
    .mutation(({ input: { id, ...rotation } }) => rotateSecret(id, rotation)),
  endOldSecret: procedure('webhooks:write')
    .input(one)
    .mutation(({ input }) => endOldSecret(input.id)),
  test: procedure('webhooks:write')
    .input(one)
    .mutation(({ input }) => sendTest(input.id)),
  resend: procedure('webhooks:write')
    .input(delivery)
    .mutation(({ input }) => resend(input.id, input.eventId)),
  resendFailed: procedure('webhooks:write')
    .input(one.extend(Resending.shape))
    .mutation(({ input: { id, ...since } }) => resendFailed(id, since)),
}

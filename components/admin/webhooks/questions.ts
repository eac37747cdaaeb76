import type { Outputs } from '@/components/trpc-provider'
import { oneOf, readParams, type SearchParams, uuid } from '@/components/url-params'

export type Endpoint = Outputs['webhooks']['list'][number]
export type EndpointDetail = Outputs['webhooks']['byId']
export type Delivery = Outputs['webhooks']['deliveries']['items'][number]
export type TestAnswer = Outputs['webhooks']['test']

export const webhookParams = (params: SearchParams) =>
  readParams(params, { endpoint: uuid, show: oneOf(['not-arrived'] as const), cursor: uuid })

export type WebhookFilters = ReturnType<typeof webhookParams>['filters']

/** The page asks on the server and the list in the browser: the question is the same. */
export const deliveriesAsked = (id: string, { show, cursor }: WebhookFilters) => ({
  id,
  status: show && ('NOT_ARRIVED' as const),
  cursor,
  limit: 25,
})

/** What the drawer shows, as it stands in the address. */
export const openForm = oneOf(['new', 'edit'] as const)

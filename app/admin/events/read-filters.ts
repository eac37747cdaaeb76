import { readParams, type SearchParams, uuid, whole } from '@/components/url-params'
import { eventQuery } from '@/server/event-query'
import { time } from '@/server/kernel/text'
import { fits } from '../fits'

/** Each by the rule by which the API reads it. */
const rules = {
  view: fits(eventQuery.view),
  eventType: fits(eventQuery.eventType),
  module: fits(eventQuery.module),
  orderId: fits(eventQuery.orderId),
  aggregateId: fits(eventQuery.aggregateId),
  contains: fits(eventQuery.contains),
  within: fits(eventQuery.within),
  from: fits(time),
  to: fits(time),
  cursor: whole,
  event: uuid,
}

/** What the address narrows the log to, and what of it cannot be; of a search in payloads also why. */
export function readEventFilters(params: SearchParams) {
  const { filters, ignored } = readParams(params, rules)
  const { event, ...rest } = filters
  const contains = eventQuery.contains.safeParse([params.contains].flat()[0])
  return {
    filters: rest,
    ignored: ignored.map((name) =>
      name === 'contains' ? `contains (${contains.error?.issues[0]?.message})` : name,
    ),
  }
}

import type { Inputs } from '@/components/trpc-provider'
import { address } from './url'

type Asked = Inputs['events']['list']

/** What the log is narrowed to, as it stands in the address; times in ISO 8601, as the API takes them. */
export type EventFilters = Pick<
  Asked,
  'eventType' | 'aggregateId' | 'orderId' | 'module' | 'view' | 'within' | 'contains'
> & { from?: string; to?: string; cursor?: string }

// The page asks on the server and the list asks in the browser: both take the question from here, so that it is the same.

export const eventsAsked = ({ cursor, ...filters }: EventFilters) => ({
  ...newEventsAsked(filters),
  cursor: cursor ? Number(cursor) : undefined,
  limit: 50,
})

export const newEventsAsked = ({ cursor, from, to, ...filters }: EventFilters) => ({
  ...filters,
  from: from ? new Date(from) : undefined,
  to: to ? new Date(to) : undefined,
})

export const isNarrowed = ({ cursor, ...filters }: EventFilters) => Object.values(filters).some(Boolean)

/** Whether nothing can come in any more: an older page, or a time that is over. */
export const isOver = ({ cursor, to }: EventFilters) =>
  Boolean(cursor) || Boolean(to && Date.parse(to) < Date.now())

export const exportAddress = (format: 'ndjson' | 'csv', { cursor, ...filters }: EventFilters) =>
  address('/api/events/export', { format, ...filters })

/** The call of the API that gives the same events: its list where that has all the filters, else its export. */
export function apiAddress(filters: EventFilters): string {
  const { cursor, module, view, within, contains, ...known } = filters
  if (module || view || within || contains) return exportAddress('ndjson', filters)
  return address('/api/events', { ...known, cursor })
}

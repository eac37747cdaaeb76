import { z } from 'zod'
import { eventTypes } from '../events'

/** Whether an event is asked for by a filter: by its name, or by how it begins (`Order*`). */
const fits = (filter: string, eventType: string) =>
  filter.endsWith('*') ? eventType.startsWith(filter.slice(0, -1)) : eventType === filter

/** What an endpoint asks for. One that no event can ever fit is a mistake, and is named. */
const Filter = z.string().superRefine((filter, context) => {
  if (eventTypes.some((eventType) => fits(filter, eventType))) return
  context.addIssue(
    `no event fits ${JSON.stringify(filter.slice(0, 100))}: write a type such as OrderPlaced, or how some begin, such as Order*`,
  )
})

export const Filters = z
  .array(Filter)
  .min(1, 'must have at least one filter; * is for all events')
  .max(50, 'must have at most 50 filters')
  .transform((filters) => [...new Set(filters)])

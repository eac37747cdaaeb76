import { z } from 'zod'
import { eventTypes, moduleNames } from './events'
import { line } from './kernel/text'
import { eventViews, timeSpans } from './platform/event-filter'
import { parseContains } from './platform/event-payloads'

const keysOf = <Name extends string>(of: Record<Name, unknown>) => Object.keys(of) as [Name, ...Name[]]

/** `key: value` pairs, as people type them. */
const contains = line(500).transform((text, context) => {
  try {
    return parseContains(text)
  } catch (error) {
    context.addIssue((error as Error).message)
    return z.NEVER
  }
})

/** How the log is filtered from outside, without its times, which HTTP and the screens write differently. */
export const eventQuery = {
  eventType: z.enum(eventTypes).optional(),
  aggregateId: line(100).optional(),
  orderId: line(100).optional(),
  module: z.enum(moduleNames).optional(),
  view: z.enum(keysOf(eventViews)).optional(),
  within: z.enum(keysOf(timeSpans)).optional(),
  contains: contains.optional(),
}

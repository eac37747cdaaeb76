import { z } from 'zod'
import { contract, type EventType, eventTypes, type RecordedEvent } from './events'

/** Who an event is about, and where it stands in the log and in its story. */
export const place = {
  eventId: z.uuid(),
  aggregateId: z.string(),
  aggregateType: z.string(),
  version: z.int().describe('Schema version in which the payload was written; it is shown as one of today.'),
  position: z.int().describe('Order of storing, over the whole log; has gaps.'),
  lane: z
    .string()
    .describe(
      'The story in which order is kept: the orderId, or the aggregateId of what belongs to no order.',
    ),
  sequence: z.int().describe('1, 2, 3… within the lane, without a gap.'),
  correlationId: z.string(),
  causationId: z.uuid().nullable().describe('The event that caused it; null when a person or program asked.'),
}

const viewOf = (eventType: EventType) =>
  z
    .object({ eventType: z.literal(eventType), occurredAt: z.date(), ...place, payload: contract[eventType] })
    .meta({ id: eventType })

type View = ReturnType<typeof viewOf>

/** An event of the log as it is told to others. */
export const EventView = z
  .discriminatedUnion('eventType', eventTypes.map(viewOf) as [View, ...View[]])
  .meta({ id: 'Event' }) as z.ZodType<RecordedEvent>

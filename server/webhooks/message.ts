import type { events } from '../platform/tables'

/**
 * What an endpoint is told: made of the stored event alone, as it is stored, so that every try of it sends the same bytes.
 * Only what erases a customer changes them.
 */
export function messageOf(stored: typeof events.$inferSelect): string {
  const { eventId, eventType, occurredAt, aggregateType, aggregateId, lane, sequence, version } = stored
  const { position, correlationId, causationId, payload } = stored
  return JSON.stringify({
    type: eventType,
    timestamp: occurredAt.toISOString(),
    data: {
      eventId,
      aggregateType,
      aggregateId,
      lane,
      sequence,
      position,
      correlationId,
      causationId,
      version,
      payload,
    },
  })
}

/** What is sent to see whether it arrives. No such event is in the log. */
export const testMessage = (endpointId: string, name: string) =>
  JSON.stringify({
    type: 'webhook.test',
    timestamp: new Date().toISOString(),
    data: { endpointId, says: `This is a test of the endpoint ${name}` },
  })

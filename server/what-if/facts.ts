import type { EventType, RecordedEvent } from '@/server/events'
import type { Facts } from './world'

/** The first event of this type on record. */
const find = <T extends EventType>(record: readonly RecordedEvent[], eventType: T) =>
  record.find((event) => event.eventType === eventType) as RecordedEvent<T> | undefined

/** What the outside was like, as far as the record tells: there was enough of what was not short. */
export function factsOf(record: readonly RecordedEvent[]): Facts {
  const shortages = find(record, 'InventoryReservationFailed')?.payload.shortages ?? []
  const captured = find(record, 'PaymentProcessed')
  const declined = find(record, 'PaymentFailed')
  const answered = captured ?? declined
  return {
    available: (sku, wanted) => shortages.find((each) => each.sku === sku)?.available ?? wanted,
    charge: captured
      ? { answers: 'CAPTURED' }
      : declined
        ? { answers: 'DECLINED', reason: declined.payload.reason }
        : { answers: 'NEVER' },
    askedInTime:
      !!answered && answered.sequence > (find(record, 'OrderCancelled')?.sequence ?? Number.MAX_VALUE),
  }
}

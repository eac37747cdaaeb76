import { type DomainEvent, type EventType, type Payload, schemaVersion } from '@/server/events'
import { newId } from './id'

/** Something that keeps its own rules and remembers, as events, what it decided. */
export abstract class Aggregate {
  /** Written out, never taken from the class: a production build renames classes. */
  protected abstract readonly type: string
  #pending: DomainEvent[] = []

  protected constructor(readonly id: string) {}

  /** What was decided since the aggregate was made or loaded. */
  getDomainEvents(): readonly DomainEvent[] {
    return [...this.#pending]
  }

  /** Called once the events are stored. */
  clearDomainEvents() {
    this.#pending = []
  }

  /**
   * Answers the event's id, by which what it tells can point to it. Position, sequence and cause are the event store's
   * business: it adds them when it appends.
   */
  protected record<T extends EventType>(eventType: T, payload: Payload<T>): string {
    const event = {
      eventId: newId(),
      eventType,
      aggregateId: this.id,
      aggregateType: this.type,
      occurredAt: new Date(),
      payload,
      version: schemaVersion(eventType),
    }
    this.#pending.push(event as DomainEvent)
    return event.eventId
  }
}

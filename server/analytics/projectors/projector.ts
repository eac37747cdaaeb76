import type { EventType, RecordedEvent } from '@/server/events'

/** What an event adds to one row of a read model: a row is a whole number under a time and a name. */
export type Add = { at: Date; of: string; by: number }

/** What a projector makes of an event. A note is for itself: it is told it again with what comes later in the lane. */
export type Made<Note> = { add?: Add[]; note?: Note | null }

type On<Note> = { [T in EventType]?: (event: RecordedEvent<T>, note: Note | undefined) => Made<Note> }

/**
 * How a read model comes from the log. Pure functions: they are given an event and their own note, and what they answer is
 * data and no promise, so that there is nothing by which they could reach outside, and nothing to wait for. Each event comes
 * once, in commit order.
 */
export type Projector = { readonly on: On<Json> }

// biome-ignore lint/suspicious/noExplicitAny: `noting` ties the notes of a projector together; between two events they are JSON.
type Json = any

/** A projector with notes of one kind. */
export const noting = <Note>(on: On<Note>): On<Json> => on

/** How finely a model keeps its times, and what one may ask for instead: all of what is asked for in one. */
type Grain = 'hour' | 'day'
export type Slot = Grain | 'range'

/** A row as it is asked for: what is kept, summed up in the slots of the question. */
export type Row = { at: Date; of: string; value: number }

export type ReadModel<Item = unknown> = Projector & {
  /** For people: what its rows say. */
  readonly says: string
  readonly grain: Grain
  /** What its rows come to, in the order of their times. */
  readonly answer: (rows: Row[]) => Item[]
}

const HOUR_MS = 3_600_000

/** Hours and days are UTC's. */
export const hourOf = (at: Date) => new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS)
export const dayOf = (at: Date) => new Date(Math.floor(at.getTime() / (24 * HOUR_MS)) * 24 * HOUR_MS)

/** The rows of each slot, by their names. */
export function bySlot(rows: Row[]): { at: Date; values: Map<string, number> }[] {
  const slots = new Map<number, { at: Date; values: Map<string, number> }>()
  for (const { at, of, value } of rows) {
    const slot = slots.get(at.getTime()) ?? { at, values: new Map() }
    slots.set(at.getTime(), slot)
    slot.values.set(of, (slot.values.get(of) ?? 0) + value)
  }
  return [...slots.values()]
}

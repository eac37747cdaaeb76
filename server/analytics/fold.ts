import type { EventType, RecordedEvent } from '@/server/events'
import type { Add, Projector } from './projectors/projector'

/** What a batch of events comes to: as few rows as there are to be written, and the notes that are different now. */
export type Folded = { add: Add[]; notes: Map<string, unknown> }

/** Takes a batch in, in memory. `known` are the notes that there were of its lanes; a note that is null is over. */
export function fold(
  { on }: Projector,
  events: readonly RecordedEvent[],
  known: ReadonlyMap<string, unknown>,
): Folded {
  const add = new Map<string, Add>()
  const notes = new Map<string, unknown>()
  for (const event of events) {
    const project = on[event.eventType as EventType] as
      | ((event: RecordedEvent, note: unknown) => Made)
      | undefined
    if (!project) continue
    const { lane } = event
    const made = project(event, (notes.has(lane) ? notes.get(lane) : known.get(lane)) ?? undefined)
    for (const { at, of, by } of made.add ?? []) {
      const key = `${at.getTime()} ${of}`
      const row = add.get(key) ?? { at, of, by: 0 }
      add.set(key, { at, of, by: row.by + by })
    }
    if (made.note !== undefined) notes.set(lane, made.note)
  }
  // What came and went within the batch was never anywhere.
  for (const [lane, note] of notes) if (note === null && !known.has(lane)) notes.delete(lane)
  return { add: [...add.values()], notes }
}

type Made = { add?: Add[]; note?: unknown }

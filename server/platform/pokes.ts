import type { EventType } from '@/server/events'
import { processWide } from './process-wide'

/** Says that a delivery is due. Ids only: no address leaves the database. A lost or doubled one does no harm. */
export type Poke = {
  /** Transport id: Inngest ignores one that it saw in the last 24 hours, so a redrive needs a fresh one. */
  id: string
  eventId: string
  eventType: EventType
  /** The endpoint that is to be told; without one it is for all modules that react. */
  to?: string
  lane: string
  sequence: number
}

/** The road that pokes take: the embedded engine's queue, or an Inngest server. */
type Road = (pokes: Poke[]) => void

const road = processWide<Road>('pokes')

/** Answers the road that was taken before. */
export function takeRoad(chosen: Road | undefined): Road | undefined {
  const before = road.get()
  road.set(chosen)
  return before
}

/** Never waits and never fails: what is not heard is found by the sweep. */
export function poke(pokes: Poke[]) {
  if (pokes.length > 0) road.get()?.(pokes)
}

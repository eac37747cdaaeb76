import type { Head } from './deliveries'
import { processWide } from './process-wide'

/**
 * Where a piece of work can be disturbed, on purpose and from outside: the fault lab and the campaign do; nothing else.
 * A command has only the two around its commit.
 */
export type FaultPoint =
  | 'before claim'
  | 'after claim'
  | 'before commit'
  | 'after commit'
  | 'before call'
  | 'after call'

/** What is being worked on; null is a command. */
export type Work = Pick<Head, 'eventId' | 'eventType' | 'module' | 'lane' | 'attempts' | 'redrives'> | null

/** What happens at the points: it may throw, wait, or end the process. */
export type Disturbance = (point: FaultPoint, work: Work) => Promise<void>

const disturbance = processWide<Disturbance>('disturbance')

/** From now on the work of this process is disturbed so; undefined ends it. */
export function disturb(by: Disturbance | undefined) {
  disturbance.set(by)
}

/** Passes a point. Undisturbed, as everywhere but in tests, it costs nothing. */
export function pass(point: FaultPoint, work: Work): Promise<void> | undefined {
  return disturbance.get()?.(point, work)
}

import type { EventType } from '@/server/events'
import type { Aggregate } from '@/server/kernel/aggregate'
import { announceCommit } from './commits'
import { type Database, transaction } from './database/connect'
import type { Write } from './database/prepared'
import { type Appended, appendAll, type Cause, type Stored } from './event-store'
import { pass } from './fault-points'
import { answerOnce, type Once } from './idempotency'
import { countStored } from './metrics'
import { poke } from './pokes'
import { processWide } from './process-wide'
import { now, tellCommand } from './spans'

/** One transaction: what it changes, the history of that, and whom it concerns are stored together or not at all. */
export type UnitOfWork = {
  readonly tx: Database
  /**
   * Has the aggregate's state written, and the events that it recorded stored, when the work is done: all of it is sent in
   * one go, for each round trip is waited for. What was saved is therefore not to be read again in the same work.
   */
  save(aggregate: Aggregate, ...writes: Write[]): void
}

/** What is to be written beside the work of somebody who need not know why. */
export type Beside = (tx: Database) => Write

/** What a reaction answers that has nothing to do, so that the delivery's receipt can say why. */
export class Ignored {
  constructor(readonly why: string) {}
}

const reactors = processWide<Map<EventType, string[]>>('reactors')

/** Tells the unit of work which modules react to what. Once per process, at boot. */
export function enlist(modules: Record<string, { reactions: Partial<Record<EventType, unknown>> }>) {
  const map = new Map<EventType, string[]>()
  for (const [module, { reactions }] of Object.entries(modules)) {
    for (const eventType of Object.keys(reactions) as EventType[]) {
      map.set(eventType, [...(map.get(eventType) ?? []), module])
    }
  }
  reactors.set(map)
}

/** The modules that react to an event of this type. */
export function reactorsOf(eventType: EventType): string[] {
  const known = reactors.get()
  // Without the map events would be stored that nobody ever hears of.
  if (!known) throw new Error('No module is enlisted yet: boot() comes first')
  return known.get(eventType) ?? []
}

/**
 * Runs a command in a unit of work of its own, and pokes those whom its events concern once it is committed. With an
 * idempotency key the command has its effect once, and its answer is kept in the same transaction.
 */
export async function unitOfWork<T>(work: (uow: UnitOfWork) => Promise<T>, once?: Once): Promise<T> {
  const beganAt = now()
  const { result, stored } = await transaction(async (tx) => {
    const performed = await perform(tx, null, once ? (uow) => answerOnce(tx, once, () => work(uow)) : work)
    await pass('before commit', null)
    return performed
  })
  tellCommand(stored, beganAt)
  await pass('after commit', null)
  publish(stored)
  return result
}

/**
 * The body of a unit of work, in a transaction that the caller opened. With a cause, its delivery to the module is
 * finished too. The caller publishes after its commit.
 */
export async function perform<T>(
  tx: Database,
  cause: Cause | null,
  work: (uow: UnitOfWork) => Promise<T>,
): Promise<{ result: T } & Appended> {
  const part = await carryOut(tx, cause, work)
  const [{ stored, more } = { stored: [], more: false }] = await conclude(tx, [part])
  return { result: part.result, stored, more }
}

/** A piece of work whose writes are on their way, and whose events wait to be stored. */
export type Part<T = unknown> = {
  cause: Cause | null
  result: T
  changed: Set<Aggregate>
  written: Promise<unknown>[]
}

/** Does a piece of work and sends what it writes. Nobody waits for that: what is asked after it is answered after it. */
export async function carryOut<T>(
  tx: Database,
  cause: Cause | null,
  work: (uow: UnitOfWork) => Promise<T>,
): Promise<Part<T>> {
  const changed = new Set<Aggregate>()
  const writes: Write[] = []
  const result = await work({
    tx,
    save: (aggregate, ...its) => {
      changed.add(aggregate)
      writes.push(...its)
    },
  })
  const written = writes.map(async (write) => write.execute())
  // Whoever concludes hears of it; a fault that nobody listens to yet would end the process.
  for (const each of written) each.catch(() => {})
  return { cause, result, changed, written }
}

/**
 * Stores the events of some pieces of work in one go, and finishes what they reacted to, which one module did. `beside` is
 * what was sent with them.
 */
export async function conclude(tx: Database, parts: Part[], beside?: Promise<unknown>): Promise<Appended[]> {
  const said = parts.map(({ cause, changed, result }) => ({
    recorded: [...changed].flatMap((aggregate) => aggregate.getDomainEvents()),
    cause: cause && { ignored: result instanceof Ignored ? result.why : undefined, ...cause },
  }))
  const appended = appendAll(tx, said, reactorsOf)
  await answersTo<unknown>([...parts.flatMap(({ written }) => written), Promise.resolve(beside), appended])
  for (const { changed } of parts) for (const aggregate of changed) aggregate.clearDomainEvents()
  return appended
}

/**
 * The answers to all that was asked at once in a transaction. Throws when all have answered, for nothing may be asked of a
 * transaction that was given up; and the first fault of those, in their order, for whatever stands behind it is refused
 * because of it.
 */
export async function answersTo<T>(asked: Promise<T>[]): Promise<T[]> {
  for (const answer of await Promise.allSettled(asked)) if (answer.status === 'rejected') throw answer.reason
  return Promise.all(asked)
}

/** After the commit: wakes who follows the log, and pokes who reacts. */
export function publish(stored: Stored[]) {
  if (stored.length === 0) return
  countStored(stored)
  announceCommit()
  poke(
    stored
      .filter(({ reactors }) => reactors.length > 0)
      .map(({ reactors: _, ...event }) => ({ ...event, id: event.eventId })),
  )
}

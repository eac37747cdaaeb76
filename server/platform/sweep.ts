import { type SQL, sql } from 'drizzle-orm'
import { type Database, db } from './database/connect'
import { log } from './log'
import type { Poke } from './pokes'
import { toModule } from './whose'

/** A poke that is needed again, and the only module that still has to hear it. */
export type Due = { module: string; poke: Poke }

/**
 * Finds what is due and unclaimed, and has to be poked again: a poke was lost, or a process died. What is locked is being
 * worked on and passed over.
 *
 * @param graceMs how long a delivery may be due before its poke counts as lost.
 */
export const sweep = (graceMs: number, limit = 1_000): Promise<Due[]> =>
  takeDue(db(), { which: ofModules, graceMs, limit })

/** The same of one lane, and of all that is due there now: for a person who does not wait until it counts as lost. */
export const sweepLane = (tx: Database, lane: string): Promise<Due[]> =>
  takeDue(tx, { which: sql`lane = ${lane} and ${ofModules}`, graceMs: 0, limit: 1_000 })

const ofModules = toModule(sql`module`)

type Take = {
  /** Which of the deliveries, and for each of what, if not for all of them together; so many at most. */
  which: SQL
  each?: SQL
  graceMs: number
  limit: number
}

export async function takeDue(tx: Database, { which, each, graceMs, limit }: Take): Promise<Due[]> {
  const { rows } = (await tx.execute(sql`
    update log.deliveries set swept = swept + 1
    where (event_id, module) in (
      select found.event_id, found.module from ${each ?? sql`(values (1)) as one`} cross join lateral (
        select event_id, module from log.deliveries due
        where ${which} and status = 'PENDING'
          and next_attempt_at <= clock_timestamp() - ${graceMs} * interval '1 ms'
          and (claimed_until is null or claimed_until < clock_timestamp())
          and not exists (
            select from log.deliveries earlier
            where earlier.lane = due.lane and earlier.module = due.module and earlier.sequence < due.sequence
              and earlier.status in ('PENDING', 'DEAD'))
        order by next_attempt_at limit ${limit}
        for update skip locked) found)
    returning event_id as "eventId", event_type as "eventType", module, lane, sequence, redrives, attempts, swept
  `)) as unknown as { rows: (Poke & { module: string; redrives: number; attempts: number; swept: number })[] }
  return rows.map(({ module, redrives, attempts, swept, ...due }) => ({
    module,
    poke: { ...due, id: `${due.eventId}:${module}:${redrives}:${attempts}:${swept}` },
  }))
}

/** What a module looks for now and then by itself, as often as anybody likes and from several processes at once. */
export type Sweeping = Record<string, { reactions?: object; sweep?: () => Promise<void> }>

/** Each module's own sweep. One that fails keeps no other back, and comes again. */
export async function sweepModules(modules: Sweeping) {
  await Promise.all(
    Object.entries(modules).map(([module, { sweep }]) =>
      sweep?.().catch((error) =>
        log.warn({ module, error }, 'The sweep of a module failed and will be repeated'),
      ),
    ),
  )
}

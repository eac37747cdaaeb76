import { sql } from 'drizzle-orm'
import type { Database } from '../database/connect'
import type { Poke } from '../pokes'
import type { Use } from './take'

/** The delivery that a use is about, unless somebody has reported on its try in the meantime. */
const sameTry = sql`d.event_id = u.event_id and d.module = u.module and d.redrives = u.redrives
  and d.attempts = u.attempt - 1 and d.status = 'PENDING'`

/**
 * Has the delivery come due later, as a failed try would: nobody waits with a lane or a connection in his hands, and a
 * process that ends meanwhile takes nothing with it. Answers false when the time is over.
 */
export async function postpone(database: Database, { useId, ruleId }: Use): Promise<boolean> {
  // The rule's lock: whoever removes it finds what it has postponed.
  const { rows } = (await database.execute(sql`
    update log.deliveries d set next_attempt_at = u.at + u.delay_ms * interval '1 ms'
    from fault_lab.uses u, (select from fault_lab.rules where rule_id = ${ruleId} for key share) rule
    where u.use_id = ${useId} and u.at + u.delay_ms * interval '1 ms' > clock_timestamp() and ${sameTry}
    returning d.event_id
  `)) as unknown as { rows: unknown[] }
  return rows.length > 0
}

/** What removed rules had postponed is due at once; the caller pokes it after the commit. */
export async function hasten(tx: Database, ruleIds: string[]): Promise<Poke[]> {
  if (ruleIds.length === 0) return []
  const { rows } = (await tx.execute(sql`
    update log.deliveries d set next_attempt_at = clock_timestamp() from fault_lab.uses u
    where u.rule_id in ${ruleIds} and u.effect = 'DELAY' and d.next_attempt_at > clock_timestamp() and ${sameTry}
    returning d.event_id as "eventId", d.event_type as "eventType", d.lane, d.sequence,
      concat_ws(':', d.event_id, d.module, d.redrives, d.attempts, 'hastened', u.use_id) as id
  `)) as unknown as { rows: Poke[] }
  return rows
}

import { sql } from 'drizzle-orm'
import { db } from './database/connect'
import { toModule } from './whose'

/** How the deliveries to modules stand, for health and overview. What is parked behind a dead letter waits, but is not overdue. */
export async function deliveryStatus() {
  const { rows } = (await db().execute(sql`
    select count(*) filter (where d.status = 'PENDING')::int as waiting,
      count(*) filter (where d.status = 'DEAD')::int as dead,
      count(*) filter (where d.status = 'PENDING' and ahead.lane is not null)::int as parked,
      coalesce(extract(epoch from clock_timestamp() - min(d.next_attempt_at) filter (
        where d.status = 'PENDING' and ahead.lane is null and d.next_attempt_at <= clock_timestamp())), 0)::float8
        as "oldestDueSeconds"
    from log.deliveries d
    left join (
      select lane, module, min(sequence) as sequence from log.deliveries where status = 'DEAD' group by lane, module
    ) ahead on ahead.lane = d.lane and ahead.module = d.module and ahead.sequence < d.sequence
    where d.status in ('PENDING', 'DEAD') and ${toModule(sql`d.module`)}
  `)) as unknown as { rows: [{ waiting: number; dead: number; parked: number; oldestDueSeconds: number }] }
  return rows[0]
}

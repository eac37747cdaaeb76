import { db } from '../platform/database/connect'
import { execute } from '../platform/database/prepared'
import { type Poke, poke } from '../platform/pokes'
import { fanOut } from './fan-out'

/** What has been due for so long was not poked, or not heard, unless there is much to do. */
const GRACE_MS = 2_000
/** Of each endpoint, so that one that has much to be told does not stand before the others. */
const LIMIT_EACH = 100

type Due = Poke & { module: string; redrives: number; attempts: number; swept: number }

/** Hands out what nobody did yet, and pokes what is due to endpoints and that nobody is at. */
export async function sweep(): Promise<void> {
  await fanOut()
  const rows = await execute<Due>(db(), SWEEP, [GRACE_MS, LIMIT_EACH])
  poke(
    rows.map(({ module, redrives, attempts, swept, ...due }) => ({
      ...due,
      to: module,
      id: `${due.eventId}:${module}:${redrives}:${attempts}:${swept}`,
    })),
  )
}

const SWEEP = `
  update log.deliveries set swept = swept + 1
  where (event_id, module) in (
    select due.event_id, due.module
    from webhooks.endpoints e cross join lateral (
      select event_id, module from log.deliveries due
      where module = 'webhook:' || e.id and module like 'webhook:%' and status = 'PENDING'
        and next_attempt_at <= clock_timestamp() - $1::float8 * interval '1 ms'
        and (claimed_until is null or claimed_until < clock_timestamp())
        and not exists (
          select from log.deliveries earlier
          where earlier.lane = due.lane and earlier.module = due.module and earlier.sequence < due.sequence
            and earlier.status in ('PENDING', 'DEAD'))
      order by next_attempt_at limit $2::int
      for update skip locked
    ) due
    where e.status = 'ON')
  returning event_id as "eventId", event_type as "eventType", module, lane, sequence, redrives, attempts, swept`

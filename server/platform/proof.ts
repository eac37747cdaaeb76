import { type SQL, sql } from 'drizzle-orm'
import { minorDigits } from '@/server/kernel/money'
import type { Database } from './database/connect'

/** Why a promise for quiet times is not asked of something yet: it moves, a dead letter holds it, somebody gave it up. */
type Excuse = 'moving' | 'dead' | 'discarded'

/** The first that broke the promise, and where to look. */
type Offender = { says: string; orderId?: string; eventId?: string; sku?: string }

export type Finding = {
  checked: number
  /** Not counted, because for them the promise cannot be kept yet. */
  excused: Record<Excuse, number>
  violations: number
  first: Offender | null
}

/** One promise of the system, and the query that looks whether it was ever broken. */
export type Proof = {
  id: `V${number}`
  /** The promise, for people. */
  says: string
  /** What is counted. */
  of: string
  run: (tx: Database) => Promise<Finding>
}

type Row = Record<Excuse, number> & { checked: number; violations: number; first: string | null }

/**
 * Judges rows of `fault` (broken, whatever else holds), `soft` (broken, unless there is an excuse), `excuse`, and where to
 * look: `order_id`, `event_id`, `sku`. One pass: the first at fault is the smallest, for ids begin with their time.
 */
export async function judge(tx: Database, rows: SQL): Promise<Finding> {
  const broken = sql`(fault is not null or soft is not null and excuse is null)`
  const excused = sql`fault is null and soft is not null`
  const { rows: found } = (await tx.execute(sql`
    select (count(*) - count(*) filter (where ${excused} and excuse is not null))::int as checked,
      count(*) filter (where ${broken})::int as violations,
      count(*) filter (where ${excused} and excuse = 'moving')::int as moving,
      count(*) filter (where ${excused} and excuse = 'dead')::int as dead,
      count(*) filter (where ${excused} and excuse = 'discarded')::int as discarded,
      min(concat(coalesce(event_id::text, order_id::text, sku), jsonb_strip_nulls(jsonb_build_object('says',
        coalesce(fault, soft), 'orderId', order_id, 'eventId', event_id, 'sku', sku)))) filter (where ${broken}) as first
    from (${rows}) judged
  `)) as unknown as { rows: [Row] }
  const [{ checked, violations, first, ...excuses }] = found
  return {
    checked,
    violations,
    excused: excuses,
    first: first && JSON.parse(first.slice(first.indexOf('{'))),
  }
}

/**
 * At the end of rows whose faults cost something to find: each is then found once, and not again wherever `judge` names
 * it. Not for rows with lookups that only the faulty ones need.
 */
export const once = sql`offset 0`

/** The lanes in which something is still to come, or was given up, and which of the two. */
export const held = sql`(
  select lane, case when bool_or(status = 'DEAD') then 'dead' when bool_or(status = 'PENDING') then 'moving'
    else 'discarded' end as excuse
  from (
    select lane, status from log.deliveries where status in ('PENDING', 'DEAD')
    union all select lane, kind from log.incidents where kind = 'DISCARDED'
  ) open
  group by lane)`

const unusualDigits = JSON.stringify(
  Object.fromEntries(
    Intl.supportedValuesOf('currency')
      .map((currency) => [currency, minorDigits(currency)] as const)
      .filter(([, digits]) => digits !== 2),
  ),
)

/** An amount of a payload in minor units, as tables have it. */
export const centsOf = (amount: SQL, currency: SQL) =>
  sql`round((${amount})::numeric * 10 ^ coalesce((${unusualDigits}::jsonb ->> (${currency}))::int, 2))::bigint`

import { and, asc, eq, gt, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Connection, Database } from '../database/connect'
import { type Effect, rules, type Stop, stops, uses } from './tables'

type Row = typeof uses.$inferSelect

/** What a rule may fit: one try of a delivery, or a poke, which has neither module nor attempt. */
export type Subject = Pick<Row, 'eventId' | 'eventType' | 'lane' | 'module' | 'redrives' | 'attempt'>

export type Use = Pick<Row, 'useId' | 'ruleId' | 'effect'>

const notExpired = gt(rules.expiresAt, sql`clock_timestamp()`)

/** Whether there is any rule: most of the time there is none. One that is used up can be met by who begins again. */
export async function isArmed({ db }: Connection): Promise<boolean> {
  const [rule] = await db.select({ ruleId: rules.ruleId }).from(rules).where(notExpired).limit(1)
  return rule !== undefined
}

/**
 * Takes a use of the oldest rule that fits, if there is one. However many processes ask, a rule is used as often as it
 * says; and those who begin the same try meet the same rule, for one use. A try meets one rule that stops it.
 */
export async function take(
  { transaction }: Connection,
  subject: Subject,
  effects: readonly Effect[],
): Promise<Use | undefined> {
  return transaction(async (tx) => {
    // Who waits here for somebody else's use sees below what it was.
    const [rule] = await tx
      .select()
      .from(rules)
      .where(fits(subject, effects))
      .orderBy(asc(rules.ruleId))
      .limit(1)
      .for('update')
    const met = await findUse(tx, subject, effects.some(isStop) ? stops : effects)
    if (met) return effects.includes(met.effect) ? met : undefined
    if (!rule) return
    const { ruleId, effect, delayMs } = rule
    await tx
      .update(rules)
      .set({ usesLeft: sql`${rules.usesLeft} - 1` })
      .where(eq(rules.ruleId, ruleId))
    const [use] = await tx
      .insert(uses)
      .values({ ...subject, ruleId, effect, delayMs })
      .returning()
    return use
  })
}

/** What this try met when it was begun. A rule that was removed since is not met any more. */
export async function findUse(
  database: Database,
  { eventId, module, redrives, attempt }: Subject,
  effects: readonly Effect[],
): Promise<Use | undefined> {
  if (module === null || redrives === null || attempt === null) return
  const [use] = await database
    .select({ useId: uses.useId, ruleId: uses.ruleId, effect: uses.effect })
    .from(uses)
    .innerJoin(rules, eq(rules.ruleId, uses.ruleId))
    .where(
      and(
        eq(uses.eventId, eventId),
        eq(uses.module, module),
        eq(uses.redrives, redrives),
        eq(uses.attempt, attempt),
        inArray(uses.effect, [...effects]),
      ),
    )
  return use
}

export const isStop = (effect: Effect): effect is Stop => stops.some((stop) => stop === effect)

function fits({ lane, module, eventType, attempt }: Subject, effects: readonly Effect[]): SQL | undefined {
  return and(
    inArray(rules.effect, [...effects]),
    gt(rules.usesLeft, 0),
    notExpired,
    noneOr(rules.orderId, lane),
    noneOr(rules.module, module),
    noneOr(rules.eventType, eventType),
    noneOr(rules.attempt, attempt),
    // An order is about what one of its events names, however deep.
    or(
      isNull(rules.sku),
      sql`exists (select from log.events e where e.lane = ${lane} and jsonb_path_exists(
        e.payload, '$.**.sku ? (@ == $sku)', jsonb_build_object('sku', ${rules.sku})))`,
    ),
  )
}

const noneOr = (condition: PgColumn, value: string | number | null) =>
  value === null ? isNull(condition) : or(isNull(condition), eq(condition, value))

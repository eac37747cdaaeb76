import { and, desc, eq, inArray, lt, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { eventTypes } from '@/server/events'
import { notFound, unprocessable } from '@/server/kernel/errors'
import { isId, newId } from '@/server/kernel/id'
import { db, transaction } from '../database/connect'
import { poke } from '../pokes'
import { deliveries, lanes } from '../tables'
import type { Beside } from '../unit-of-work'
import { hasten } from './delay'
import { effects, rules, uses } from './tables'

type Row = typeof rules.$inferSelect
type Conditions = Pick<Row, 'orderId' | 'sku' | 'module' | 'eventType' | 'attempt' | 'delayMs'>
export type NewRule = Pick<Row, 'effect' | 'uses'> & Partial<Conditions> & { expiresInSeconds: number }

const UseOfRule = z.object({
  useId: z.int(),
  eventId: z.uuid(),
  eventType: z.enum(eventTypes),
  lane: z.string(),
  module: z.string().nullable(),
  redrives: z.int().nullable(),
  attempt: z.int().nullable(),
  at: z.date(),
})
type UseOfRule = z.infer<typeof UseOfRule>

/** A rule, with what it did. A condition that is null is none. */
export const RuleView = z
  .object({
    ruleId: z.uuid(),
    effect: z.enum(effects),
    delayMs: z.int().nullable(),
    orderId: z.string().nullable(),
    sku: z.string().nullable(),
    module: z.string().nullable(),
    eventType: z.enum(eventTypes).nullable(),
    attempt: z.int().nullable(),
    uses: z.int(),
    usesLeft: z.int(),
    state: z.enum(['ACTIVE', 'USED_UP', 'EXPIRED']),
    createdAt: z.date(),
    expiresAt: z.date(),
    used: z.array(UseOfRule),
  })
  .meta({ id: 'FaultRule' })

export const UseView = UseOfRule.extend({
  ruleId: z.uuid(),
  effect: z.enum(effects),
  delayMs: z.int().nullable(),
  delivery: z
    .object({ status: z.string(), attempts: z.int() })
    .nullable()
    .describe('How the delivery stands by now; a poke has none of its own.'),
}).meta({ id: 'UseOfFaultRule' })

/** By the database's clock, which is also what ends a rule. */
const state = sql<'ACTIVE' | 'USED_UP' | 'EXPIRED'>`case
  when ${rules.usesLeft} = 0 then 'USED_UP' when ${rules.expiresAt} <= clock_timestamp() then 'EXPIRED' else 'ACTIVE' end`

const columns = {
  ruleId: rules.ruleId,
  effect: rules.effect,
  delayMs: rules.delayMs,
  orderId: rules.orderId,
  sku: rules.sku,
  module: rules.module,
  eventType: rules.eventType,
  attempt: rules.attempt,
  uses: rules.uses,
  usesLeft: rules.usesLeft,
  state,
  createdAt: rules.createdAt,
  expiresAt: rules.expiresAt,
}

export async function addRule({ expiresInSeconds, ...rule }: NewRule, beside?: (ruleId: string) => Beside) {
  if (rule.orderId) await mustBeThere(rule.orderId)
  const ruleId = newId()
  const added = await transaction(async (tx) => {
    const [row] = await tx
      .insert(rules)
      .values({
        ...rule,
        ruleId,
        usesLeft: rule.uses,
        expiresAt: sql`clock_timestamp() + ${expiresInSeconds} * interval '1 second'`,
      })
      .returning(columns)
    await beside?.(ruleId)(tx).execute()
    return row
  })
  if (!added) throw new Error('The rule was not stored')
  return { ...added, used: [] as UseOfRule[] }
}

/** A rule for an order with a slip in its id would wait in vain, and look as if all went well. */
async function mustBeThere(orderId: string) {
  const [order] = await db().select({ lane: lanes.lane }).from(lanes).where(eq(lanes.lane, orderId))
  if (order) return
  const detail = 'is the id of no order'
  throw unprocessable(`/orderId: ${detail}`, { errors: [{ pointer: '/orderId', detail }] })
}

/** All rules, the newest first, each with what it did. */
export const listRules = () => rulesWhere()

export async function getRule(ruleId: string) {
  const [rule] = isId(ruleId) ? await rulesWhere(eq(rules.ruleId, ruleId)) : []
  if (!rule) throw notFound('Rule', ruleId)
  return rule
}

async function rulesWhere(which?: SQL) {
  const found = await db().select(columns).from(rules).where(which).orderBy(desc(rules.ruleId))
  const ids = found.map(({ ruleId }) => ruleId)
  const taken = await db().select().from(uses).where(inArray(uses.ruleId, ids)).orderBy(uses.useId)
  return found.map((rule) => ({
    ...rule,
    used: taken
      .filter(({ ruleId }) => ruleId === rule.ruleId)
      .map(({ ruleId, effect, delayMs, ...use }): UseOfRule => use),
  }))
}

/** A rule that is removed harms nobody any more: what it had postponed is due at once. What it did stays on record. */
export async function removeRule(ruleId: string, beside?: Beside) {
  if (!isId(ruleId) || (await remove(eq(rules.ruleId, ruleId), beside)) === 0) throw notFound('Rule', ruleId)
}

export async function removeAllRules(beside?: Beside) {
  await remove(undefined, beside)
}

async function remove(which?: SQL, beside?: Beside): Promise<number> {
  const { removed, pokes } = await transaction(async (tx) => {
    const removed = await tx.delete(rules).where(which).returning({ ruleId: rules.ruleId })
    if (removed.length > 0) await beside?.(tx).execute()
    return {
      removed,
      pokes: await hasten(
        tx,
        removed.map(({ ruleId }) => ruleId),
      ),
    }
  })
  poke(pokes)
  return removed.length
}

/** What rules did, the last one first, and how the delivery stands by now; a poke has none of its own. */
export async function listUses({ cursor, limit }: { cursor?: number; limit: number }) {
  const rows = await db()
    .select({ use: uses, status: deliveries.status, attempts: deliveries.attempts })
    .from(uses)
    .leftJoin(deliveries, and(eq(deliveries.eventId, uses.eventId), eq(deliveries.module, uses.module)))
    .where(cursor === undefined ? undefined : lt(uses.useId, cursor))
    .orderBy(desc(uses.useId))
    .limit(limit + 1)
  const items = rows.slice(0, limit).map(({ use, status, attempts }) => ({
    ...use,
    delivery: status === null || attempts === null ? null : { status, attempts },
  }))
  return { items, nextCursor: rows.length > limit ? items.at(-1)?.useId : undefined }
}

import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, pgSchema, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import type { EventType } from '@/server/events'

export const faultLab = pgSchema('fault_lab')

/** How a rule can have one try of a delivery fail. */
export const stops = ['THROW_BEFORE_COMMIT', 'THROW_AFTER_COMMIT', 'NO_ANSWER', 'REPLY_LOST'] as const
export type Stop = (typeof stops)[number]

/** What can be done to a poke, which is for every module that reacts, and not yet a try. */
export const pokeEffects = ['DROP_POKE', 'DOUBLE_POKE'] as const

export const effects = [...stops, 'DELAY', ...pokeEffects] as const
export type Effect = (typeof effects)[number]

const moment = (name: string) => timestamp(name, { withTimezone: true }).notNull()

/** What is to go wrong. A condition that is null is none. */
export const rules = faultLab.table(
  'rules',
  {
    ruleId: uuid('rule_id').primaryKey(),
    effect: text('effect').$type<Effect>().notNull(),
    /** Only of a DELAY. */
    delayMs: integer('delay_ms'),
    orderId: text('order_id'),
    sku: text('sku'),
    module: text('module'),
    eventType: text('event_type').$type<EventType>(),
    /** Which try, counted from 1 since the delivery was made or redriven. */
    attempt: integer('attempt'),
    uses: integer('uses').notNull(),
    usesLeft: integer('uses_left').notNull(),
    createdAt: moment('created_at').default(sql`clock_timestamp()`),
    expiresAt: moment('expires_at'),
  },
  (table) => [check('rules_uses_left', sql`${table.usesLeft} between 0 and ${table.uses}`)],
)

/** What rules did, and to whom; kept when its rule is removed. A poke has neither module nor attempt. */
export const uses = faultLab.table(
  'uses',
  {
    useId: bigint('use_id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    ruleId: uuid('rule_id').notNull(),
    effect: text('effect').$type<Effect>().notNull(),
    delayMs: integer('delay_ms'),
    eventId: uuid('event_id').notNull(),
    eventType: text('event_type').$type<EventType>().notNull(),
    lane: text('lane').notNull(),
    module: text('module'),
    redrives: integer('redrives'),
    attempt: integer('attempt'),
    at: moment('at').default(sql`clock_timestamp()`),
  },
  (table) => [
    // A try that is begun twice, as by two processes or after a deadlock, meets the rule once.
    unique('uses_once_per_try').on(table.eventId, table.module, table.redrives, table.attempt, table.ruleId),
    index('uses_by_rule').on(table.ruleId),
  ],
)

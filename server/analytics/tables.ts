import { sql } from 'drizzle-orm'
import {
  bigint,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { xid8 } from '@/server/platform/tables'

export const analytics = pgSchema('analytics')

const at = (name: string) => timestamp(name, { withTimezone: true })

/** LIVE is asked, BUILDING is on its way, READY has caught up and is kept so until it is swapped in. */
export type GenerationStatus = 'LIVE' | 'BUILDING' | 'PAUSED' | 'READY'

/** Where two generations of a model differ, row by row. */
export type Comparison = {
  at: string
  rows: number
  different: number
  first: { at: string; of: string; live: string | null; rebuilt: string | null }[]
}

/** How often a read model was built, and how far each of these is: every generation follows the log with a cursor of its own. */
export const generations = analytics.table(
  'generations',
  {
    model: text('model').notNull(),
    generation: integer('generation').notNull(),
    status: text('status').$type<GenerationStatus>().notNull(),
    /** The last event that it has taken in, as the log is followed: see platform/follow.ts. */
    xid: xid8('xid').notNull().default('0'),
    position: bigint('position', { mode: 'number' }).notNull().default(0),
    /** Events of the log that it has seen, and how many the live one had when it was begun. */
    events: bigint('events', { mode: 'number' }).notNull().default(0),
    total: bigint('total', { mode: 'number' }).notNull().default(0),
    workedMs: bigint('worked_ms', { mode: 'number' }).notNull().default(0),
    startedAt: at('started_at').notNull().default(sql`clock_timestamp()`),
    /** When it had caught up. */
    readyAt: at('ready_at'),
    compared: jsonb('compared').$type<Comparison>(),
  },
  (table) => [
    primaryKey({ columns: [table.model, table.generation] }),
    uniqueIndex('generations_one_live').on(table.model).where(sql`${table.status} = 'LIVE'`),
    uniqueIndex('generations_one_beside').on(table.model).where(sql`${table.status} <> 'LIVE'`),
  ],
)

/** What the read models say. */
export const rows = analytics.table(
  'rows',
  {
    model: text('model').notNull(),
    generation: integer('generation').notNull(),
    at: at('at').notNull(),
    of: text('of').notNull(),
    value: bigint('value', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.model, table.generation, table.at, table.of] })],
)

/** What a projector noted of a lane, for what comes later in it. Gone when the order has ended. */
export const notes = analytics.table(
  'notes',
  {
    model: text('model').notNull(),
    generation: integer('generation').notNull(),
    lane: text('lane').notNull(),
    note: jsonb('note').notNull(),
  },
  (table) => [primaryKey({ columns: [table.model, table.generation, table.lane] })],
)

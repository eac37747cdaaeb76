import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  customType,
  index,
  integer,
  pgSchema,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'

export const webhooks = pgSchema('webhooks')

const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' })
const moment = (name: string) => timestamp(name, { withTimezone: true })
const now = sql`clock_timestamp()`

/** PAUSED by somebody, or by itself after days of failures; DISABLED because its receiver answered 410. Both can go on. */
export type EndpointStatus = 'ON' | 'PAUSED' | 'DISABLED'

/** Other programs that are told of events, and how far in the log each was told. */
export const endpoints = webhooks.table('endpoints', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  url: text('url').notNull(),
  /** Event types, or beginnings of such with a `*` behind. */
  filters: text('filters').array().notNull(),
  /** Whether an order's events arrive in their order: then one that fails holds back the later ones of its order. */
  ordered: boolean('ordered').notNull(),
  status: text('status').$type<EndpointStatus>().notNull().default('ON'),
  /** Why it is not on, for people. */
  why: text('why'),
  statusSince: moment('status_since').default(now).notNull(),
  /** Sealed; so is the old one, which is valid too while the receiver learns the new one. */
  secret: text('secret').notNull(),
  /** Its first letters, by which people tell it from the old one. */
  secretHint: text('secret_hint').notNull(),
  secretSince: moment('secret_since').default(now).notNull(),
  oldSecret: text('old_secret'),
  oldSecretHint: text('old_secret_hint'),
  oldSecretUntil: moment('old_secret_until'),
  /** The cursor: all that lies before it in commit order is in the ledger. */
  xid: xid8('xid').notNull(),
  position: bigint('position', { mode: 'number' }).notNull(),
  /** The first failure since it last answered well. */
  failingSince: moment('failing_since'),
  createdBy: text('created_by').notNull(),
  createdAt: moment('created_at').default(now).notNull(),
})

/** Every time that an endpoint was told something, and what it answered. */
export const attempts = webhooks.table(
  'attempts',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    endpointId: uuid('endpoint_id')
      .notNull()
      .references(() => endpoints.id, { onDelete: 'cascade' }),
    eventId: uuid('event_id').notNull(),
    /** Which try, and after how many resends. */
    number: integer('number').notNull(),
    redrive: integer('redrive').notNull(),
    /** The answer's status; without one there was no answer. */
    code: integer('code'),
    ms: integer('ms').notNull(),
    /** Why it did not arrive. */
    error: text('error'),
    /** How the answer began that said no. */
    excerpt: text('excerpt'),
    at: moment('at').default(now).notNull(),
  },
  (table) => [
    index('attempts_by_event').on(table.eventId, table.endpointId),
    index('attempts_by_time').on(table.endpointId, table.at),
  ],
)

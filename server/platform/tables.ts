import { sql } from 'drizzle-orm'
import {
  bigint,
  customType,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import type { EventType } from '@/server/events'
import type { Finding } from './proof'

export const log = pgSchema('log')

/** A transaction's id, 64 bits: with the snapshot's horizon it makes a cursor that no late commit can slip behind. */
export const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' })

/** What has no order of its own, times and payloads, is looked for in one chunk of positions after the other. */
export const CHUNK = 16_384

export const chunk = sql`(position / ${CHUNK})`.inlineParams()

/** A payload as `{chunk: {type: payload}}`: its index finds a value of a type in a chunk with one look. */
export const searchable =
  sql`jsonb_set(('{"' || (position / ${CHUNK})::text || '": {}}')::jsonb, array[(position / ${CHUNK})::text, event_type], payload)`.inlineParams()

/** The append-only history. A trigger refuses UPDATE, DELETE and TRUNCATE (see the migration). */
export const events = log.table(
  'events',
  {
    eventId: uuid('event_id').primaryKey(),
    position: bigint('position', { mode: 'number' }).generatedAlwaysAsIdentity().notNull(),
    /** The transaction's, or a higher one of the lane's: so the order of xids is never against that of sequences. */
    xid: xid8('xid').notNull(),
    eventType: text('event_type').$type<EventType>().notNull(),
    aggregateType: text('aggregate_type').notNull(),
    aggregateId: text('aggregate_id').notNull(),
    lane: text('lane').notNull(),
    sequence: integer('sequence').notNull(),
    occurredAt: timestamp('occurred_at', { withTimezone: true }).notNull(),
    payload: jsonb('payload').notNull(),
    version: integer('version').notNull(),
    correlationId: text('correlation_id').notNull(),
    causationId: uuid('causation_id'),
  },
  (table) => [
    unique('events_lane_sequence').on(table.lane, table.sequence),
    unique('events_position').on(table.position),
    index('events_commit_order').on(table.xid, table.position),
    index('events_by_type').on(table.eventType, table.position),
    index('events_by_aggregate_type').on(table.aggregateId, table.eventType, table.position),
    index('events_by_chunk').on(chunk, table.occurredAt),
    // What is appended goes into the index at once: a list of what is still to be sorted in would be read by every search.
    index('events_by_payload').using('gin', sql`(${searchable}) jsonb_path_ops`).with({ fastupdate: false }),
  ],
)

/**
 * The last sequence of each lane, and the highest transaction id among its events. The row's lock makes the order of
 * commits the order of sequences.
 */
export const lanes = log.table('lanes', {
  lane: text('lane').primaryKey(),
  sequence: integer('sequence').notNull(),
  xid: xid8('xid').notNull(),
})

/**
 * DEAD: the tries are used up, and later deliveries of the lane wait for somebody to decide. GIVEN_UP: used up as well, and the
 * later ones go on. HELD: whom it is for is paused.
 */
export type DeliveryStatus = 'PENDING' | 'DONE' | 'DEAD' | 'DISCARDED' | 'GIVEN_UP' | 'HELD'

/** One row per event and module that reacts to it, or endpoint that is told: what still has to happen, and how it went. */
export const deliveries = log.table(
  'deliveries',
  {
    /** Stored by the statement that stores the event: a foreign key would check on every hop what cannot be otherwise. */
    eventId: uuid('event_id').notNull(),
    /** The module's name, or `webhook:<endpointId>`. */
    module: text('module').notNull(),
    eventType: text('event_type').$type<EventType>().notNull(),
    lane: text('lane').notNull(),
    sequence: integer('sequence').notNull(),
    status: text('status').$type<DeliveryStatus>().notNull().default('PENDING'),
    /** Tries that failed since the delivery was made or redriven. */
    attempts: integer('attempts').notNull().default(0),
    nextAttemptAt: timestamp('next_attempt_at', { withTimezone: true })
      .notNull()
      .default(sql`clock_timestamp()`),
    /** Tries that began and have not reported back: the process died, or is still at it. */
    claims: integer('claims').notNull().default(0),
    /** Who holds it while it talks to the outside, and until when nobody else may. */
    claim: uuid('claim'),
    claimedUntil: timestamp('claimed_until', { withTimezone: true }),
    /** Whether its first poke was lost, so that the sweep had to find it. */
    swept: integer('swept').notNull().default(0),
    /** How often it was redriven: part of the poke's transport id, which must be fresh. */
    redrives: integer('redrives').notNull().default(0),
    error: text('error'),
    errorStack: text('error_stack'),
    /** Why the module had nothing to do: the reaction's own words. */
    ignored: text('ignored'),
    /** Pokes that found it done already. */
    duplicates: integer('duplicates').notNull().default(0),
    /** Why and by whom it was discarded. */
    resolution: text('resolution'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().default(sql`clock_timestamp()`),
    finishedAt: timestamp('finished_at', { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.module] }),
    index('deliveries_unfinished')
      .on(table.lane, table.module, table.sequence)
      .where(sql`${table.status} in ('PENDING', 'DEAD')`),
    index('deliveries_due').on(table.nextAttemptAt).where(sql`${table.status} = 'PENDING'`),
    index('deliveries_dead').on(table.module, table.eventType).where(sql`${table.status} = 'DEAD'`),
    // For modules these two cost nothing.
    index('deliveries_to_endpoints')
      .on(table.module, table.eventId)
      .where(sql`${table.module} like 'webhook:%'`),
    index('deliveries_open_to_endpoints')
      .on(table.module, table.status, table.nextAttemptAt)
      .where(sql`${table.status} in ('PENDING', 'HELD', 'GIVEN_UP') and ${table.module} like 'webhook:%'`),
  ],
)

/**
 * What happened to a delivery besides going through: tries that failed, and what people did about it. Rows are only ever
 * added, so that nothing disappears from history when a dead letter is redriven or discarded.
 */
export const incidents = log.table(
  'incidents',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    eventId: uuid('event_id').notNull(),
    module: text('module').notNull(),
    lane: text('lane').notNull(),
    /** FAILED: will be tried again. DEAD: the last try failed. */
    kind: text('kind').$type<'FAILED' | 'DEAD' | 'REDRIVEN' | 'DISCARDED'>().notNull(),
    /** Which try failed, since the delivery was made or redriven. */
    attempt: integer('attempt'),
    /** When the next try was due. */
    nextAttemptAt: timestamp('next_attempt_at', { withTimezone: true }),
    error: text('error'),
    errorStack: text('error_stack'),
    /** Who redrove or discarded it, and why it was discarded. */
    by: text('by'),
    reason: text('reason'),
    at: timestamp('at', { withTimezone: true }).notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    index('incidents_by_lane').on(table.lane, table.id),
    index('incidents_decided').on(table.id).where(sql`${table.kind} in ('REDRIVEN', 'DISCARDED')`),
  ],
)

/** What each line of the proof answered when it was last asked, by whichever process. */
export const proofs = log.table('proofs', {
  id: text('id').primaryKey(),
  finding: jsonb('finding').$type<Finding>().notNull(),
  tookMs: integer('took_ms').notNull(),
  askedAt: timestamp('asked_at', { withTimezone: true }).notNull().default(sql`clock_timestamp()`),
})
/** How a request with an idempotency key was answered, so that the same request is answered the same again. */
export const answers = log.table(
  'answers',
  {
    /** Digests: neither the caller's key nor what it asked is kept. */
    key: text('key').primaryKey(),
    request: text('request').notNull(),
    /** Sealed with the caller's key. */
    answer: text('answer').notNull(),
    answeredAt: timestamp('answered_at', { withTimezone: true }).notNull().default(sql`clock_timestamp()`),
  },
  (table) => [index('answers_by_time').on(table.answeredAt)],
)

import { sql } from 'drizzle-orm'
import { bigint, index, pgSchema, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { PaymentState } from '../domain/payment'
import type { JournalEntry } from './provider'

export const paymentsSchema = pgSchema('payments')
export const providerSchema = pgSchema('payment_provider')

export const payments = paymentsSchema.table(
  'payments',
  {
    id: uuid('id').primaryKey(),
    orderId: uuid('order_id').notNull().unique('payments_one_per_order'),
    amountCents: bigint('amount_cents', { mode: 'number' }).notNull(),
    currency: text('currency').notNull(),
    method: text('method').notNull(),
    status: text('status').$type<PaymentState['status']>().notNull(),
    providerReference: text('provider_reference'),
    failureReason: text('failure_reason'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    index('payments_by_status').on(table.status, table.id),
    index('payments_by_amount').on(table.amountCents, table.id),
    index('payments_by_method').on(table.method, table.id),
    index('payments_by_reference').on(table.providerReference),
  ],
)

/**
 * The simulated provider's own books. It stands for a company elsewhere: nothing but the simulation writes it, each
 * entry in a transaction of its own.
 */
export const journal = providerSchema.table(
  'journal',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    key: text('key').notNull(),
    /** ERROR: the call was answered with a fault. The first of CAPTURED, DECLINED and VOIDED settles a key for good. */
    kind: text('kind').$type<JournalEntry['kind']>().notNull(),
    amountCents: bigint('amount_cents', { mode: 'number' }).notNull().default(0),
    currency: text('currency'),
    reason: text('reason'),
    at: timestamp('at', { withTimezone: true }).notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    index('journal_by_key').on(table.key),
    uniqueIndex('journal_settled_once')
      .on(table.key)
      .where(sql`${table.kind} in ('CAPTURED', 'DECLINED', 'VOIDED')`),
    uniqueIndex('journal_refunded_once').on(table.key).where(sql`${table.kind} = 'REFUNDED'`),
  ],
)

import { sql } from 'drizzle-orm'
import { bigint, check, index, jsonb, pgSchema, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Address } from '@/server/events'
import type { LineItem, OrderStatus } from '../domain/order'

export const ordersSchema = pgSchema('orders')

const at = (name: string) => timestamp(name, { withTimezone: true })

export const orders = ordersSchema.table(
  'orders',
  {
    id: uuid('id').primaryKey(),
    customerId: text('customer_id').notNull(),
    email: text('email'),
    items: jsonb('items').$type<LineItem[]>().notNull(),
    shippingAddress: jsonb('shipping_address').$type<Address>().notNull(),
    totalCents: bigint('total_cents', { mode: 'number' }).notNull(),
    currency: text('currency').notNull(),
    paymentMethod: text('payment_method').notNull(),
    status: text('status').$type<OrderStatus>().notNull(),
    paymentId: uuid('payment_id'),
    shipmentId: uuid('shipment_id'),
    trackingNumber: text('tracking_number'),
    rejectionReason: text('rejection_reason'),
    failureReason: text('failure_reason'),
    cancellationReason: text('cancellation_reason'),
    cancelledAt: at('cancelled_at'),
    refundedAt: at('refunded_at'),
    accessTokenHash: text('access_token_hash').notNull(),
    origin: text('origin'),
    placedAt: at('placed_at').notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (table) => [
    index('orders_by_status').on(table.status, table.id),
    index('orders_by_customer').on(table.customerId, table.id),
    // The figures of a day are read from this index alone. The state is in an index anyway, so a change costs no more.
    index('orders_by_day').on(table.placedAt, table.status, table.currency, table.totalCents),
    index('orders_by_total').on(table.status, table.totalCents, table.id),
    index('orders_unpaid_by_origin')
      .on(table.origin)
      .where(sql`${table.status} in ('PENDING', 'CONFIRMED') and ${table.origin} is not null`),
    check(
      'orders_status',
      sql`${table.status} in ('PENDING', 'CONFIRMED', 'PAID', 'SHIPPED', 'REJECTED', 'PAYMENT_FAILED', 'CANCELLED')`,
    ),
  ],
)

/**
 * What an order can be found by, written once when it is placed. Apart from the orders, whose rows are updated at every
 * hop: there this index would cost at each.
 */
export const search = ordersSchema.table(
  'search',
  { orderId: uuid('order_id').primaryKey(), words: text('words').notNull() },
  (table) => [index('search_by_words').using('gin', table.words.op('gin_trgm_ops'))],
)

/**
 * Which tokens open an order besides its own, whose hash stands in its row: those of browsers and of private links. In this
 * order of columns, so that the newest orders of a browser are found at once.
 */
export const access = ordersSchema.table(
  'access',
  {
    tokenHash: text('token_hash').notNull(),
    orderId: uuid('order_id').notNull(),
    grantedAt: at('granted_at').notNull().default(sql`clock_timestamp()`),
  },
  (table) => [primaryKey({ columns: [table.tokenHash, table.orderId] })],
)

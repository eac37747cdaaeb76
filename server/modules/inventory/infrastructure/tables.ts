import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, jsonb, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { HeldLine } from '@/server/events'
import type { Movement, ProductStatus } from '../domain/product'
import type { ReservationState } from '../domain/reservation'

export const inventorySchema = pgSchema('inventory')

export const products = inventorySchema.table(
  'products',
  {
    id: uuid('id').primaryKey(),
    sku: text('sku').notNull().unique('products_sku'),
    name: text('name').notNull(),
    description: text('description').notNull(),
    category: text('category'),
    picture: text('picture'),
    priceCents: bigint('price_cents', { mode: 'number' }).notNull(),
    currency: text('currency').notNull(),
    onHand: integer('on_hand').notNull(),
    reserved: integer('reserved').notNull(),
    status: text('status').$type<ProductStatus>().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    check('products_never_oversold', sql`0 <= ${table.reserved} and ${table.reserved} <= ${table.onHand}`),
    check('products_price', sql`${table.priceCents} >= 0`),
  ],
)

export const reservations = inventorySchema.table('reservations', {
  id: uuid('id').primaryKey(),
  orderId: uuid('order_id').notNull().unique('reservations_one_per_order'),
  lines: jsonb('lines').$type<HeldLine[]>().notNull(),
  status: text('status').$type<ReservationState['status']>().notNull(),
})

/** Every movement of stock. */
export const movements = inventorySchema.table(
  'movements',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    productId: uuid('product_id')
      .notNull()
      .references(() => products.id),
    kind: text('kind').$type<Movement['kind']>().notNull(),
    onHandDelta: integer('on_hand_delta').notNull(),
    reservedDelta: integer('reserved_delta').notNull(),
    onHandAfter: integer('on_hand_after').notNull(),
    reservedAfter: integer('reserved_after').notNull(),
    reason: text('reason'),
    orderId: uuid('order_id'),
    /** Empty only in movements that are older than the column and that no event could be found for. */
    eventId: uuid('event_id'),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index('movements_by_product').on(table.productId, table.id)],
)

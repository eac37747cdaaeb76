import { boolean, index, jsonb, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Address, HeldLine } from '@/server/events'
import type { ShipmentStatus } from '../domain/shipment'

export const shipmentsSchema = pgSchema('shipments')

export const shipments = shipmentsSchema.table(
  'shipments',
  {
    id: uuid('id').primaryKey(),
    orderId: uuid('order_id').notNull().unique('shipments_one_per_order'),
    status: text('status').$type<ShipmentStatus>().notNull(),
    carrier: text('carrier').notNull(),
    trackingNumber: text('tracking_number').notNull(),
    items: jsonb('items').$type<HeldLine[]>().notNull(),
    address: jsonb('address').$type<Address>().notNull(),
    cleared: boolean('cleared').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    dispatchedAt: timestamp('dispatched_at', { withTimezone: true }),
    deliveredAt: timestamp('delivered_at', { withTimezone: true }),
  },
  (table) => [
    index('shipments_by_status').on(table.status, table.id),
    // Its operators let a number be found by its beginning, whatever the database sorts by.
    index('shipments_by_tracking_number').on(table.trackingNumber.op('text_pattern_ops')),
  ],
)

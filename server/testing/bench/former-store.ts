import { sql } from 'drizzle-orm'
import { db } from '@/server/platform/database/connect'
import { migrateUntil } from '../former-release'
import { writeLog } from './log-events'

/** A store as the first release left it after so many events: an order for each eight of them, all of them done. */
export async function makeFormerStore(events: number): Promise<void> {
  await migrateUntil('0001_append_only', db())
  await writeLog(events)
  await db().execute(sql`
    insert into log.deliveries (event_id, module, event_type, lane, sequence, status, finished_at)
    select event_id, 'orders', event_type, lane, sequence, 'DONE', occurred_at from log.events`)
  await db().execute(sql`
    insert into log.lanes (lane, sequence, xid) select lane, max(sequence), min(xid::text)::xid8 from log.events group by lane`)
  await db().execute(sql`
    insert into orders.orders (id, customer_id, email, items, shipping_address, total_cents, currency, payment_method,
      status, access_token_hash, placed_at, updated_at)
    select lane::uuid, payload ->> 'customerId', (payload ->> 'customerId') || '@example.com', payload -> 'items',
      payload -> 'address', ((payload ->> 'totalAmount')::numeric * 100)::bigint, 'EUR', 'pm_card_visa', 'SHIPPED',
      repeat('0', 64), occurred_at, occurred_at
    from log.events where event_type = 'OrderPlaced'`)
  await db().execute(sql`
    insert into payments.payments (id, order_id, amount_cents, currency, method, status, provider_reference, created_at, updated_at)
    select gen_random_uuid(), id, total_cents, currency, payment_method, 'CAPTURED', 'ch_' || md5(id::text), placed_at, placed_at
    from orders.orders`)
  await db().execute(sql`
    insert into shipments.shipments (id, order_id, status, carrier, tracking_number, items, address, cleared, created_at)
    select gen_random_uuid(), id, 'DELIVERED', 'Tiny Post', 'TS' || md5(id::text), items, shipping_address, true, placed_at
    from orders.orders`)
  await db().execute(sql`
    insert into inventory.products (id, sku, name, description, price_cents, currency, on_hand, reserved, status, created_at, updated_at)
    values (gen_random_uuid(), 'BENCH', 'Benchmark', '', 1250, 'EUR', 1000000, 0, 'ACTIVE', now(), now())`)
  await db().execute(sql`vacuum analyze`)
}

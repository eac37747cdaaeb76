import { sql } from 'drizzle-orm'
import { db } from '@/server/platform/database/connect'

/*
 * A log as a shop would have written it, made by the database itself: orders over a year, each with its story, of
 * products of which some are in every second order and some in hardly any.
 */

export const skus = {
  /** In a twelfth of the orders. */
  common: 'MUG-03',
  /** In every order, until it was sold out in the middle of the year. */
  past: 'SPRING-CARD',
  rare: 'CLOCK-RARE',
  none: 'NOBODY-HAS-IT',
}

/** Appends about so many events in one go. */
export async function writeLog(count: number): Promise<void> {
  const orders = Math.ceil(count / 8)
  await db().execute(sql`
    with orders as (
      select n, md5('order ' || n)::uuid::text as id, md5('payment ' || n)::uuid::text as payment,
        md5('shipment ' || n)::uuid::text as shipment, now() - (${orders} - n) * interval '1 year' / ${orders} as placed,
        case when n % 12 = 3 then ${skus.common} else 'CUP-' || n % 12 end as sku,
        case when n % 20 < 15 then 'shipped' when n % 20 < 17 then 'declined' when n % 20 = 17 then 'rejected'
          else 'cancelled' end as story
      from generate_series(1, ${orders}::int) n
    ), lines as (
      select *, jsonb_build_array(jsonb_build_object('sku', sku, 'quantity', 1 + n % 3),
        jsonb_build_object('sku', case when n % ${Math.ceil(orders / 5)}::int = 1 then ${skus.rare}
          when n < ${orders}::int / 2 then ${skus.past} else 'NOTE-' || n % 97 end, 'quantity', 1)) as items,
        jsonb_build_object('name', 'A. Customer', 'street', n || ' Example Street', 'city', 'Amsterdam',
          'postalCode', '1012 AB', 'country', 'NL') as address,
        jsonb_build_object('orderId', id) as o, 9.5 + n % 90 as amount
      from orders
    ), steps (story, step, type, aggregate, after_ms) as (values
      ('shipped', 1, 'OrderPlaced', 'Order', 0), ('shipped', 2, 'InventoryReserved', 'Reservation', 8),
      ('shipped', 3, 'OrderConfirmed', 'Order', 14), ('shipped', 4, 'PaymentProcessed', 'Payment', 22),
      ('shipped', 5, 'OrderPaid', 'Order', 28), ('shipped', 6, 'ShipmentCreated', 'Shipment', 34),
      ('shipped', 7, 'OrderShipped', 'Order', 40), ('shipped', 8, 'ShipmentDispatched', 'Shipment', 9000000),
      ('shipped', 9, 'InventoryCommitted', 'Product', 9000006),
      ('declined', 1, 'OrderPlaced', 'Order', 0), ('declined', 2, 'InventoryReserved', 'Reservation', 8),
      ('declined', 3, 'OrderConfirmed', 'Order', 14), ('declined', 4, 'PaymentFailed', 'Payment', 22),
      ('declined', 5, 'OrderPaymentFailed', 'Order', 28), ('declined', 6, 'InventoryReleased', 'Product', 34),
      ('rejected', 1, 'OrderPlaced', 'Order', 0), ('rejected', 2, 'InventoryReservationFailed', 'Reservation', 8),
      ('rejected', 3, 'OrderRejected', 'Order', 14),
      ('cancelled', 1, 'OrderPlaced', 'Order', 0), ('cancelled', 2, 'InventoryReserved', 'Reservation', 8),
      ('cancelled', 3, 'OrderCancelled', 'Order', 900), ('cancelled', 4, 'InventoryReleased', 'Product', 908)
    ), written as (
      select *, placed + after_ms * interval '1 ms' as at,
        case type
          when 'OrderPlaced' then o || jsonb_build_object('customerId', 'customer-' || n % 5000, 'address', address,
            'totalAmount', amount, 'currency', 'EUR', 'paymentMethod', 'pm_card_visa', 'items',
            (select jsonb_agg(item || jsonb_build_object('unitPrice', amount / 2)) from jsonb_array_elements(items) item))
          when 'InventoryReserved' then o || jsonb_build_object('reservations', items)
          when 'OrderConfirmed' then o || jsonb_build_object('amount', amount, 'currency', 'EUR', 'paymentMethod', 'pm_card_visa')
          when 'PaymentProcessed' then o || jsonb_build_object('paymentId', payment, 'amount', amount, 'currency', 'EUR')
          when 'OrderPaid' then o || jsonb_build_object('paymentId', payment, 'items', items, 'address', address)
          when 'ShipmentCreated' then o || jsonb_build_object('shipmentId', shipment, 'trackingNumber', 'TS' || n, 'carrier', 'Tiny Post')
          when 'OrderShipped' then o || jsonb_build_object('shipmentId', shipment, 'trackingNumber', 'TS' || n)
          when 'ShipmentDispatched' then o || jsonb_build_object('shipmentId', shipment, 'dispatchedAt', '2026-01-01T12:00:00.000Z')
          when 'InventoryReservationFailed' then o || jsonb_build_object('reason', 'insufficient_stock', 'shortages',
            jsonb_build_array(jsonb_build_object('sku', sku, 'requested', 3, 'available', 1)))
          when 'PaymentFailed' then o || jsonb_build_object('paymentId', payment, 'reason', 'card_declined')
          when 'OrderCancelled' then o || jsonb_build_object('reason', 'Ordered by mistake', 'cancelledBy', 'customer')
          when 'OrderRejected' then o || jsonb_build_object('reason', 'insufficient_stock')
          when 'OrderPaymentFailed' then o || jsonb_build_object('reason', 'card_declined')
          else o || jsonb_build_object('sku', sku, 'quantity', 1 + n % 3)
        end as payload
      from lines join steps using (story)
    )
    insert into log.events (event_id, xid, event_type, aggregate_type, aggregate_id, lane, sequence, occurred_at,
      payload, version, correlation_id, causation_id)
    select md5(id || step)::uuid, pg_current_xact_id(), type, aggregate,
      case aggregate when 'Product' then sku when 'Order' then id else md5(id || aggregate)::uuid::text end,
      id, step, at, payload, 1, id, case when step > 1 and after_ms < 9000000 then md5(id || step - 1)::uuid end
    from written order by at, n, step
  `)
}

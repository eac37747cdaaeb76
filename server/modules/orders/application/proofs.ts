import { sql } from 'drizzle-orm'
import { centsOf, held, judge, type Proof } from '@/server/platform/proof'
import { orderStatuses } from '../domain/order'

const legal = sql.raw(orderStatuses.map((status) => `'${status}'`).join(', '))
const isOpen = sql`o.status in ('PENDING', 'CONFIRMED', 'PAID')`

/** The ways that an order's own events can go, and the state that each leads to. */
const paths = JSON.stringify(
  Object.entries({
    OrderPlaced: 'PENDING',
    'OrderPlaced OrderRejected': 'REJECTED',
    'OrderPlaced OrderCancelled': 'CANCELLED',
    'OrderPlaced OrderConfirmed': 'CONFIRMED',
    'OrderPlaced OrderConfirmed OrderPaymentFailed': 'PAYMENT_FAILED',
    'OrderPlaced OrderConfirmed OrderCancelled': 'CANCELLED',
    'OrderPlaced OrderConfirmed OrderPaid': 'PAID',
    'OrderPlaced OrderConfirmed OrderPaid OrderCancelled': 'CANCELLED',
    'OrderPlaced OrderConfirmed OrderPaid OrderShipped': 'SHIPPED',
  }).map(([path, status]) => ({ path, status })),
)

/** What is promised of orders. */
export const proofs: Proof[] = [
  {
    id: 'V2',
    says: 'Every order we said yes to exists',
    of: 'orders',
    run: (tx) =>
      judge(
        tx,
        sql`
          select case when o.id is null then 'was placed, and is not stored'
              when e.event_id is null then 'is stored, and was never placed' end as fault,
            null as soft, null as excuse, coalesce(o.id::text, e.lane) as order_id, e.event_id, null as sku
          from (select event_id, lane from log.events where event_type = 'OrderPlaced') e
          full join orders.orders o on o.id::text = e.lane`,
      ),
  },
  {
    id: 'V3',
    says: 'Every order is in one legal status, and final when quiet',
    of: 'orders',
    run: (tx) =>
      judge(
        tx,
        sql`
          select case when o.status not in (${legal}) then 'has the status ' || o.status end as fault,
            case when ${isOpen} then 'is ' || o.status || ', and nothing is on its way' end as soft, h.excuse,
            o.id as order_id, null::uuid as event_id, null as sku
          from orders.orders o left join ${held} h on h.lane = o.id::text`,
      ),
  },
  {
    id: 'V8',
    says: 'The stored order is what its events add up to',
    of: 'orders',
    run: (tx) =>
      judge(
        tx,
        sql`
          select 'differs from its events in ' || nullif(concat_ws(', ',
              case when o.status is distinct from way.status then 'status' end,
              case when o.total_cents is distinct from ${centsOf(sql`p.payload ->> 'totalAmount'`, sql`p.payload ->> 'currency'`)}
                or o.currency <> p.payload ->> 'currency' then 'total' end,
              case when jsonb_path_query_array(o.items, '$[*].sku') <> jsonb_path_query_array(p.payload, '$.items[*].sku')
                or jsonb_path_query_array(o.items, '$[*].quantity')
                  <> jsonb_path_query_array(p.payload, '$.items[*].quantity') then 'lines' end,
              case when o.customer_id <> p.payload ->> 'customerId' then 'customer' end,
              case when o.shipping_address <> p.payload -> 'address' then 'address' end,
              case when o.payment_method <> p.payload ->> 'paymentMethod' then 'payment method' end,
              case when o.payment_id::text is distinct from
                coalesce(e.paid, case when o.refunded_at is not null then e.refunded end) then 'payment' end,
              case when o.refunded_at is not null and e.refunded is null then 'refund' end,
              case when (o.shipment_id::text, o.tracking_number) is distinct from (e.shipment, e.tracking)
                then 'shipment' end,
              case when (o.rejection_reason, o.failure_reason, o.cancellation_reason)
                is distinct from (e.rejected, e.failed, e.cancelled) then 'reason' end,
              case when (o.cancelled_at is null) <> (e.cancelled is null) then 'cancelling' end), '') as fault,
            case when o.refunded_at is null and e.refunded is not null then 'has not heard of its refund' end as soft,
            h.excuse, o.id as order_id, p.event_id, null as sku
          from orders.orders o
          join (select lane, event_id, payload from log.events where event_type = 'OrderPlaced') p on p.lane = o.id::text
          join (
            select lane, string_agg(event_type, ' ' order by sequence)
                filter (where aggregate_type = 'Order' and event_type <> 'OrderNoteAdded') as path,
              max(payload ->> 'paymentId') filter (where event_type = 'OrderPaid') as paid,
              max(payload ->> 'paymentId') filter (where event_type = 'PaymentRefunded') as refunded,
              max(payload ->> 'shipmentId') filter (where event_type = 'OrderShipped') as shipment,
              max(payload ->> 'trackingNumber') filter (where event_type = 'OrderShipped') as tracking,
              max(payload ->> 'reason') filter (where event_type = 'OrderRejected') as rejected,
              max(payload ->> 'reason') filter (where event_type = 'OrderPaymentFailed') as failed,
              max(payload ->> 'reason') filter (where event_type = 'OrderCancelled') as cancelled
            from log.events where aggregate_type = 'Order' or event_type = 'PaymentRefunded'
            group by lane
          ) e on e.lane = o.id::text
          left join jsonb_to_recordset(${paths}::jsonb) as way(path text, status text) on way.path = e.path
          left join ${held} h on h.lane = o.id::text`,
      ),
  },
  {
    id: 'V13',
    says: 'No order stands still for a minute without saying why',
    of: 'orders',
    run: (tx) =>
      judge(
        tx,
        sql`
          select null as fault,
            case when ${isOpen} and o.updated_at < clock_timestamp() - interval '60 s'
              then 'has been ' || o.status || ' since ' || to_char(o.updated_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS')
                || ' UTC' end as soft,
            h.excuse, o.id as order_id, null::uuid as event_id, null as sku
          from orders.orders o left join ${held} h on h.lane = o.id::text`,
      ),
  },
]

import { sql } from 'drizzle-orm'
import type { EventType } from '@/server/events'
import { db } from '@/server/platform/database/connect'
import { centsOf, held, judge, once, type Proof } from '@/server/platform/proof'
import { type OrderStatus, orderStatuses } from '../domain/order'

/** Written into the statement, as all that is ours and is asked for in many places. */
const oneOf = (names: readonly string[]) =>
  sql.join(
    names.map((name) => sql`${name}`.inlineParams()),
    sql`, `,
  )

const legal = oneOf(orderStatuses)
const isOpen = sql`o.status in ('PENDING', 'CONFIRMED', 'PAID')`
const standsStill = sql`${isOpen} and o.updated_at < clock_timestamp() - interval '60 s'`

/** The ways that an order's own events can go, and the state that each leads to. */
const ways = {
  OrderPlaced: 'PENDING',
  'OrderPlaced OrderRejected': 'REJECTED',
  'OrderPlaced OrderCancelled': 'CANCELLED',
  'OrderPlaced OrderConfirmed': 'CONFIRMED',
  'OrderPlaced OrderConfirmed OrderPaymentFailed': 'PAYMENT_FAILED',
  'OrderPlaced OrderConfirmed OrderCancelled': 'CANCELLED',
  'OrderPlaced OrderConfirmed OrderPaid': 'PAID',
  'OrderPlaced OrderConfirmed OrderPaid OrderCancelled': 'CANCELLED',
  'OrderPlaced OrderConfirmed OrderPaid OrderShipped': 'SHIPPED',
} satisfies Record<string, OrderStatus>

const paths = JSON.stringify(Object.entries(ways).map(([path, status]) => ({ path, status })))

/** What moves an order; a note, say, does not. */
const moves = oneOf([...new Set(Object.keys(ways).flatMap((path) => path.split(' ')))])

/** Where in the story an event stands, and what it said: without sorting a log of a million. */
const sequenceOf = (type: EventType) => sql`min(sequence) filter (where event_type = ${type})`.inlineParams()
const said = (type: EventType, field: string) =>
  sql`max(payload ->> ${field}) filter (where event_type = ${type})`.inlineParams()

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
                coalesce(e.payment, case when o.refunded_at is not null then e.refunded end) then 'payment' end,
              case when o.refunded_at is not null and e.refunded is null then 'refund' end,
              case when (o.shipment_id::text, o.tracking_number) is distinct from (e.shipment, e.tracking)
                then 'shipment' end,
              case when (o.rejection_reason, o.failure_reason, o.cancellation_reason)
                is distinct from (e.why_rejected, e.why_failed, e.why_cancelled) then 'reason' end,
              case when (o.cancelled_at is null) <> (e.cancelled is null) then 'cancelling' end), '') as fault,
            case when o.refunded_at is null and e.refunded is not null then 'has not heard of its refund' end as soft,
            h.excuse, o.id as order_id, p.event_id, null as sku
          from orders.orders o
          join (select lane, event_id, payload from log.events where event_type = 'OrderPlaced') p on p.lane = o.id::text
          join (
            select *, case when told = num_nonnulls(placed, confirmed, paid, shipped, rejected, failed, cancelled)
                and coalesce(confirmed > placed, true) and coalesce(paid > confirmed, true)
                and coalesce(least(shipped, rejected, failed, cancelled) > greatest(placed, confirmed, paid), true)
              then concat_ws(' ', 'OrderPlaced', case when confirmed is not null then 'OrderConfirmed' end,
                case when paid is not null then 'OrderPaid' end, case when shipped is not null then 'OrderShipped' end,
                case when rejected is not null then 'OrderRejected' end,
                case when failed is not null then 'OrderPaymentFailed' end,
                case when cancelled is not null then 'OrderCancelled' end) end as path
            from (
              select lane, count(*) filter (where event_type in (${moves})) as told,
                ${sequenceOf('OrderPlaced')} as placed, ${sequenceOf('OrderConfirmed')} as confirmed,
                ${sequenceOf('OrderPaid')} as paid, ${sequenceOf('OrderShipped')} as shipped,
                ${sequenceOf('OrderRejected')} as rejected, ${sequenceOf('OrderPaymentFailed')} as failed,
                ${sequenceOf('OrderCancelled')} as cancelled,
                ${said('OrderPaid', 'paymentId')} as payment, ${said('PaymentRefunded', 'paymentId')} as refunded,
                ${said('OrderShipped', 'shipmentId')} as shipment, ${said('OrderShipped', 'trackingNumber')} as tracking,
                ${said('OrderRejected', 'reason')} as why_rejected, ${said('OrderPaymentFailed', 'reason')} as why_failed,
                ${said('OrderCancelled', 'reason')} as why_cancelled
              from log.events where event_type in (${moves}, 'PaymentRefunded')
              group by lane
            ) sums
          ) e on e.lane = o.id::text
          left join jsonb_to_recordset(${paths}::jsonb) as way(path text, status text) on way.path = e.path
          left join ${held} h on h.lane = o.id::text
          ${once}`,
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
            case when ${standsStill}
              then 'has been ' || o.status || ' since ' || to_char(o.updated_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS')
                || ' UTC' end as soft,
            h.excuse, o.id as order_id, null::uuid as event_id, null as sku
          from orders.orders o left join ${held} h on h.lane = o.id::text`,
      ),
  },
]

/** How many orders break V13: quick, for health asks again and again. */
export async function countStuck(): Promise<number> {
  const { rows } = (await db().execute(sql`
    select count(*)::int as stuck from orders.orders o left join ${held} h on h.lane = o.id::text
    where ${standsStill} and h.excuse is null`)) as unknown as { rows: [{ stuck: number }] }
  return rows[0].stuck
}

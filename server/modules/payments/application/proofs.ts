import { sql } from 'drizzle-orm'
import { centsOf, held, judge, once, type Proof } from '@/server/platform/proof'

/** What is promised of money, by the provider's own books. */
export const proofs: Proof[] = [
  {
    id: 'V6',
    says: 'Charged once at most; nothing kept for an order that failed',
    of: 'orders',
    run: (tx) =>
      judge(
        tx,
        sql`
          select case when captures > 1 then 'was captured ' || captures || ' times'
              when placed.lane is null then 'was charged, and never placed' end as fault,
            case when ended = 'OrderShipped' and coalesce(captured, 0) <> total
                then 'has shipped, with ' || coalesce(captured, 0) || ' captured of ' || total
              when ended in ('OrderRejected', 'OrderCancelled', 'OrderPaymentFailed') and captured <> refunded
                then 'has ended as ' || ended || ', and ' || captured - refunded || ' is kept'
            end as soft,
            h.excuse, coalesce(placed.lane, money.order_id) as order_id, e.event_id, null as sku
          from (
            select lane, ${centsOf(sql`payload ->> 'totalAmount'`, sql`payload ->> 'currency'`)} as total
            from log.events where event_type = 'OrderPlaced'
          ) placed
          full join (
            -- Money under a key of no payment of ours has no order: it stands under its key.
            select coalesce(p.order_id::text, j.key) as order_id, sum(j.captures) as captures,
              sum(j.captured) as captured, sum(j.refunded) as refunded
            from (
              select key, count(*) filter (where kind = 'CAPTURED') as captures,
                coalesce(sum(amount_cents) filter (where kind = 'CAPTURED'), 0) as captured,
                coalesce(sum(amount_cents) filter (where kind = 'REFUNDED'), 0) as refunded
              from payment_provider.journal where kind in ('CAPTURED', 'REFUNDED') group by key
            ) j
            left join payments.payments p on p.id::text = j.key
            group by 1
          ) money on money.order_id = placed.lane
          left join (
            select lane, event_id, event_type as ended from log.events
            where event_type in ('OrderShipped', 'OrderRejected', 'OrderCancelled', 'OrderPaymentFailed')
          ) e on e.lane = placed.lane
          left join ${held} h on h.lane = placed.lane
          ${once}`,
      ),
  },
]

import { sql } from 'drizzle-orm'
import { held, judge, once, type Proof } from '@/server/platform/proof'

/** What is promised of the stock. */
export const proofs: Proof[] = [
  {
    id: 'V4',
    says: 'Stock equals the sum of its ledger, and never less than nothing is free',
    of: 'SKUs',
    run: (tx) =>
      judge(
        tx,
        sql`
          select nullif(concat_ws(', ',
              case when p.on_hand <> coalesce(m.on_hand, 0)
                then 'has ' || p.on_hand || ' on hand, its ledger ' || coalesce(m.on_hand, 0) end,
              case when p.reserved <> coalesce(m.reserved, 0)
                then 'has ' || p.reserved || ' reserved, its ledger ' || coalesce(m.reserved, 0) end,
              case when p.reserved <> coalesce(r.reserved, 0)
                then 'has ' || p.reserved || ' reserved, orders hold ' || coalesce(r.reserved, 0) end,
              case when p.reserved < 0 or p.reserved > p.on_hand
                then 'has ' || p.reserved || ' reserved of ' || p.on_hand end), '') as fault,
            null as soft, null as excuse, null as order_id, null::uuid as event_id, p.sku
          from inventory.products p
          left join (
            select product_id, sum(on_hand_delta) as on_hand, sum(reserved_delta) as reserved
            from inventory.movements group by product_id
          ) m on m.product_id = p.id
          left join (
            select l.sku, sum(l.quantity) as reserved
            from inventory.reservations, jsonb_to_recordset(lines) as l(sku text, quantity int)
            where status = 'ACTIVE' group by l.sku
          ) r on r.sku = p.sku`,
      ),
  },
  {
    id: 'V5',
    says: 'An order holds all of its lines or none, and none once it has failed',
    of: 'lines',
    run: (tx) =>
      judge(
        tx,
        sql`
          select case
              when net <> 0 and quantity is null then 'holds ' || net || ' that it never ordered'
              when net not in (0, quantity) then 'holds ' || net || ' of ' || quantity
              when net = 0 and status = 'ACTIVE' then 'holds nothing of ' || quantity || ', but says so'
              when net <> 0 and status is distinct from 'ACTIVE' then 'holds ' || net || ' without a reservation'
            end as fault,
            case when net <> 0 and ended.lane is not null then 'holds ' || net || ' although it has ended' end as soft,
            h.excuse, order_id, ended.event_id, sku
          from (
            select coalesce(asked.lane, kept.order_id) as order_id, coalesce(asked.sku, kept.sku) as sku,
              asked.quantity, coalesce(kept.net, 0) as net
            from (
              select lane, l.sku, l.quantity
              from log.events, jsonb_to_recordset(payload -> 'items') as l(sku text, quantity int)
              where event_type = 'OrderPlaced'
            ) asked
            full join (
              select m.order_id::text as order_id, p.sku, sum(m.reserved_delta)::int as net
              from inventory.movements m join inventory.products p on p.id = m.product_id
              where m.order_id is not null group by m.order_id, p.sku
            ) kept on kept.order_id = asked.lane and kept.sku = asked.sku
          ) line
          left join (select order_id as reserved_for, status from inventory.reservations) r
            on r.reserved_for::text = line.order_id
          left join (
            select lane, event_id from log.events
            where event_type in ('OrderRejected', 'OrderPaymentFailed', 'OrderCancelled')
          ) ended on ended.lane = line.order_id
          left join ${held} h on h.lane = line.order_id
          ${once}`,
      ),
  },
]

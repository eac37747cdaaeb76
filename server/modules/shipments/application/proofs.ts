import { sql } from 'drizzle-orm'
import { held, judge, type Proof } from '@/server/platform/proof'

/** What is promised of parcels. */
export const proofs: Proof[] = [
  {
    id: 'V7',
    says: 'One shipment for each shipped order, no live one for others',
    of: 'shipments',
    run: (tx) =>
      judge(
        tx,
        sql`
          select case when shipments > 1 then 'has ' || shipments || ' shipments'
              when e.lane is not null and coalesce(live, 0) <> 1 then 'is shipped, and has no live shipment'
              when e.shipment_id <> s.shipment_id then 'is shipped with another shipment than it says' end as fault,
            case when e.lane is null and live > 0 then 'has a live shipment, and is not shipped' end as soft,
            h.excuse, coalesce(e.lane, s.order_id) as order_id, e.event_id, null as sku
          from (
            select lane, event_id, payload ->> 'shipmentId' as shipment_id from log.events where event_type = 'OrderShipped'
          ) e
          full join (
            select order_id::text, count(*) as shipments, count(*) filter (where status <> 'VOIDED') as live,
              max(id::text) as shipment_id
            from shipments.shipments group by order_id
          ) s on s.order_id = e.lane
          left join ${held} h on h.lane = coalesce(e.lane, s.order_id)`,
      ),
  },
]

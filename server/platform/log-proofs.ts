import { sql } from 'drizzle-orm'
import { eventTypes } from '@/server/events'
import { MAX_ATTEMPTS } from './policy'
import { judge, type Proof } from './proof'
import { reactorsOf } from './unit-of-work'
import { toModule } from './whose'

const orderOf = (lane: 'e' | 'd') =>
  lane === 'e'
    ? sql`case when e.payload ? 'orderId' then e.lane end`
    : sql`(select e.lane from log.events e where e.event_id = d.event_id and e.payload ? 'orderId')`

/** What the log promises by itself, whatever is told in it. */
export const logProofs: Proof[] = [
  {
    id: 'V1',
    says: 'Every event was delivered to each module that reacts to it',
    of: 'deliveries',
    run: (tx) => {
      const pairs = eventTypes.flatMap((type) => reactorsOf(type).map((module) => ({ type, module })))
      return judge(
        tx,
        sql`
          select case when d.event_id is null then e.event_type || ' has no delivery to ' || r.module end as fault,
            case when d.status = 'PENDING' then e.event_type || ' is on its way to ' || r.module end as soft,
            'moving' as excuse, ${orderOf('e')} as order_id, e.event_id, null as sku
          from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as r(type text, module text)
          join log.events e on e.event_type = r.type
          left join log.deliveries d on d.event_id = e.event_id and d.module = r.module`,
      )
    },
  },
  {
    id: 'V9',
    says: 'Sequences run 1, 2, 3 without a gap',
    of: 'lanes',
    run: (tx) =>
      judge(
        tx,
        sql`
          select case when events <> last or last is distinct from n.sequence
              then 'has ' || events || ' events, the last is number ' || last
                || ' and the lane counts ' || coalesce(n.sequence, 0) end as fault,
            null as soft, null as excuse, case when is_order then e.lane end as order_id,
            coalesce(
              (select after.event_id from log.events after
                where after.lane = e.lane and after.sequence > 1 and not exists (
                  select from log.events prior where prior.lane = after.lane and prior.sequence = after.sequence - 1)
                order by after.sequence limit 1),
              (select final.event_id from log.events final where final.lane = e.lane order by sequence desc limit 1)
            ) as event_id, null as sku
          from (
            select lane, count(*) as events, max(sequence) as last, bool_or(event_type = 'OrderPlaced') as is_order
            from log.events group by lane
          ) e
          left join log.lanes n on n.lane = e.lane`,
      ),
  },
  {
    id: 'V10',
    says: 'Each module handled a lane in order',
    of: 'deliveries',
    run: (tx) =>
      judge(
        tx,
        sql`
          select case when finished_at < before
              then module || ' finished it before what came earlier' end as fault,
            null as soft, null as excuse, ${orderOf('d')} as order_id, event_id, null as sku
          from (
            select event_id, module, finished_at, lag(coalesce(finished_at, 'infinity'))
              over (partition by lane collate "C", module collate "C" order by sequence) as before
            from log.deliveries where ${toModule(sql`module`)}
          ) d`,
      ),
  },
  {
    id: 'V11',
    says: 'No event caused the same thing twice',
    of: 'follow-ups',
    run: (tx) =>
      judge(
        tx,
        sql`
          select case when times > 1 then 'caused ' || event_type || ' ' || times || ' times' end as fault,
            null as soft, null as excuse, ${orderOf('d')} as order_id, d.event_id, null as sku
          from (
            select causation_id as event_id, event_type, count(*) as times
            from log.events where causation_id is not null
            -- A cause may concern several products, each once.
            group by causation_id, event_type, case when aggregate_type = 'Product' then aggregate_id end
          ) d`,
      ),
  },
  {
    id: 'V12',
    says: `Never more than ${MAX_ATTEMPTS} tries between redrives`,
    of: 'deliveries',
    run: (tx) =>
      judge(
        tx,
        sql`
          select case when greatest(d.attempts, t.tries) > ${MAX_ATTEMPTS}
              then d.module || ' was tried ' || greatest(d.attempts, t.tries) || ' times' end as fault,
            null as soft, null as excuse, ${orderOf('d')} as order_id, d.event_id, null as sku
          from log.deliveries d
          left join (
            select event_id, module, max(tries) as tries from (
              select event_id, module, count(*) filter (where kind in ('FAILED', 'DEAD')) as tries
              from (
                select event_id, module, kind, count(*) filter (where kind in ('REDRIVEN', 'DISCARDED'))
                  over (partition by event_id, module order by id) as round
                from log.incidents
              ) i
              group by event_id, module, round
            ) rounds
            group by event_id, module
          ) t on t.event_id = d.event_id and t.module = d.module
          where ${toModule(sql`d.module`)}`,
      ),
  },
]

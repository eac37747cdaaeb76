import { sql } from 'drizzle-orm'
import { conflict } from '@/server/kernel/errors'
import { modules } from '@/server/modules'
import { drainAll, type Ended } from '@/server/platform/batches'
import { asOwner } from '@/server/platform/database/app-role'
import { db, transaction } from '@/server/platform/database/connect'
import { type Drained, drain, type Step } from '@/server/platform/drain'
import { disturb, type FaultPoint } from '@/server/platform/fault-points'
import type { Books, Delivery, Module } from './shop-model'

/** An empty shop. Each run begins with one: what an earlier one broke must not be found again by a later. */
export async function emptyShop() {
  await transaction(async (tx) => {
    const { rows } = (await tx.execute(sql`
      select string_agg(format('%I.%I', schemaname, tablename), ', ') as tables from pg_tables
      where schemaname in ('log', 'orders', 'inventory', 'payments', 'payment_provider', 'shipments')
    `)) as unknown as { rows: [{ tables: string }] }
    await asOwner(tx)
    await tx.execute(sql`alter table log.events disable trigger events_append_only`)
    await tx.execute(sql.raw(`truncate ${rows[0].tables}`))
    await tx.execute(sql`alter table log.events enable trigger events_append_only`)
  })
}

/** What goes wrong during a drain, when it passes the point for the n-th time. */
export type Fault = { how: 'die' | 'fail' | 'refuse'; point: FaultPoint; nth: number }

const directly: Step = (_, work) => work()

/** A drain by hand, as an engine would do it; `died`: its process did not come back from it. */
export const drainByHand = (lane: string, module: Module, fault?: Fault): Promise<Drained | 'died'> =>
  disturbedBy(fault, () => drain(lane, module, modules[module].reactions, directly))

/** The same of several lanes at once. */
export const drainAllByHand = (
  lanes: string[],
  module: Module,
  fault?: Fault,
): Promise<Map<string, Ended> | 'died'> =>
  disturbedBy(fault, () => drainAll(lanes, module, modules[module].reactions, directly))

async function disturbedBy<T>(fault: Fault | undefined, work: () => Promise<T>): Promise<T | 'died'> {
  let passed = 0
  const death = new Promise<'died'>((die) => {
    disturb(
      fault &&
        (async (point) => {
          if (point !== fault.point || ++passed !== fault.nth) return
          if (fault.how !== 'die') throw faults[fault.how]()
          // Inside a transaction the database notices; outside of it nobody does, and nobody ever reports.
          if (inTransaction.includes(point)) throw faults.die()
          die('died')
          await new Promise(() => {})
        }),
    )
  })
  const ended = await Promise.race([work().catch(isDeath), death])
  disturb(undefined)
  return ended
}

const inTransaction: FaultPoint[] = ['after claim', 'before commit']

const faults = {
  /** As the database tells a client that it lost: 57P01, admin shutdown. */
  die: () => Object.assign(new Error('The process died'), { code: '57P01' }),
  fail: () => new Error('A fault of the test'),
  refuse: () => conflict('A refusal of the test'),
}

function isDeath(error: unknown): 'died' {
  if (error instanceof Error && error.message === 'The process died') return 'died'
  throw error
}

type SeenOrder = { orderId: string; status: string; shipmentId: string | null; told: string[] | null }
export type Seen = {
  orders: (SeenOrder & Books & { parcel: string; captures: number })[]
  deliveries: (Delivery & { orderId: string; eventId: string; error: string | null; ready: boolean })[]
  stock: { sku: string; onHand: number; reserved: number }[]
}

/** The whole shop, as the database has it. Orders are in the turn in which the stock was decided about, for what one gets another does not. */
export async function look(): Promise<Seen> {
  const { rows } = (await db().execute(sql`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('orderId', o.id, 'status', o.status, 'shipmentId', o.shipment_id,
        'told', (select jsonb_agg(event_type order by sequence) from log.events where lane = o.id::text),
        'parcel', coalesce((select status from shipments.shipments s where s.order_id = o.id), 'NONE'),
        'settled', (select max(kind) from payment_provider.journal j join payments.payments p on p.id::text = j.key
          where p.order_id = o.id and kind in ('CAPTURED', 'DECLINED', 'VOIDED')),
        'captures', (select count(*) from payment_provider.journal j join payments.payments p on p.id::text = j.key
          where p.order_id = o.id and kind = 'CAPTURED' and j.amount_cents = o.total_cents),
        'refunded', exists (select from payment_provider.journal j join payments.payments p on p.id::text = j.key
          where p.order_id = o.id and kind = 'REFUNDED'))), '[]') from orders.orders o) as orders,
      (select coalesce(jsonb_agg(jsonb_build_object('orderId', lane, 'eventId', event_id, 'sequence', sequence, 'event', event_type,
        'module', module, 'standing', status, 'error', error,
        'ready', next_attempt_at <= clock_timestamp() and coalesce(claimed_until < clock_timestamp(), true))
        order by decided, sequence, array_position(array['orders', 'inventory', 'payments', 'shipments'], module)), '[]')
        from log.deliveries left join lateral (
          select min(position) as decided from log.events where events.lane = deliveries.lane
            and events.event_type in ('InventoryReserved', 'InventoryReservationFailed')) stock on true) as deliveries,
      (select coalesce(jsonb_agg(jsonb_build_object('sku', sku, 'onHand', on_hand, 'reserved', reserved)), '[]')
        from inventory.products) as stock
  `)) as unknown as { rows: [Seen] }
  return rows[0]
}

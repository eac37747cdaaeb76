import type { Pool, PoolClient } from 'pg'
import { newId } from '@/server/kernel/id'
import { APP_ROLE } from '@/server/platform/database/app-role'
import { address, HUGE_STOCK } from './shop'

/** Of the shape that the shop's own tables have, indexes and checks included; only foreign keys are not copied so. */
const copies = {
  orders: 'orders.orders',
  products: 'inventory.products',
  reservations: 'inventory.reservations',
  movements: 'inventory.movements',
  payments: 'payments.payments',
  shipments: 'shipments.shipments',
  events: 'log.events',
  deliveries: 'log.deliveries',
}

/**
 * What the database and its driver cost without the shop: the eight transactions of one order, in a row, by hand. No
 * queue, no rules, nobody told. `buy` resolves when the last of them is committed.
 */
export async function openBaseline(pool: Pool) {
  await transaction(pool, async (tx) => {
    await tx.query('set local role none')
    await tx.query('create schema bench')
    for (const [copy, original] of Object.entries(copies)) {
      await tx.query(`create table bench.${copy} (like ${original} including all)`)
    }
    await tx.query('alter table bench.movements add foreign key (product_id) references bench.products (id)')
    await tx.query(`grant usage on schema bench to ${APP_ROLE}`)
    await tx.query(`grant all on all tables in schema bench to ${APP_ROLE}`)
  })
  const productId = newId()
  await pool.query({
    text: `insert into bench.products (id, sku, name, description, price_cents, currency, on_hand, reserved, status,
        created_at, updated_at)
      values ($1, 'BENCH', 'Benchmark', '', 1250, 'EUR', $2, 0, 'ACTIVE', now(), now())`,
    values: [productId, HUGE_STOCK],
  })
  return { buy: () => buy(pool, productId) }
}

async function buy(pool: Pool, productId: string) {
  const orderId = newId()
  const story = new Story(orderId)

  await transaction(pool, async (tx) => {
    await placeOrder(tx, orderId)
    await story.record(tx, 'OrderPlaced', { orderId, items, address, totalAmount: 12.5, currency: 'EUR' })
  })
  await transaction(pool, async (tx) => {
    await reserve(tx, orderId, productId)
    await story.record(tx, 'InventoryReserved', { orderId, reservations: lines })
  })
  await transaction(pool, async (tx) => {
    await moveOrder(tx, orderId, 'CONFIRMED')
    await story.record(tx, 'OrderConfirmed', { orderId, amount: 12.5, currency: 'EUR' })
  })
  const paymentId = newId()
  await transaction(pool, async (tx) => {
    await beginPayment(tx, paymentId, orderId)
    await story.claim(tx)
  })
  await transaction(pool, async (tx) => {
    await capture(tx, paymentId)
    await story.record(tx, 'PaymentProcessed', { orderId, paymentId, amount: 12.5, currency: 'EUR' })
  })
  await transaction(pool, async (tx) => {
    await moveOrder(tx, orderId, 'PAID', { paymentId })
    await story.record(tx, 'OrderPaid', { orderId, paymentId, items: lines, address })
  })
  const shipmentId = newId()
  await transaction(pool, async (tx) => {
    await createShipment(tx, shipmentId, orderId)
    await story.record(tx, 'ShipmentCreated', { orderId, shipmentId, trackingNumber })
  })
  await transaction(pool, async (tx) => {
    await moveOrder(tx, orderId, 'SHIPPED', { shipmentId })
    await story.record(tx, 'OrderShipped', { orderId, shipmentId, trackingNumber })
  })
}

async function transaction(pool: Pool, work: (tx: PoolClient) => Promise<void>) {
  const tx = await pool.connect()
  try {
    await tx.query('begin')
    await work(tx)
    await tx.query('commit')
  } catch (error) {
    await tx.query('rollback').catch(() => {})
    throw error
  } finally {
    tx.release()
  }
}

const lines = [{ sku: 'BENCH', quantity: 1 }]
const items = [{ ...lines[0], name: 'Benchmark', unitCents: 1_250 }]
const trackingNumber = 'NW000000000NL'

/** An object and not a text: so the pool's client prepares it, as it does the shop's. */
const run = (tx: PoolClient, text: string, values: unknown[]) => tx.query({ text, values })

const placeOrder = (tx: PoolClient, orderId: string) =>
  run(
    tx,
    `insert into bench.orders (id, customer_id, items, shipping_address, total_cents, currency, payment_method, status,
       access_token_hash, placed_at, updated_at)
     values ($1, $2, $3, $4, 1250, 'EUR', 'pm_card_visa', 'PENDING', $5, now(), now())`,
    [orderId, orderId, JSON.stringify(items), JSON.stringify(address), '0'.repeat(64)],
  )

async function reserve(tx: PoolClient, orderId: string, productId: string) {
  const { rows } = await run(
    tx,
    `update bench.products set reserved = reserved + 1, updated_at = now()
     where id = $1 and on_hand - reserved >= 1 returning on_hand, reserved`,
    [productId],
  )
  await run(
    tx,
    `insert into bench.movements (product_id, kind, on_hand_delta, reserved_delta, on_hand_after, reserved_after, order_id)
     values ($1, 'RESERVED', 0, 1, $2, $3, $4)`,
    [productId, rows[0].on_hand, rows[0].reserved, orderId],
  )
  await run(
    tx,
    `insert into bench.reservations (id, order_id, lines, status) values ($1, $2, $3, 'ACTIVE')`,
    [newId(), orderId, JSON.stringify(lines)],
  )
}

type Given = { paymentId?: string; shipmentId?: string }

const moveOrder = (tx: PoolClient, orderId: string, status: string, { paymentId, shipmentId }: Given = {}) =>
  run(
    tx,
    `update bench.orders set status = $2, payment_id = coalesce($3, payment_id), shipment_id = $4, tracking_number = $5,
       updated_at = now()
     where id = $1`,
    [orderId, status, paymentId, shipmentId, shipmentId && trackingNumber],
  )

const beginPayment = (tx: PoolClient, paymentId: string, orderId: string) =>
  run(
    tx,
    `insert into bench.payments (id, order_id, amount_cents, currency, method, status, created_at, updated_at)
     values ($1, $2, 1250, 'EUR', 'pm_card_visa', 'PENDING', now(), now())`,
    [paymentId, orderId],
  )

const capture = (tx: PoolClient, paymentId: string) =>
  run(
    tx,
    `update bench.payments set status = 'CAPTURED', provider_reference = 'ch_1', updated_at = now() where id = $1`,
    [paymentId],
  )

const createShipment = (tx: PoolClient, shipmentId: string, orderId: string) =>
  run(
    tx,
    `insert into bench.shipments (id, order_id, status, carrier, tracking_number, items, address, cleared, created_at)
     values ($1, $2, 'CREATED', 'Northwind', $3, $4, $5, false, now())`,
    [shipmentId, orderId, trackingNumber, JSON.stringify(lines), JSON.stringify(address)],
  )

/** The order's history: each event finishes the delivery of the one before it, and makes one of its own. */
class Story {
  #sequence = 0
  #last: string | null = null

  constructor(private readonly orderId: string) {}

  async record(tx: PoolClient, eventType: string, payload: object) {
    const eventId = newId()
    this.#sequence++
    await run(
      tx,
      `with stored as (
         insert into bench.events (event_id, event_type, aggregate_type, aggregate_id, lane, sequence, occurred_at,
           payload, version, correlation_id, causation_id, xid)
         values ($1, $2, 'Order', $3, $3, $4, now(), $5, 1, $3, $6, pg_current_xact_id())
       ), done as (
         update bench.deliveries
         set status = 'DONE', finished_at = clock_timestamp(), claim = null, claimed_until = null
         where event_id = $6 and module = 'bench'
       )
       insert into bench.deliveries (event_id, module, event_type, lane, sequence) values ($1, 'bench', $2, $3, $4)`,
      [eventId, eventType, this.orderId, this.#sequence, JSON.stringify(payload), this.#last],
    )
    this.#last = eventId
  }

  /** Before a call to the outside. */
  claim = (tx: PoolClient) =>
    run(
      tx,
      `update bench.deliveries set claim = $2, claimed_until = clock_timestamp() + interval '6 s'
       where event_id = $1 and module = 'bench'`,
      [this.#last, newId()],
    )
}

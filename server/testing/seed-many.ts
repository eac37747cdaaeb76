import { parseArgs } from 'node:util'
import { sql } from 'drizzle-orm'
import { seed } from '@/drizzle/seed'
import { modules } from '@/server/modules'
import { Product } from '@/server/modules/inventory/domain/product'
import { movements, products, reservations } from '@/server/modules/inventory/infrastructure/tables'
import { orders } from '@/server/modules/orders/infrastructure/tables'
import { journal, payments } from '@/server/modules/payments/infrastructure/tables'
import { shipments } from '@/server/modules/shipments/infrastructure/tables'
import { owning } from '@/server/platform/database/app-role'
import { closeDatabase, connected, db, openDatabase, transaction } from '@/server/platform/database/connect'
import { migrateDatabase } from '@/server/platform/database/migrate'
import { settings } from '@/server/platform/settings'
import { deliveries, events, lanes } from '@/server/platform/tables'
import { enlist } from '@/server/platform/unit-of-work'
import { HOUR, turnBack, turnTo } from './many/clock'
import { type Ending, Past } from './many/past'
import { insertMany } from './many/store'

/*
 * `npm run seed:many`: gives a store a past of thirty days, with `-- --orders 100000` (that many unless told otherwise).
 * It goes to the database of the settings: DATABASE_URL, or the embedded one in TINY_STORE_DATA, which no other process
 * may hold meanwhile.
 */

const { values } = parseArgs({ options: { orders: { type: 'string', default: '100000' } } })
const wanted = Number(values.orders)
if (!Number.isInteger(wanted) || wanted < 1) throw new Error('--orders must be a whole number from 1 up')

const DAYS = 30
/** Products of this past alone, so that it takes nothing from what the shop sells. */
const PRODUCTS = 200

await migrateDatabase(await openDatabase(settings()))
enlist(modules)
if ((await db().select().from(products).limit(1)).length === 0) await seed()

const run = (await db().execute(sql`select count(*)::int as n from inventory.products`)) as unknown as {
  rows: [{ n: number }]
}
const began = performance.now()
const past = tell(run.rows[0].n)
console.log(`Told ${past.orders.length} orders and ${past.events.length} events. Storing them…`)
await store(past)
await connected().session((own) => owning(own, () => own.execute(sql`analyze`)))
await closeDatabase()
console.log(`Stored in ${Math.round((performance.now() - began) / 1000)} s.`)

/** Lets the days pass: orders come at random, parcels leave and arrive when it is time. */
function tell(known: number): Past {
  const end = Date.now() - HOUR
  const start = end - DAYS * 24 * HOUR
  turnTo(start)
  const shelf = new Map<string, Product>()
  for (let n = 1; n <= PRODUCTS; n++) {
    const product = Product.create({
      sku: `PAST-${known}-${String(n).padStart(3, '0')}`,
      name: `Thing of the past ${n}`,
      description: 'Sold long ago.',
      category: null,
      picture: null,
      priceCents: 500 + 37 * n,
      currency: 'EUR',
      onHand: n === 1 ? 5 : Math.ceil((wanted * 6) / PRODUCTS) + 10,
      status: 'INACTIVE',
    })
    shelf.set(product.sku, product)
  }
  const past = new Past(shelf)
  past.begin()
  const skus = [...shelf.keys()]
  /** What happens later, by the hour in which it is due. */
  const due = new Map<number, (() => void)[]>()
  let hour = Math.floor(start / HOUR)
  for (let n = 0; n < wanted; n++) {
    const now = start + HOUR + ((end - start - 2 * HOUR) * n) / wanted
    for (; hour < Math.floor(now / HOUR); hour++) {
      for (const act of due.get(hour) ?? []) act()
      due.delete(hour)
    }
    turnTo(now)
    for (const later of past.place(input(n, skus), endingOf(n))) {
      const when = Math.floor(later.at / HOUR)
      due.set(when, [...(due.get(when) ?? []), later.act])
    }
  }
  turnBack()
  return past
}

/** By the number of the order, so that every run of the script tells the same. */
function endingOf(n: number): Ending {
  const luck = (n * 7919) % 1000
  if (luck < 20) return 'rejected'
  if (luck < 50) return 'declined'
  if (luck < 80) return 'refunded'
  if (luck < 90) return 'shipped'
  return luck < 120 ? 'dispatched' : 'delivered'
}

function input(n: number, skus: string[]) {
  const customer = (n * 31) % Math.ceil(wanted / 4)
  const line = (k: number, quantity: number) => {
    // The first product has too few for what is to be rejected.
    const sku =
      (endingOf(n) === 'rejected' ? skus[0] : skus[1 + ((n * 13 + k * 57) % (skus.length - 1))]) ?? ''
    const number = Number(sku.slice(-3))
    return { sku, name: `Thing of the past ${number}`, quantity, unitCents: 500 + 37 * number }
  }
  const rejected = endingOf(n) === 'rejected'
  return {
    customerId: `customer-${customer}`,
    email: `customer-${customer}@example.com`,
    items: rejected
      ? [line(0, 9)]
      : n % 3 === 0
        ? [line(0, 1), line(1, 1 + (n % 3))]
        : [line(0, 1 + (n % 2))],
    shippingAddress: {
      name: `A. Customer ${customer}`,
      street: `${1 + (n % 200)} Example Street`,
      city: ['Amsterdam', 'Utrecht', 'Leiden', 'Delft'][n % 4] ?? '',
      postalCode: `${1000 + (n % 9000)} AB`,
      country: 'NL',
    },
    currency: 'EUR',
    paymentMethod: endingOf(n) === 'declined' ? 'pm_card_declined' : 'pm_card_visa',
  }
}

async function store(past: Past) {
  const states = (from: { toState(): object }[]) => from.map((each) => each.toState())
  await transaction(async (tx) => {
    // A transaction of minutes, in which this process thinks for seconds: it is not taken for a frozen one.
    await tx.execute(sql`set local idle_in_transaction_session_timeout = 0`)
    const { rows } = (await tx.execute(sql`select pg_current_xact_id()::text as xid`)) as unknown as {
      rows: [{ xid: string }]
    }
    const [{ xid }] = rows
    await insertMany(tx, products, states([...past.shelf.values()]))
    await insertMany(
      tx,
      movements,
      past.movements.map(({ product, at, movement }) => ({ ...movement, productId: product.id, at })),
    )
    await insertMany(tx, reservations, states(past.reservations))
    await insertMany(tx, orders, states(past.orders))
    await insertMany(tx, payments, states(past.payments))
    await insertMany(tx, journal, past.payments.flatMap(journalOf))
    await insertMany(tx, shipments, states(past.shipments))
    await insertMany(
      tx,
      lanes,
      [...past.lanes].map(([lane, sequence]) => ({ lane, sequence, xid })),
    )
    await insertMany(
      tx,
      events,
      past.events.map((event) => ({ ...event, xid })),
    )
    await insertMany(
      tx,
      deliveries,
      past.deliveries.map((delivery) => ({
        ...delivery,
        status: 'DONE',
        attempts: 0,
        nextAttemptAt: delivery.createdAt,
        claims: 0,
        swept: 0,
        redrives: 0,
        duplicates: 0,
      })),
    )
  })
}

/** What the provider has in its books of a payment. */
function journalOf(payment: Past['payments'][number]) {
  const { id: key, status, amountCents, currency, failureReason: reason, updatedAt: at } = payment.toState()
  if (status === 'FAILED') return [{ key, kind: 'DECLINED', amountCents: 0, currency, reason, at }]
  const captured = { key, kind: 'CAPTURED', amountCents, currency, reason: null, at }
  return status === 'REFUNDED' ? [captured, { ...captured, kind: 'REFUNDED' }] : [captured]
}

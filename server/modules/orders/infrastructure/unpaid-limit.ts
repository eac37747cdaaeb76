import { tooMany } from '@/server/kernel/errors'
import type { Database } from '@/server/platform/database/connect'
import type { Write } from '@/server/platform/database/prepared'
import { execute } from '@/server/platform/database/prepared'
import { settings } from '@/server/platform/settings'

/** Who orders, as far as that is known. Each of these may have so many orders that nobody has paid yet. */
export type Subject = { browser?: string; customerId?: string; origin?: string }

const PER_BUYER = 10
/** A whole office, or all of a mobile network, may share an address. */
const PER_ORIGIN = 50

/**
 * Refuses one more order to whoever has too many unpaid ones already, for each holds stock. Exact, however many come at once:
 * they wait for each other, buyer by buyer, until the one before is committed. Counted in a statement of its own, which sees
 * what was committed meanwhile. Both go with the order's own writes, so they cost no round trip.
 */
export function limitUnpaid(tx: Database, { browser, customerId, origin }: Subject): Write[] {
  const subjects = Object.entries({ browser, customerId, origin }).flatMap(([kind, who]) =>
    who === undefined ? [] : `${kind} ${who}`,
  )
  if (subjects.length === 0) return []
  return [
    { execute: () => execute(tx, WAIT, [subjects.sort()]) },
    {
      execute: async () => {
        const [unpaid] = await execute<Unpaid>(tx, COUNT, [browser, customerId, origin])
        if (unpaid) refuseTooMany(unpaid)
      },
    },
  ]
}

type Unpaid = { ofBuyer: number; ofOrigin: number }

const RETRY_AFTER_SECONDS = 60

function refuseTooMany({ ofBuyer, ofOrigin }: Unpaid) {
  const scale = settings().rateLimitScale
  const whose = ofBuyer >= PER_BUYER * scale ? 'you' : ofOrigin >= PER_ORIGIN * scale ? 'your network' : null
  if (!whose) return
  const many = whose === 'you' ? ofBuyer : ofOrigin
  throw tooMany(
    `${many} orders from ${whose} are not paid yet, and we hold what is in them. Cancel one of them, or order again when ` +
      'they are paid. A program that orders for many needs an API key with orders:write.',
    { kind: 'too-many-unpaid', extra: { unpaidOrders: many, retryAfter: RETRY_AFTER_SECONDS } },
  )
}

/** Always in the same order, so that no two wait for each other. */
const WAIT = `select pg_advisory_xact_lock(hashtextextended(subject, 1)) from unnest($1::text[]) subject`

/** An unpaid order is among somebody's last, for it does not stay unpaid: nobody's whole history is read for it. */
const LAST = 'order by 1 desc limit 200'
const UNPAID = `status in ('PENDING', 'CONFIRMED')`

const COUNT = `
  select greatest(
    (select count(*) from (select order_id from orders.access where token_hash = $1::text ${LAST}) last
      join orders.orders on id = order_id where ${UNPAID}),
    (select count(*) from (select id, status from orders.orders where customer_id = $2::text ${LAST}) last where ${UNPAID})
  )::int as "ofBuyer",
  (select count(*) from orders.orders where origin = $3::text and ${UNPAID})::int as "ofOrigin"`

import type { Change } from './build'
import type { Case } from './case'
import { c14, crashAt } from './cases/crashes'
import { c6, c7 } from './cases/database'
import { c5, c9 } from './cases/failures'
import { c3, c4 } from './cases/pokes'
import { c8 } from './cases/races'

/** The code broken on purpose, in the build or in the database, and who has to notice. */
export type Mutant = {
  says: string
  /** Which lines of the proof, or which promise of a case, must go red because of it. */
  caughtBy: string[]
  case: Case
  size: number
  changes?: Change[]
  /** A statement on the fresh database. */
  sabotage?: string
}

const dropUnique = (table: string, name: string) => `alter table ${table} drop constraint ${name}`
const drain = 'server/platform/drain.ts'
const batches = 'server/platform/batches.ts'
const failures = 'server/platform/failures.ts'
const charging = 'server/modules/payments/application/reactions.ts'
const product = 'server/modules/inventory/domain/product.ts'
const shelf = 'server/modules/inventory/infrastructure/product-repository.ts'

const inboxRemoved: Change = {
  file: 'server/platform/claims.ts',
  from: "and status = 'PENDING' and attempts = $3\n  for update skip locked",
  to: 'and $3::int is not null for update',
}

export const mutants: Mutant[] = [
  {
    says: 'no delivery is stored for one reaction',
    caughtBy: ['V1'],
    case: c3,
    size: 10,
    changes: [
      {
        file: 'server/platform/unit-of-work.ts',
        from: 'for (const eventType of Object.keys(reactions) as EventType[]) {',
        to: "for (const eventType of Object.keys(reactions) as EventType[]) {\nif (eventType === 'OrderShipped') continue",
      },
    ],
  },
  {
    says: 'the event is stored without the order',
    caughtBy: ['V2'],
    case: c3,
    size: 10,
    sabotage: `create function orders.lose() returns trigger language plpgsql as 'begin return null; end';
      create trigger lose before insert on orders.orders for each row execute function orders.lose()`,
  },
  {
    says: 'an idempotency key means nothing',
    caughtBy: ['V2'],
    case: crashAt([{ of: 'command', at: 'after commit' }]),
    size: 20,
    sabotage: `create function log.lose() returns trigger language plpgsql as 'begin return null; end';
      create trigger lose before insert on log.answers for each row execute function log.lose()`,
  },
  {
    says: 'a try that failed counts as done',
    caughtBy: ['V3', 'V13'],
    case: c5,
    size: 20,
    changes: [
      {
        file: failures,
        from: "status: inMs === null ? end : 'PENDING'",
        to: "status: inMs === null ? end : 'DONE'",
      },
    ],
  },
  {
    says: 'more is sold than there is',
    caughtBy: ['V4', 'case'],
    case: c7,
    size: 1,
    sabotage: 'alter table inventory.products drop constraint products_never_oversold',
    changes: [
      { file: product, from: 'if (quantity > this.available) throw', to: 'if (quantity < 0) throw' },
      { file: product, from: 'reservedAfter < 0 || reservedAfter > onHandAfter', to: 'reservedAfter < 0' },
      {
        file: 'server/modules/inventory/domain/reservation.ts',
        from: 'requested > available)',
        to: 'requested < available - 1e9)',
      },
    ],
  },
  {
    says: 'products are not locked while their stock is counted',
    caughtBy: ['V4'],
    case: c3,
    size: 40,
    changes: [
      {
        file: shelf,
        from: ".orderBy(asc(products.sku))\n    .for('update')",
        to: '.orderBy(asc(products.sku))',
      },
    ],
  },
  {
    says: 'an order that failed gives back all lines but one',
    caughtBy: ['V5'],
    case: c8,
    size: 1,
    changes: [
      {
        file: 'server/modules/inventory/domain/reservation.ts',
        from: 'for (const { sku, quantity } of this.lines) shelf.get(sku)?.release(',
        to: 'for (const { sku, quantity } of this.lines.slice(1)) shelf.get(sku)?.release(',
      },
    ],
  },
  {
    says: 'an unknown outcome is charged again, and the provider does not mind',
    caughtBy: ['V6'],
    case: c9,
    size: 5,
    sabotage: 'drop index payment_provider.journal_settled_once',
    changes: [
      {
        file: charging,
        from: '(again ? await provider.lookup(charge.key) : undefined) ?? provider.charge(charge)',
        to: '(again ? undefined : undefined) ?? provider.charge(charge)',
      },
    ],
  },
  {
    says: 'the refund is skipped',
    caughtBy: ['V6'],
    case: c8,
    size: 2,
    changes: [
      {
        file: charging,
        from: "if (outcome === null || outcome.status === 'CAPTURED') await provider.refund(key)",
        to: '',
      },
    ],
  },
  {
    says: 'the inbox check is gone, and so is the rule of one shipment',
    caughtBy: ['V7', 'V11'],
    case: c3,
    size: 60,
    sabotage: dropUnique('shipments.shipments', 'shipments_one_per_order'),
    changes: [inboxRemoved],
  },
  {
    says: 'the stored order lacks what its event says',
    caughtBy: ['V8'],
    case: c3,
    size: 10,
    changes: [
      {
        file: 'server/modules/orders/domain/order.ts',
        from: "this.moveTo('SHIPPED', { shipmentId, trackingNumber })",
        to: "this.moveTo('SHIPPED', { shipmentId })",
      },
    ],
  },
  {
    says: 'sequences have gaps',
    caughtBy: ['V9'],
    case: c3,
    size: 10,
    changes: [
      {
        file: 'server/platform/event-store.ts',
        from: 'do update set sequence = l.sequence + excluded.sequence',
        to: 'do update set sequence = l.sequence + excluded.sequence + 1',
      },
    ],
  },
  {
    says: 'a lane is drained from its end',
    caughtBy: ['V10'],
    case: c8,
    size: 1,
    changes: [
      {
        file: 'server/platform/deliveries.ts',
        from: '.orderBy(deliveries.sequence)\n',
        to: ".orderBy(sql.raw('sequence desc'))\n",
      },
    ],
  },
  {
    says: 'six tries instead of four',
    caughtBy: ['V12'],
    case: c5,
    size: 40,
    changes: [
      {
        file: 'server/platform/policy.ts',
        from: 'export const MAX_ATTEMPTS = 4',
        to: 'export const MAX_ATTEMPTS = 6',
      },
    ],
  },
  {
    says: 'what failed four times is thrown away',
    caughtBy: ['V3', 'V13'],
    case: c9,
    size: 5,
    changes: [
      {
        file: failures,
        from: "status: inMs === null ? end : 'PENDING'",
        to: "status: inMs === null ? 'DISCARDED' : 'PENDING'",
      },
    ],
  },
  {
    says: 'nobody looks for lost pokes',
    caughtBy: ['quiet'],
    case: c4,
    size: 20,
    changes: [
      {
        file: 'server/platform/sweep.ts',
        from: 'and next_attempt_at <= clock_timestamp()',
        to: 'and false and next_attempt_at <= clock_timestamp()',
      },
    ],
  },
  {
    says: 'who kills its process goes on taking its neighbours with it',
    caughtBy: ['case'],
    case: c14,
    size: 40,
    changes: [{ file: batches, from: '  isUnsuspected(head) &&\n', to: '' }],
  },
  {
    says: 'a lost connection counts as a failed try',
    caughtBy: ['case'],
    case: c6,
    size: 60,
    changes: [{ file: drain, from: 'if (isTransient(error)) {', to: 'if (false) {' }],
  },
]

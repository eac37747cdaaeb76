import { setTimeout as wait } from 'node:timers/promises'
import { type SQL, sql } from 'drizzle-orm'
import { asOwner } from '@/server/platform/database/app-role'
import { transaction } from '@/server/platform/database/connect'
import type { Key } from '@/server/platform/deliveries'
import { deliveryStatus } from '@/server/platform/delivery-status'
import { isTransient } from '@/server/platform/transient'
import { proofs, prove } from '@/server/proof'
import type { Cluster } from './cluster'
import type { FaultKind } from './faults'
import type { Fleet } from './fleet'
import type { Random } from './random'
import type { openShop } from './shop'

/** A promise that was broken: which, how often, and the first that broke it. */
export type Violation = { of: string; count: number; first: string }

/** What a case is played on: a database of its own, processes, customers, and what came of it. */
export type Stage = {
  random: Random
  /** How large the case is played. */
  size: number
  full: boolean
  fleet: Fleet
  shop: ReturnType<typeof openShop>
  /** The server, where it is the campaign's own and may be stopped. */
  cluster: Cluster | undefined
  faults: Map<FaultKind, number>
  poisoned: Set<string>
  violations: Violation[]
  /** What is worth telling besides. */
  notes: string[]
  /** The longest that it took until all was quiet. */
  quietMs: number
}

export function ask<T>(query: SQL): Promise<T[]> {
  return transaction(async (tx) => {
    // Who may see and end the shop's sessions, which the shop itself may not.
    await asOwner(tx)
    return ((await tx.execute(query)) as unknown as { rows: T[] }).rows
  })
}

/** A promise of the case's own. */
export function expect(stage: Stage, holds: boolean, first: string) {
  if (!holds) stage.violations.push({ of: 'case', count: 1, first })
}

/** What crash cases promise: a fresh process finishes all that was left in so long. */
const QUIET_MS = 10_000
/** Is waited longer for than promised, so that the proof can say what it is that hangs. */
const PATIENCE_MS = 10_000
const LOOK_MS = 20

/**
 * Waits until nothing is on its way any more, and asks for the whole proof. The clock runs from the last healing or the
 * last order, whichever came later; what is promised is that it is quiet `within` so long.
 */
export async function settle(stage: Stage, what: string, { healedAt = 0, within = QUIET_MS } = {}) {
  const since = Math.max(healedAt, stage.shop.lastAnswerAt())
  const until = Date.now() + within + PATIENCE_MS
  let open = await countOpen()
  while (open > 0 && Date.now() < until) {
    await wait(LOOK_MS)
    open = await countOpen()
  }
  const took = Date.now() - since
  stage.quietMs = Math.max(stage.quietMs, took)
  const broken = (of: string, count: number, first: string) =>
    stage.violations.push({ of, count, first: what ? `${what}: ${first}` : first })
  if (open > 0) broken('quiet', open, `${open} deliveries are still on their way after ${took} ms`)
  else if (took > within)
    broken('quiet', 1, `it took ${took} ms until all was quiet, ${within} were promised`)
  await proveAll(stage, broken)
}

/** Deliveries that are due to somebody; what waits behind a dead letter is not. A database that is away says nothing. */
async function countOpen(): Promise<number> {
  try {
    const { waiting, parked } = await deliveryStatus()
    return waiting - parked
  } catch (error) {
    if (isTransient(error)) return Number.POSITIVE_INFINITY
    throw error
  }
}

type Broken = (of: string, count: number, first: string) => void

async function proveAll({ shop }: Stage, broken: Broken) {
  const tell = (id: string, { violations, first }: Awaited<ReturnType<(typeof proofs)[number]['run']>>) => {
    if (violations === 0) return
    const where = [first?.orderId && `order ${first.orderId}`, first?.eventId && `event ${first.eventId}`]
    broken(
      id,
      violations,
      [...where, first?.sku && `SKU ${first.sku}`, first?.says].filter(Boolean).join(' '),
    )
  }
  for await (const { id, finding } of prove()) if (id !== 'V13') tell(id, finding)
  tell('V13', await aMinuteLater('V13'))

  const sold = [...shop.sold.keys()]
  const missing = await ask<{ id: string }>(sql`
    select id from unnest(${sql.param(sold)}::uuid[]) as said(id)
    where not exists (select from orders.orders o where o.id = said.id)`)
  if (missing[0]) broken('V2', missing.length, `order ${missing[0].id} was answered 201 and is not there`)
  const [{ orders = 0 } = {}] = await ask<{ orders: number }>(
    sql`select count(*)::int as orders from orders.orders`,
  )
  if (orders !== shop.asked() && sold.length === shop.asked())
    broken('V2', Math.abs(orders - shop.asked()), `${shop.asked()} purchases made ${orders} orders`)
}

class Undo extends Error {}

/** What the line says a minute from now, if nothing happens till then: the clock of all orders is set back meanwhile. */
async function aMinuteLater(id: string) {
  const proof = proofs.find((line) => line.id === id)
  if (!proof) throw new Error(`The proof has no line ${id}`)
  let finding: Awaited<ReturnType<typeof proof.run>> | undefined
  await transaction(async (tx) => {
    await tx.execute(sql`update orders.orders set updated_at = updated_at - interval '61 s'`)
    finding = await proof.run(tx)
    throw new Undo()
  }).catch((error) => {
    if (!(error instanceof Undo)) throw error
  })
  return finding as NonNullable<typeof finding>
}

/** All dead letters. */
export const deadLetters = () =>
  ask<Key>(sql`select event_id as "eventId", module from log.deliveries where status = 'DEAD'`)

/** How many orders have each status. */
export async function statuses(orderIds?: string[]): Promise<Record<string, number>> {
  const rows = await ask<{ status: string; orders: number }>(sql`
    select status, count(*)::int as orders from orders.orders
    where ${orderIds ? sql`id = any(${sql.param(orderIds)}::uuid[])` : sql`true`} group by status`)
  return Object.fromEntries(rows.map(({ status, orders }) => [status, orders]))
}

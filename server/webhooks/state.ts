import { and, eq, ne, sql } from 'drizzle-orm'
import { type Database, transaction } from '../platform/database/connect'
import { revived } from '../platform/deliveries'
import { type Poke, poke } from '../platform/pokes'
import { deliveries } from '../platform/tables'
import type { Beside } from '../platform/unit-of-work'
import { endpointName, toEndpoint } from '../platform/whose'
import { type EndpointStatus, endpoints } from './tables'

/**
 * Nothing is sent from now on: the cursor stands still, and what is due is held. Who is being told just now is told. Answers
 * whether it was on.
 */
export const stop = (id: string, status: Exclude<EndpointStatus, 'ON'>, why: string, beside?: Beside) =>
  transaction(async (tx) => {
    await lockWaiting(tx, id)
    // By its row against whoever is moving the cursor.
    const stopped = await tx
      .update(endpoints)
      .set({ status, why, statusSince: sql`clock_timestamp()` })
      .where(and(eq(endpoints.id, id), eq(endpoints.status, 'ON')))
      .returning({ id: endpoints.id })
    if (stopped.length === 0) return false
    await tx
      .update(deliveries)
      .set({ status: 'HELD' })
      .where(and(isTo(id), eq(deliveries.status, 'PENDING')))
    await beside?.(tx).execute()
    return true
  })

/** In the order in which an answer is written down, delivery and then endpoint, so that neither waits for the other for ever. */
export const lockWaiting = (tx: Database, id: string) =>
  tx
    .select({ eventId: deliveries.eventId })
    .from(deliveries)
    .where(and(isTo(id), eq(deliveries.status, 'PENDING')))
    .orderBy(deliveries.eventId)
    .for('update')

/** Goes on where it stopped, with all tries for what was held. Answers whether it was not on. */
export async function resume(id: string, beside?: Beside): Promise<boolean> {
  const pokes = await transaction(async (tx) => {
    const resumed = await tx
      .update(endpoints)
      .set({ status: 'ON', why: null, statusSince: sql`clock_timestamp()`, failingSince: null })
      .where(and(eq(endpoints.id, id), ne(endpoints.status, 'ON')))
      .returning({ id: endpoints.id })
    if (resumed.length === 0) return undefined
    await beside?.(tx).execute()
    return revive(tx, id, and(eq(deliveries.status, 'HELD')))
  })
  if (!pokes) return false
  poke(pokes)
  return true
}

/** Has deliveries of an endpoint tried again; the caller pokes after its commit. */
export async function revive(
  tx: Database,
  id: string,
  which: ReturnType<typeof and>,
): Promise<(Poke & { module: string })[]> {
  const rows = await tx
    .update(deliveries)
    .set(revived)
    .where(and(isTo(id), which))
    .returning({
      eventId: deliveries.eventId,
      eventType: deliveries.eventType,
      module: deliveries.module,
      lane: deliveries.lane,
      sequence: deliveries.sequence,
      redrives: deliveries.redrives,
    })
  return rows.map(({ redrives, ...row }) => ({
    ...row,
    to: row.module,
    id: `${row.eventId}:${row.module}:${redrives}`,
  }))
}

/** In the words of the partial index. */
export const isTo = (id: string) =>
  and(eq(deliveries.module, endpointName(id)), toEndpoint(sql`${deliveries.module}`))

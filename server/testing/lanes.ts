import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { newId } from '@/server/kernel/id'
import { db } from '@/server/platform/database/connect'
import { deliveries, events } from '@/server/platform/tables'
import type { UnitOfWork } from '@/server/platform/unit-of-work'
import { Probe, probes } from './probe'

/** As many lanes as numbers, each with one to hear. */
export const lanesOf = (...numbers: number[]) => Promise.all(numbers.map((n) => probes(n)))

/** What is kept of their deliveries, in this order of lanes. */
export const ledgerOf = (lanes: string[]) =>
  db()
    .select()
    .from(deliveries)
    .where(and(inArray(deliveries.lane, lanes), eq(deliveries.module, 'probe')))
    .orderBy(asc(sql`array_position(${sql.param(lanes)}::text[], lane)`), asc(deliveries.sequence))

/** Tells in one place what was heard in several lanes. */
export function teller(at = newId()) {
  return {
    at,
    tell: async ({ payload }: { payload: { onHand: number } }, uow: UnitOfWork) =>
      uow.save(new Probe(at).say(payload.onHand)),
  }
}

/** The events that were told there. */
export const told = (at: string) =>
  db().select().from(events).where(eq(events.lane, at)).orderBy(asc(events.sequence))

export const numbersOf = (rows: { payload: unknown }[]) =>
  rows.map(({ payload }) => (payload as { onHand: number }).onHand)

/** In which transactions they were told. By the row itself: its `xid` may be that of an earlier one in its lane. */
export const transactionsOf = async (at: string) => {
  const rows = await db().selectDistinct({ xmin: sql`xmin` }).from(events).where(eq(events.lane, at))
  return rows.length
}

import { and, eq, sql } from 'drizzle-orm'
import { conflict, notFound } from '@/server/kernel/errors'
import { announceCommit } from './commits'
import { type Database, db, transaction } from './database/connect'
import { isKey, type Key, note, reported, revived } from './deliveries'
import { poke } from './pokes'
import { deliveries } from './tables'
import type { Beside } from './unit-of-work'

/** Gives a dead delivery its four attempts again. Its parked successors go on after it. */
export async function redrive(key: Key, by: string, beside?: Beside): Promise<void> {
  await revive(key, { kind: 'REDRIVEN', by }, revived, beside)
}

/** Gives a dead delivery up, for good. Its parked successors go on. What is to be forgotten cannot be given up. */
export async function discard(key: Key, by: string, why: string, beside?: Beside): Promise<void> {
  const [dead] = await db().select({ eventType: deliveries.eventType }).from(deliveries).where(isKey(key))
  if (dead?.eventType === 'PersonalDataErased')
    throw conflict('Whom this is about has asked to be forgotten. Redrive it instead.', {
      kind: 'must-be-forgotten',
    })
  await revive(
    key,
    { kind: 'DISCARDED', by, reason: why },
    {
      ...reported,
      status: 'DISCARDED',
      resolution: `${by}: ${why}`,
      redrives: sql`${deliveries.redrives} + 1`,
      finishedAt: sql`clock_timestamp()`,
    },
    beside,
  )
}

async function revive(
  key: Key,
  decision: { kind: 'REDRIVEN' | 'DISCARDED'; by: string; reason?: string },
  changes: Parameters<ReturnType<Database['update']>['set']>[0],
  beside?: Beside,
): Promise<void> {
  const revived = await transaction(async (tx) => {
    const [row] = await tx
      .update(deliveries)
      .set(changes)
      .where(and(isKey(key), eq(deliveries.status, 'DEAD')))
      .returning()
    if (row) {
      await note(tx, row, decision)
      await beside?.(tx).execute()
    }
    return row
  })
  if (revived) {
    const { eventId, eventType, lane, sequence, module, redrives } = revived
    announceCommit()
    return poke([{ id: `${eventId}:${module}:${redrives}`, eventId, eventType, lane, sequence }])
  }
  const [found] = await db().select({ status: deliveries.status }).from(deliveries).where(isKey(key))
  if (!found) throw notFound('Delivery', `${key.eventId} to ${key.module}`)
  throw conflict(`The delivery is ${found.status}: only a DEAD one can be redriven or discarded`)
}

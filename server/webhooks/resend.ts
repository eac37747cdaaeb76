import { and, eq, gte, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { nameOf } from '../access/caller'
import { currentCaller } from '../access/context'
import { conflict, notFound } from '../kernel/errors'
import { firstIdAt, isId, newId } from '../kernel/id'
import { time } from '../kernel/text'
import { db, transaction } from '../platform/database/connect'
import { note } from '../platform/deliveries'
import { poke } from '../platform/pokes'
import { deliveries } from '../platform/tables'
import { noted } from './endpoints'
import { testMessage } from './message'
import { getEndpoint } from './queries'
import { signed } from './secrets'
import { send } from './send'
import { revive } from './state'
import { endpoints } from './tables'

export const Resending = z.strictObject({ since: time })

/** Tells the endpoint one event again, whatever became of it, with all tries. Its id is the same as ever. */
export async function resend(id: string, eventId: string): Promise<void> {
  await refuseStopped(id)
  const found = isId(eventId) ? await again(id, eq(deliveries.eventId, eventId), { eventId }) : 0
  if (found === 0) throw notFound('Delivery', `of ${eventId} to this endpoint`)
}

/** The same for every event since then that did not arrive: those given up, and those that wait for another try. */
export async function resendFailed(
  id: string,
  { since }: z.infer<typeof Resending>,
): Promise<{ resent: number }> {
  await refuseStopped(id)
  const failed = sql`(${deliveries.status} = 'GIVEN_UP' or ${deliveries.status} = 'PENDING' and ${deliveries.attempts} > 0)`
  const which = and(gte(deliveries.eventId, firstIdAt(since)), failed)
  return { resent: await again(id, which, { since: since.toISOString() }) }
}

async function again(id: string, which: SQL | undefined, what: Record<string, string>): Promise<number> {
  const by = nameOf(currentCaller())
  const pokes = await transaction(async (tx) => {
    const revived = await revive(tx, id, which)
    for (const key of revived) await note(tx, key, { kind: 'REDRIVEN', by })
    if (revived.length > 0)
      await noted('resend', id, { after: { ...what, resent: revived.length } })(tx).execute()
    return revived
  })
  poke(pokes)
  return pokes.length
}

async function refuseStopped(id: string) {
  const { status } = await getEndpoint(id)
  if (status !== 'ON') throw conflict('It is not on: resume it first')
}

/** Sends a message that is no event, at once and once, and answers how it went. It may be sent to one that is paused, too. */
export async function sendTest(id: string) {
  const { name, url } = await getEndpoint(id)
  const [row] = await db().select({ secret: endpoints.secret }).from(endpoints).where(eq(endpoints.id, id))
  if (!row) throw notFound('Webhook', id)
  const message = testMessage(id, name)
  const { patienceMs: _, ...answer } = await send(url, signed(newId(), message, [row.secret]), message)
  await noted('test', id, { after: { code: answer.code, arrived: answer.error === null } })(db()).execute()
  return { ...answer, arrived: answer.error === null }
}

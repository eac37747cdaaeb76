import { and, eq, gt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { audit, difference } from '../access/audit'
import { nameOf } from '../access/caller'
import { currentCaller } from '../access/context'
import { conflict, invalid } from '../kernel/errors'
import { newId } from '../kernel/id'
import { line } from '../kernel/text'
import { transaction } from '../platform/database/connect'
import { deliveries } from '../platform/tables'
import { endSilence } from './fan-out'
import { Filters } from './filters'
import { faultAt, faultIn } from './guard'
import { getEndpoint } from './queries'
import { newSecret } from './secrets'
import * as state from './state'
import { endpoints } from './tables'

const Url = line(1_000).superRefine((url, context) => {
  const fault = faultIn(url)
  if (fault) context.addIssue(fault)
})

export const NewEndpoint = z.strictObject({
  name: line(100),
  url: Url,
  filters: Filters,
  /** Whether an order's events arrive in their order, or each as soon as it can. */
  ordered: z.boolean().default(true),
})

export const EndpointChanges = z.strictObject({
  name: line(100).optional(),
  url: Url.optional(),
  filters: Filters.optional(),
  ordered: z.boolean().optional(),
})

export const Rotation = z.strictObject({
  /** How long the old secret stays valid beside the new one. */
  hours: z.number().int().min(0).max(168).default(24),
})

/** Each costs the log a look with every commit. */
const MOST = 100

/** Makes an endpoint, which is told what happens from now on. `secret` is shown this once. */
export async function createEndpoint({ name, url, filters, ordered }: z.infer<typeof NewEndpoint>) {
  await refuse(url)
  const id = newId()
  const { secret, sealed, hint } = newSecret()
  await transaction(async (tx) => {
    const others = await tx.select({ id: endpoints.id }).from(endpoints)
    if (others.length >= MOST)
      throw conflict(`There are ${MOST} endpoints already: remove one that is not needed`)
    await tx.insert(endpoints).values({
      id,
      name,
      url,
      filters,
      ordered,
      secret: sealed,
      secretHint: hint,
      ...here,
      createdBy: nameOf(currentCaller()),
    })
    await noted('create', id, { after: { name, filters, ordered } })(tx).execute()
  })
  endSilence()
  return { ...(await getEndpoint(id)), secret }
}

/** The end of what is settled in the log: from here on, and nothing before. */
const settled = sql`from log.events where xid < pg_snapshot_xmin(pg_current_snapshot())
  order by xid desc, position desc limit 1`
const here = {
  xid: sql`coalesce((select xid ${settled}), '0'::xid8)`,
  position: sql`coalesce((select position ${settled}), 0)`,
}

/** What lies in the log already as due keeps its place; the new filters hold for what is handed out from now on. */
export async function editEndpoint(id: string, changes: z.infer<typeof EndpointChanges>) {
  const before = await getEndpoint(id)
  if (changes.url !== undefined) await refuse(changes.url)
  if (Object.keys(changes).length > 0)
    await transaction(async (tx) => {
      await tx.update(endpoints).set(changes).where(eq(endpoints.id, id))
      const { url: _, ...facts } = changes
      const what = difference(before, {
        ...facts,
        ...(changes.url && changes.url !== before.url && { urlChanged: true }),
      })
      await noted('edit', id, what)(tx).execute()
    })
  return getEndpoint(id)
}

/** Removes an endpoint with all that was kept of it. What was due to it is not sent any more. */
export async function removeEndpoint(id: string) {
  const { name } = await getEndpoint(id)
  await transaction(async (tx) => {
    await state.lockWaiting(tx, id)
    // By its row against whoever is handing out.
    await tx.delete(endpoints).where(eq(endpoints.id, id))
    await tx.delete(deliveries).where(state.isTo(id))
    await noted('remove', id, { before: { name } })(tx).execute()
  })
}

export async function pauseEndpoint(id: string) {
  const { status } = await getEndpoint(id)
  const why = `Paused by ${nameOf(currentCaller())}`
  const what = { before: { status }, after: { status: 'PAUSED' } }
  if (!(await state.stop(id, 'PAUSED', why, noted('pause', id, what)))) throw conflict('It is not on')
  return getEndpoint(id)
}

export async function resumeEndpoint(id: string) {
  const { status } = await getEndpoint(id)
  const what = { before: { status }, after: { status: 'ON' } }
  if (!(await state.resume(id, noted('resume', id, what)))) throw conflict('It is on already')
  endSilence()
  return getEndpoint(id)
}

/** Gives it a new secret, which is shown this once. Until the old one ends each delivery is signed with both. */
export async function rotateSecret(id: string, { hours }: z.infer<typeof Rotation>) {
  await getEndpoint(id)
  const { secret, sealed, hint } = newSecret()
  await transaction(async (tx) => {
    await tx
      .update(endpoints)
      .set({
        oldSecret: endpoints.secret,
        oldSecretHint: endpoints.secretHint,
        oldSecretUntil: sql`clock_timestamp() + ${hours} * interval '1 hour'`,
        secret: sealed,
        secretHint: hint,
        secretSince: sql`clock_timestamp()`,
      })
      .where(eq(endpoints.id, id))
    await noted('rotate', id, { after: { hours } })(tx).execute()
  })
  return { ...(await getEndpoint(id)), secret }
}

export async function endOldSecret(id: string) {
  await getEndpoint(id)
  await transaction(async (tx) => {
    const ended = await tx
      .update(endpoints)
      .set({ oldSecret: null, oldSecretHint: null, oldSecretUntil: null })
      .where(and(eq(endpoints.id, id), gt(endpoints.oldSecretUntil, sql`clock_timestamp()`)))
      .returning({ id: endpoints.id })
    if (ended.length === 0) throw conflict('There is no old secret that is still valid')
    await noted('end-old-secret', id, {})(tx).execute()
  })
  return getEndpoint(id)
}

async function refuse(url: string) {
  const detail = await faultAt(url)
  if (detail) throw invalid(`/url: ${detail}`, { errors: [{ pointer: '/url', detail }] })
}

/** The URL is left out: some hold a token. */
export const noted = (action: string, id: string, what: Omit<Parameters<typeof audit>[1], 'target'>) =>
  audit(`webhooks.${action}`, { target: `webhook/${id}`, ...what })

import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { forbidden, notFound, unauthenticated } from '@/server/kernel/errors'
import { isId } from '@/server/kernel/id'
import { db } from '@/server/platform/database/connect'
import { hashOf, newToken } from '@/server/platform/token'
import { access, orders } from '../infrastructure/tables'
import { OrderView, toView } from './view'

/** What somebody can show: the right to all orders, or hashes of tokens. `known`: he is no stranger, whatever he may. */
export type Access = { all: boolean; known: boolean; hashes: string[] }

/** What anybody may see of an order whose number he knows: how far it is, and nothing of whose it is or how it is paid. */
const publicFields = {
  orderId: true,
  status: true,
  items: true,
  totalAmount: true,
  currency: true,
  placedAt: true,
  updatedAt: true,
} as const satisfies Partial<Record<keyof OrderView, true>>

export const SeenOrder = OrderView.partial().required(publicFields).meta({
  id: 'SeenOrder',
  description: 'An order; whose it is, where it goes and how it is paid is there for who may see it.',
})

export type SeenOrder = z.infer<typeof SeenOrder>

/** The order as this access lets it be seen, and whether that is all of it. */
export async function seeOrder(
  orderId: string,
  shown: Access,
): Promise<{ order: SeenOrder; whole: boolean }> {
  const { row, opens } = await find(orderId, shown)
  const order = toView(row)
  return { order: opens ? order : pick(order, publicFields), whole: opens }
}

/** Throws, and says the way out, unless this access opens the order. */
export async function demandAccess(orderId: string, shown: Access) {
  const { opens } = await find(orderId, shown)
  if (opens) return
  const way =
    'Ask from the browser that placed it or that opened its private link, or send the accessToken that the answer to the ' +
    'order held, as Authorization: Bearer tso_…; staff and API keys need orders:write.'
  if (shown.known || shown.hashes.length > 0) throw forbidden(`This order is somebody else's. ${way}`)
  throw unauthenticated(`We do not know whose order this is. ${way}`)
}

async function find(orderId: string, { all, hashes }: Access) {
  const listed = sql<boolean>`exists (${db()
    .select({ one: sql`1` })
    .from(access)
    .where(and(inArray(access.tokenHash, hashes), eq(access.orderId, orders.id)))})`
  const [found] = isId(orderId)
    ? await db().select({ row: orders, listed }).from(orders).where(eq(orders.id, orderId))
    : []
  if (!found) throw notFound('Order', orderId)
  const { row } = found
  return { row, opens: all || found.listed || hashes.includes(row.accessTokenHash) }
}

/** From now on the browser opens the order too. For who has a token that does. */
export async function claimOrder(orderId: string, token: string, browser: string) {
  const { opens } = await find(orderId, { all: false, known: false, hashes: [hashOf(token)] })
  if (!opens) throw forbidden('This link does not open the order. Ask whoever sent it for a new one.')
  await listForBrowser(orderId, browser)
  return { orderId }
}

export async function listForBrowser(orderId: string, browser: string) {
  await db().insert(access).values({ orderId, tokenHash: browser }).onConflictDoNothing()
}

/** One more token that opens the order, for a link: the first one was told once and is not known here. */
export async function shareOrder(orderId: string, shown: Access) {
  await demandAccess(orderId, shown)
  const accessToken = newToken('tso')
  await db()
    .insert(access)
    .values({ orderId, tokenHash: hashOf(accessToken) })
  return { accessToken }
}

/** A page of the orders that a browser opens, newest first. */
export async function listOrdersOfBrowser(
  browser: string,
  { cursor, limit }: { cursor?: string; limit: number },
) {
  const rows = await db()
    .select({ row: orders })
    .from(access)
    .innerJoin(orders, eq(orders.id, access.orderId))
    .where(and(eq(access.tokenHash, browser), cursor ? lt(access.orderId, cursor) : undefined))
    .orderBy(desc(access.orderId))
    .limit(limit + 1)
  const items = rows.slice(0, limit).map(({ row }) => toView(row))
  return { items, nextCursor: rows.length > limit ? items.at(-1)?.orderId : undefined }
}

/** The browser opens none of its orders any more, not even for somebody who took its token. */
export async function forgetBrowser(browser: string) {
  await db().delete(access).where(eq(access.tokenHash, browser))
}

const pick = <T extends object, K extends keyof T>(whole: T, keys: Record<K, true>) =>
  Object.fromEntries(Object.keys(keys).map((key) => [key, whole[key as K]])) as Pick<T, K>

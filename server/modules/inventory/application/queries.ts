import { setTimeout as pause } from 'node:timers/promises'
import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { notFound } from '@/server/kernel/errors'
import { toMajor } from '@/server/kernel/money'
import { sku as Sku } from '@/server/kernel/text'
import { followCommits } from '@/server/platform/commits'
import { db } from '@/server/platform/database/connect'
import { LOW_STOCK, type ProductState, type ProductStatus, productStatuses } from '../domain/product'
import { products } from '../infrastructure/tables'

/** A product as others see it; what it does not have is absent. */
export const ProductView = z
  .object({
    productId: z.uuid(),
    sku: z.string(),
    name: z.string(),
    description: z.string(),
    category: z.string().optional(),
    picture: z.string().optional(),
    price: z.number(),
    currency: z.string(),
    stockQuantity: z.int().describe('How many there are.'),
    reservedQuantity: z.int().describe('How many of them are held for orders.'),
    availableStock: z.int().describe('How many can still be sold.'),
    status: z.enum(productStatuses),
  })
  .meta({ id: 'Product' })

export function toView(state: ProductState): z.infer<typeof ProductView> {
  return {
    productId: state.id,
    sku: state.sku,
    name: state.name,
    description: state.description,
    ...(state.category && { category: state.category }),
    ...(state.picture && { picture: state.picture }),
    price: toMajor(state.priceCents, state.currency),
    currency: state.currency,
    stockQuantity: state.onHand,
    reservedQuantity: state.reserved,
    availableStock: state.onHand - state.reserved,
    status: state.status,
  }
}

export async function getProduct(sku: string) {
  return toView(await rowOf(sku))
}

/** The product, unless it is not for sale. */
export async function getProductForSale(sku: string) {
  const product = await findProductForSale(sku)
  if (!product) throw notFound('Product', sku)
  return product
}

/** A busy shop commits many times a second; nobody reads that fast. */
const WATCH_PAUSE_MS = 250

/**
 * The product as it is, and again whenever it has changed; null once it is not for sale. Changes that come close
 * together are one, and the last of them is always seen.
 */
export async function* watchProductForSale(sku: string, signal?: AbortSignal) {
  let seen: string | undefined
  for await (const _ of followCommits(signal)) {
    const product = await findProductForSale(sku)
    const now = JSON.stringify(product)
    if (now !== seen) yield product
    seen = now
    await pause(WATCH_PAUSE_MS, undefined, { signal }).catch(() => {})
  }
}

async function findProductForSale(sku: string) {
  const row = await findRow(sku)
  return row?.status === 'ACTIVE' ? toView(row) : null
}

type ListProducts = { status?: ProductStatus; cursor?: string; limit?: number }

/** A page of products, newest first; `nextCursor` is there while there are more. */
export async function listProducts({ status, cursor, limit = 1_000 }: ListProducts = {}) {
  const rows = await db()
    .select()
    .from(products)
    .where(and(status && eq(products.status, status), cursor ? lt(products.id, cursor) : undefined))
    .orderBy(desc(products.id))
    .limit(limit + 1)
  const items = rows.slice(0, limit).map(toView)
  return { items, nextCursor: rows.length > limit ? items.at(-1)?.productId : undefined }
}

/** What can be sold and is sold out or running low, the least first. */
export async function listScarce(limit: number) {
  const available = sql`${products.onHand} - ${products.reserved}`
  const rows = await db()
    .select()
    .from(products)
    .where(and(eq(products.status, 'ACTIVE'), sql`${available} <= ${LOW_STOCK}`))
    .orderBy(available, desc(products.updatedAt))
    .limit(limit)
  return rows.map(toView)
}

/** What is to be sold under these SKUs at this moment; unknown ones are missing. */
export async function priceList(skus: string[]) {
  const { sku, name, priceCents: unitCents, currency, status } = products
  const rows = await db()
    .select({ sku, name, unitCents, currency, status })
    .from(products)
    .where(inArray(sku, skus))
  return new Map(rows.map((row) => [row.sku, row]))
}

export async function rowOf(text: string): Promise<ProductState> {
  const row = await findRow(text)
  if (!row) throw notFound('Product', text)
  return row
}

async function findRow(text: string): Promise<ProductState | undefined> {
  const sku = Sku.safeParse(text)
  const [row] = sku.success ? await db().select().from(products).where(eq(products.sku, sku.data)) : []
  return row
}

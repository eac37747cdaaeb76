import { and, asc, desc, eq, ilike, lt, or, type SQL, sql } from 'drizzle-orm'
import { db } from '@/server/platform/database/connect'
import {
  LOW_STOCK,
  type ProductState,
  type ProductStatus,
  type StockLevel,
  stockLevel,
} from '../domain/product'
import { movements, products } from '../infrastructure/tables'
import { rowOf, toView } from './queries'

/** A product as the desk sees it: with how its stock stands. */
const toStock = (state: ProductState) => ({
  ...toView(state),
  level: stockLevel(state.onHand - state.reserved),
})

const available = sql<number>`(${products.onHand} - ${products.reserved})`
const sortName = sql<string>`lower(${products.name})`

const levels: Record<StockLevel, SQL> = {
  IN_STOCK: sql`${available} > ${LOW_STOCK}`,
  LOW: sql`${available} between 1 and ${LOW_STOCK}`,
  SOLD_OUT: sql`${available} = 0`,
}

export const stockSorts = ['newest', 'name', 'sku', 'free', 'held'] as const
export type StockSort = (typeof stockSorts)[number]

/** What comes first under each sort; the id decides between equals, in the same direction. */
const sorts: Record<StockSort, { by: SQL; direction: typeof asc }> = {
  newest: { by: sql`${products.id}`, direction: desc },
  name: { by: sortName, direction: asc },
  sku: { by: sql`${products.sku}`, direction: asc },
  free: { by: available, direction: asc },
  held: { by: sql`${products.reserved}`, direction: desc },
}

type ListStock = {
  /** Part of a SKU or of a name. */
  text?: string
  level?: StockLevel
  status?: ProductStatus
  sort?: StockSort
  /** The last product of the page before. */
  cursor?: string
  limit: number
}

/** A page of all products, sold or not; `nextCursor` is there while there are more, and `lowStock` is where low begins. */
export async function listStock({ text, level, status, sort = 'newest', cursor, limit }: ListStock) {
  const { by, direction } = sorts[sort]
  const part = text && `%${text.replace(/[\\%_]/g, '\\$&')}%`
  const rows = await db()
    .select()
    .from(products)
    .where(
      and(
        part ? or(ilike(products.sku, part), ilike(products.name, part)) : undefined,
        level && levels[level],
        status && eq(products.status, status),
        cursor ? after(by, direction, cursor) : undefined,
      ),
    )
    .orderBy(direction(by), direction(products.id))
    .limit(limit + 1)
  const items = rows.slice(0, limit).map(toStock)
  return {
    items,
    nextCursor: rows.length > limit ? items.at(-1)?.productId : undefined,
    lowStock: LOW_STOCK,
  }
}

/** Where the product of the cursor stands now, so that the address need not carry what it was sorted by. */
function after(by: SQL, direction: typeof asc, cursor: string): SQL {
  const sign = direction === asc ? sql`>` : sql`<`
  return sql`(${by}, ${products.id}) ${sign} (select ${by}, ${products.id} from ${products} where ${products.id} = ${cursor})`
}

/** How many products there are, and how many of those for sale are low or sold out. */
export async function countStock() {
  const active = sql`${products.status} = 'ACTIVE'`
  const [row] = await db()
    .select({
      all: sql<number>`count(*)::int`,
      low: sql<number>`count(*) filter (where ${active} and ${levels.LOW})::int`,
      soldOut: sql<number>`count(*) filter (where ${active} and ${levels.SOLD_OUT})::int`,
    })
    .from(products)
  return row ?? { all: 0, low: 0, soldOut: 0 }
}

/** A product, and what its ledger sums to: both as of the same moment, so that the two can be held against each other. */
export async function getStock(sku: string) {
  const { id } = await rowOf(sku)
  const [row] = await db()
    .select({
      product: products,
      onHand: sql<number>`coalesce(sum(${movements.onHandDelta}), 0)::int`,
      reserved: sql<number>`coalesce(sum(${movements.reservedDelta}), 0)::int`,
    })
    .from(products)
    .leftJoin(movements, eq(movements.productId, products.id))
    .where(eq(products.id, id))
    .groupBy(products.id)
  // A product is never deleted.
  const { product, ...sums } = row as NonNullable<typeof row>
  return { ...toStock(product), lowStock: LOW_STOCK, ledger: sums }
}

/** A page of the movements of a product's stock, newest first, each with the balances after it. */
export async function getLedger(sku: string, { cursor, limit }: { cursor?: number; limit: number }) {
  const { id: productId } = await rowOf(sku)
  const rows = await db()
    .select()
    .from(movements)
    .where(and(eq(movements.productId, productId), cursor ? lt(movements.id, cursor) : undefined))
    .orderBy(desc(movements.id))
    .limit(limit + 1)
  const items = rows.slice(0, limit).map(({ productId: _, reason, orderId, eventId, ...row }) => ({
    ...row,
    ...(reason && { reason }),
    ...(orderId && { orderId }),
    ...(eventId && { eventId }),
  }))
  return { items, nextCursor: rows.length > limit ? items.at(-1)?.id : undefined }
}

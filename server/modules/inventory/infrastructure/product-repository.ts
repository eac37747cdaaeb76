import { asc, eq, sql } from 'drizzle-orm'
import { conflict, notFound } from '@/server/kernel/errors'
import { prepared } from '@/server/platform/database/prepared'
import type { UnitOfWork } from '@/server/platform/unit-of-work'
import { Product } from '../domain/product'
import { movements, products } from './tables'

const bySku = prepared((tx) =>
  tx
    .select()
    .from(products)
    .where(eq(products.sku, sql`any(${sql.placeholder('skus')}::text[])`))
    .orderBy(asc(products.sku))
    .for('update')
    .prepare('load_shelf'),
)

/** Locks the products in the order of their SKUs, always the same one, so that two orders cannot wait for each other. */
export async function loadShelf(
  { tx }: Pick<UnitOfWork, 'tx'>,
  skus: string[],
): Promise<Map<string, Product>> {
  const rows = await bySku(tx).execute({ skus })
  return new Map(rows.map((row) => [row.sku, Product.restore(row)]))
}

export async function loadProduct(uow: UnitOfWork, sku: string): Promise<Product> {
  const product = (await loadShelf(uow, [sku])).get(sku)
  if (!product) throw notFound('Product', sku)
  return product
}

/** Throws a conflict when the SKU is taken, also by somebody who was a moment faster. */
export async function addProduct(uow: UnitOfWork, product: Product): Promise<void> {
  const added = await uow.tx
    .insert(products)
    .values(product.toState())
    .onConflictDoNothing({ target: products.sku })
    .returning({ id: products.id })
  if (added.length === 0) {
    throw conflict(`A product with SKU ${product.sku} exists already`, {
      kind: 'duplicate-sku',
      errors: [{ pointer: '/sku', detail: 'is taken' }],
    })
  }
  uow.save(product, ...ledger(uow, product))
}

export function saveProducts(uow: UnitOfWork, changed: Iterable<Product>) {
  for (const product of changed) {
    const { id, sku, currency, createdAt, ...changing } = product.toState()
    const row = uow.tx.update(products).set(changing).where(eq(products.id, id))
    uow.save(product, row, ...ledger(uow, product))
  }
}

function ledger({ tx }: UnitOfWork, product: Product) {
  const rows = product.getMovements().map((movement) => ({ ...movement, productId: product.id }))
  return rows.length > 0 ? [tx.insert(movements).values(rows)] : []
}

import { asc, eq, getTableColumns, sql } from 'drizzle-orm'
import { conflict, notFound } from '@/server/kernel/errors'
import { omit, prepared, preparedWrite } from '@/server/platform/database/prepared'
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

const saved = omit(getTableColumns(products), 'sku', 'currency', 'createdAt')
const write = preparedWrite(saved, (tx, { id, ...changing }) =>
  tx.update(products).set(changing).where(eq(products.id, id)).prepare('save_product'),
)

export function saveProducts(uow: UnitOfWork, changed: Iterable<Product>) {
  for (const product of changed) {
    uow.save(product, write(uow.tx, product.toState()), ...ledger(uow, product))
  }
}

const enter = preparedWrite(omit(getTableColumns(movements), 'id', 'at'), (tx, row) =>
  tx.insert(movements).values(row).prepare('enter_movement'),
)

function ledger({ tx }: UnitOfWork, product: Product) {
  return product.getMovements().map((movement) => enter(tx, { ...movement, productId: product.id }))
}

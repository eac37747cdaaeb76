import { asc, eq, inArray } from 'drizzle-orm'
import { conflict, notFound } from '@/server/kernel/errors'
import type { UnitOfWork } from '@/server/platform/unit-of-work'
import { Product } from '../domain/product'
import { movements, products } from './tables'

/** Locks the products in the order of their SKUs, always the same one, so that two orders cannot wait for each other. */
export async function loadShelf({ tx }: UnitOfWork, skus: string[]): Promise<Map<string, Product>> {
  const rows = await tx
    .select()
    .from(products)
    .where(inArray(products.sku, skus))
    .orderBy(asc(products.sku))
    .for('update')
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
  await writeLedger(uow, [product])
  uow.append(product)
}

export async function saveProducts(uow: UnitOfWork, changed: Iterable<Product>): Promise<void> {
  const list = [...changed]
  for (const product of list) {
    const { id, sku, currency, createdAt, ...changing } = product.toState()
    await uow.tx.update(products).set(changing).where(eq(products.id, id))
    uow.append(product)
  }
  await writeLedger(uow, list)
}

async function writeLedger({ tx }: UnitOfWork, list: Product[]) {
  const rows = list.flatMap((product) =>
    product.getMovements().map((movement) => ({ ...movement, productId: product.id })),
  )
  if (rows.length > 0) await tx.insert(movements).values(rows)
}

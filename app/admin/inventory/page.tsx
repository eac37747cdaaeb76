import type { Metadata } from 'next'
import { connection } from 'next/server'
import { Suspense } from 'react'
import { PageBody } from '@/components/admin/page-body'
import { ProductList, ProductListSkeleton } from '@/components/admin/product-list'
import { TitleBar } from '@/components/admin/title-bar'
import { getQueryClient, Hydrate, trpc } from '@/server/trpc/server'

export const metadata: Metadata = { title: 'Inventory' }

export default function InventoryPage() {
  return (
    <>
      <TitleBar title="Inventory" />
      <PageBody>
        <Suspense fallback={<ProductListSkeleton />}>
          <Products />
        </Suspense>
      </PageBody>
    </>
  )
}

async function Products() {
  await connection()
  await getQueryClient().prefetchQuery(trpc.inventory.list.queryOptions())
  return (
    <Hydrate>
      <ProductList />
    </Hydrate>
  )
}

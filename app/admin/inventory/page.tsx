import type { Metadata } from 'next'
import { connection } from 'next/server'
import { Suspense } from 'react'
import { PageBody } from '@/components/admin/page-body'
import { ProductCounts } from '@/components/admin/product-counts'
import { ProductList, ProductListSkeleton } from '@/components/admin/product-list'
import { NewProduct } from '@/components/admin/product-new'
import { productParams, productsAsked } from '@/components/admin/product-questions'
import { TitleBar } from '@/components/admin/title-bar'
import { IgnoredParams } from '@/components/ui/ignored-params'
import type { SearchParams } from '@/components/url-params'
import { visitor } from '@/server/access/visitor'
import { getQueryClient, Hydrate, trpc } from '@/server/trpc/server'

type Props = { searchParams: Promise<SearchParams> }

export const metadata: Metadata = { title: 'Inventory' }

export default async function InventoryPage({ searchParams }: Props) {
  await visitor('inventory:read')
  return (
    <>
      <TitleBar title="Inventory" detail={<ProductCounts />}>
        <Suspense>
          <NewProduct />
        </Suspense>
      </TitleBar>
      <PageBody>
        <Suspense fallback={<ProductListSkeleton />}>
          <Products searchParams={searchParams} />
        </Suspense>
      </PageBody>
    </>
  )
}

async function Products({ searchParams }: Props) {
  await connection()
  const { filters, ignored } = productParams(await searchParams)
  await getQueryClient().prefetchQuery(trpc.inventory.list.queryOptions(productsAsked(filters)))
  return (
    <Hydrate>
      <IgnoredParams names={ignored} />
      <ProductList filters={filters} />
    </Hydrate>
  )
}

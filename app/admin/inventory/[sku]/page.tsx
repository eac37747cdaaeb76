import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { ProductPanel } from '@/components/admin/product-panel'
import { getQueryClient, Hydrate, trpc } from '@/server/trpc/server'

type Props = { params: Promise<{ sku: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await skuOf(params) }
}

export default async function ProductPage({ params }: Props) {
  await connection()
  const sku = await skuOf(params)
  const queries = getQueryClient()
  const products = await queries.fetchQuery(trpc.inventory.list.queryOptions())
  if (!products.some((product) => product.sku === sku)) notFound()
  await queries.prefetchQuery(trpc.inventory.ledger.queryOptions({ sku }))
  return (
    <Hydrate>
      <ProductPanel sku={sku} />
    </Hydrate>
  )
}

const skuOf = async (params: Props['params']) => decodeURIComponent((await params).sku).toUpperCase()

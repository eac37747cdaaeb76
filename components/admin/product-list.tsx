'use client'

import { useQuery } from '@tanstack/react-query'
import { Box } from 'lucide-react'
import Link from 'next/link'
import { money } from '@/components/format'
import { useTRPC } from '@/components/trpc-provider'
import { type Column, DataTable, rowLink } from './data-table'
import type { Product } from './desk-types'
import { figure } from './figures'
import { Empty, Failed, StaleLine } from './list-states'
import { Panel } from './panel'
import { StockBadge } from './stock-badge'
import { Thumbnail } from './thumbnail'

const columns: Column<Product>[] = [
  {
    name: 'Picture',
    card: 'i',
    unnamed: true,
    className: 'md:pr-0',
    cell: ({ picture }) => <Thumbnail picture={picture} className="size-8 max-md:size-10" />,
    bars: ['w-8'],
  },
  {
    name: 'Product',
    card: 'n',
    className: 'md:w-full md:max-w-0',
    cell: ({ sku, name }) => (
      <Link
        href={`/admin/inventory/${encodeURIComponent(sku)}`}
        className={`block truncate font-medium ${rowLink}`}
      >
        {name}
      </Link>
    ),
    bars: ['w-28', 'w-36', 'w-24'],
  },
  {
    name: 'SKU',
    card: 's',
    cell: ({ sku }) => <span className="font-mono text-12 text-ink-2">{sku}</span>,
    bars: ['w-28'],
  },
  {
    name: 'Price',
    right: true,
    className: 'max-lg:hidden',
    cell: ({ price, currency }) => <span className="text-ink-2">{money(price, currency)}</span>,
    bars: ['w-12'],
  },
  { name: 'On hand', right: true, cell: ({ stockQuantity }) => figure(stockQuantity), bars: ['w-6'] },
  {
    name: 'Reserved',
    right: true,
    cell: ({ reservedQuantity }) => <span className="text-ink-2">{figure(reservedQuantity)}</span>,
    bars: ['w-5'],
  },
  {
    name: 'Available',
    right: true,
    card: 'f',
    cell: ({ availableStock }) => (
      <span className="font-semibold">
        {figure(availableStock)}
        <span className="font-normal text-ink-3 md:hidden"> available</span>
      </span>
    ),
    bars: ['w-6'],
  },
  {
    name: 'State',
    card: 'b',
    className: 'max-md:text-right',
    cell: (product) => <StockBadge product={product} />,
    bars: ['w-18'],
  },
]

/** The list in its final shape, before anything is known. */
export function ProductListSkeleton() {
  return (
    <Panel>
      <Rows />
    </Panel>
  )
}

function Rows({ products }: { products?: Product[] }) {
  return (
    <DataTable
      label="Products"
      columns={columns}
      rows={products}
      rowKey={({ productId }) => productId}
      card={{ areas: '"i n f" "i s b"', columns: '40px minmax(0,1fr) auto' }}
      skeletonRows={12}
    />
  )
}

/** Everything the shop has, sold or not, with what is held for orders. */
export function ProductList() {
  const trpc = useTRPC()
  const products = useQuery(trpc.inventory.list.queryOptions(undefined, { refetchInterval: 2000 }))
  if (products.error && !products.data) {
    return (
      <Panel>
        <Failed title="The stock did not arrive" query={products} />
      </Panel>
    )
  }
  return (
    <>
      {products.error && <StaleLine />}
      <Panel>
        {products.data?.length === 0 ? (
          <Empty Icon={Box} title="No product yet">
            <p>Products come in by POST /api/inventory/products.</p>
          </Empty>
        ) : (
          <Rows products={products.data} />
        )}
      </Panel>
    </>
  )
}

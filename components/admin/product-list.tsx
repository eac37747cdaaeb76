'use client'

import { useQuery } from '@tanstack/react-query'
import { Box, Funnel, Plus } from 'lucide-react'
import { useState } from 'react'
import { count } from '@/components/format'
import { useTRPC } from '@/components/trpc-provider'
import { Button } from '@/components/ui/button'
import { besideDrawer } from '@/components/ui/drawer'
import { DataTable } from './data-table'
import type { Product } from './desk-types'
import { FilterBar, FilterBarSpace, SelectFilter, TextFilter, useFilters } from './filters'
import { ListPanel } from './list-panel'
import { Empty } from './list-states'
import { May } from './may'
import { type OpenRow, useOpenRow } from './open-row'
import { Panel } from './panel'
import { productColumns } from './product-columns'
import { ProductDrawer } from './product-drawer'
import { openProduct, type ProductFilters, productsAsked, stockLevels, stockSorts } from './product-questions'
import { stockLook } from './stock-badge'
import { useStill } from './use-still'

/** Everything the shop has, sold or not, with what is held for orders. */
export function ProductList({ filters }: { filters: ProductFilters }) {
  const row = useOpenRow('product', openProduct)
  const { pending, wanted, change, clear } = useFilters({ ...filters, product: row.open })
  const { q, stock, status, sort } = wanted
  // The list begins anew with what was made here, and does not hold it back.
  const [made, setMade] = useState(0)
  return (
    <div className={row.open && besideDrawer}>
      <FilterBar label="Filter the products" active={Boolean(q ?? stock ?? status ?? sort)} clear={clear}>
        <TextFilter label="SKU or name" value={q} onChange={(value) => change('q', value)} />
        <SelectFilter label="Stock" value={stock} onChange={(value) => change('stock', value)}>
          {stockLevels.map((each) => (
            <option key={each} value={each}>
              {stockLook[each].word}
            </option>
          ))}
        </SelectFilter>
        <SelectFilter label="Status" value={status} onChange={(value) => change('status', value)}>
          <option value="ACTIVE">For sale</option>
          <option value="INACTIVE">Not for sale</option>
        </SelectFilter>
        <SelectFilter
          label="Sort"
          all={sortWords.newest}
          value={sort}
          onChange={(value) => change('sort', value)}
        >
          {stockSorts.slice(1).map((each) => (
            <option key={each} value={each}>
              {sortWords[each]}
            </option>
          ))}
        </SelectFilter>
      </FilterBar>
      <div aria-busy={pending}>
        <ProductTable key={`${made} ${JSON.stringify(filters)}`} filters={filters} row={row} />
      </div>
      <ProductDrawer row={row} onMade={() => setMade((times) => times + 1)} />
    </div>
  )
}

const sortWords: Record<(typeof stockSorts)[number], string> = {
  newest: 'newest',
  name: 'name',
  sku: 'SKU',
  free: 'fewest free',
  held: 'most held',
}

/** The list in its final shape, before anything is known. */
export function ProductListSkeleton() {
  return (
    <>
      <FilterBarSpace />
      <Panel>
        <Rows />
      </Panel>
    </>
  )
}

function Rows({ products, row }: { products?: Product[]; row?: OpenRow }) {
  return (
    <DataTable
      label="Products"
      columns={productColumns(row)}
      rows={products}
      rowKey={({ productId }) => productId}
      marked={({ sku }) => sku === row?.open}
      card={{ areas: '"i n f" "i s b"', columns: '40px minmax(0,1fr) auto' }}
      skeletonRows={12}
    />
  )
}

function ProductTable({ filters, row }: { filters: ProductFilters; row: OpenRow }) {
  const trpc = useTRPC()
  const products = useQuery(
    trpc.inventory.list.queryOptions(productsAsked(filters), { refetchInterval: 2000 }),
  )
  const { shown, fresh, reordered, release } = useStill(products.data?.items, ({ productId }) => productId)
  const waiting = fresh > 0 ? count(fresh, 'more product') : reordered ? 'The order has changed' : undefined
  const low = products.data && `Low is ${products.data.lowStock} free or fewer, as in the shop.`
  return (
    <ListPanel
      query={products}
      failed="The stock did not arrive"
      waiting={waiting}
      release={release}
      pager={{
        pathname: '/admin/inventory',
        filters: { ...filters, product: row.open },
        first: 'First page',
        next: 'Next page',
        said: shown ? `${count(shown.length, 'product')}. ${low ?? ''}` : '',
      }}
    >
      {shown?.length === 0 ? (
        <NoProducts narrowed={Object.keys(filters).some((name) => name !== 'sort')} row={row} />
      ) : (
        <Rows products={shown} row={row} />
      )}
    </ListPanel>
  )
}

function NoProducts({ narrowed, row }: { narrowed: boolean; row: OpenRow }) {
  return narrowed ? (
    <Empty Icon={Funnel} title="No product fits">
      <p>Products are there, but none that is like this. Clear the filters to see all of them.</p>
    </Empty>
  ) : (
    <Empty Icon={Box} title="No product yet">
      <p>The first one stands in the shop as soon as it is made.</p>
      <May do="inventory:write">
        <Button variant="primary" onClick={() => row.show('new')}>
          <Plus aria-hidden className="size-3.5" strokeWidth={2} />
          New product
        </Button>
      </May>
    </Empty>
  )
}

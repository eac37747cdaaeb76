'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { money } from '@/components/format'
import { useTRPC } from '@/components/trpc-provider'
import { AdjustStock } from './adjust-stock'
import type { Product } from './desk-types'
import { figure } from './figures'
import { StaleLine } from './list-states'
import { PageBody } from './page-body'
import { Panel } from './panel'
import { StockBadge } from './stock-badge'
import { StockLedger } from './stock-ledger'
import { Thumbnail } from './thumbnail'
import { TitleBar } from './title-bar'

/** One product: its stock, a way to set it right, and every movement that led here. */
export function ProductPanel({ sku }: { sku: string }) {
  const trpc = useTRPC()
  const { data, error } = useSuspenseQuery(
    trpc.inventory.list.queryOptions(undefined, { refetchInterval: 2000 }),
  )
  const product = data.find((each) => each.sku === sku)
  if (!product) return null
  return (
    <>
      <TitleBar
        back={{ href: '/admin/inventory', name: 'Inventory' }}
        title={product.name}
        detail={<StockBadge product={product} />}
      />
      <PageBody>
        {error && <StaleLine />}
        <div className="grid items-start gap-3 xl:grid-cols-[376px_minmax(0,1fr)]">
          <Panel>
            <ProductHead product={product} />
            <StockFigures product={product} />
            <AdjustStock product={product} />
          </Panel>
          <StockLedger sku={sku} />
        </div>
      </PageBody>
    </>
  )
}

function ProductHead({ product: { sku, picture, price, currency, category } }: { product: Product }) {
  return (
    <div className="flex items-center gap-3 border-line border-b px-4 py-3 max-md:px-3.5">
      <Thumbnail picture={picture} className="size-10" />
      <div className="min-w-0">
        <p className="truncate font-mono text-12 leading-5">{sku}</p>
        <p className="text-12 text-ink-3 tabular-nums">
          {[money(price, currency), category].filter(Boolean).join(', ')}
        </p>
      </div>
    </div>
  )
}

function StockFigures({
  product: { stockQuantity, reservedQuantity, availableStock },
}: {
  product: Product
}) {
  const figures = [
    ['On hand', stockQuantity],
    ['Reserved', reservedQuantity],
    ['Available', availableStock],
  ] as const
  return (
    <dl className="grid grid-cols-3 divide-x divide-line border-line border-b">
      {figures.map(([name, value]) => (
        <div key={name} className="px-4 py-3 max-md:px-3.5">
          <dt className="text-12 text-ink-3">{name}</dt>
          <dd className="font-semibold text-24 tracking-[-0.02em] tabular-nums">{figure(value)}</dd>
        </div>
      ))}
    </dl>
  )
}

'use client'

import { useQuery } from '@tanstack/react-query'
import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { money } from '@/components/format'
import { every, type Outputs, useTRPC } from '@/components/trpc-provider'
import { Button } from '@/components/ui/button'
import { Drawer, DrawerBody, DrawerHead } from '@/components/ui/drawer'
import { Skeleton } from '@/components/ui/skeleton'
import { AdjustStock } from './adjust-stock'
import { CopyId } from './copy-id'
import { DrawerFigures } from './drawer-figures'
import { DrawerFacts, DrawerFactsSpace } from './drawer-parts'
import { figure } from './figures'
import { Failed, StaleLine } from './list-states'
import { May } from './may'
import type { OpenRow } from './open-row'
import { ProductForm } from './product-form'
import { StockBadge } from './stock-badge'
import { StockLedger } from './stock-ledger'
import { Thumbnail } from './thumbnail'

type ProductDrawerProps = { row: OpenRow; onMade: () => void }

/** A product beside the list, or the form for a new one. */
export function ProductDrawer({ row, onMade }: ProductDrawerProps) {
  return (
    <Drawer subject={row.open} close={() => row.show()}>
      {(subject) =>
        subject === 'new' ? (
          <>
            <DrawerHead title="New product" />
            <ProductForm
              onSaved={({ sku }) => {
                onMade()
                row.show(sku)
              }}
              onCancel={() => row.show()}
            />
          </>
        ) : (
          <OpenedProduct key={subject} sku={subject} />
        )
      }
    </Drawer>
  )
}

export type OpenProduct = Outputs['inventory']['bySku']

/** Its stock, a way to set it right, and every movement that led here. */
function OpenedProduct({ sku }: { sku: string }) {
  const trpc = useTRPC()
  const [editing, setEditing] = useState(false)
  const asked = useQuery(trpc.inventory.bySku.queryOptions({ sku }, { refetchInterval: every(2000) }))
  const { data: product, error } = asked

  if (error && !product) {
    return (
      <>
        <DrawerHead title={sku} />
        <DrawerBody>
          <Failed title="This product did not arrive" query={asked} />
        </DrawerBody>
      </>
    )
  }
  return (
    <>
      <DrawerHead
        title={
          <>
            {product?.name ?? <Skeleton className="h-4 w-36" />}
            {product && <StockBadge product={product} />}
          </>
        }
        detail={<CopyId id={sku} label="SKU" whole />}
        picture={<Thumbnail picture={product?.picture} className="size-10 flex-none" />}
      >
        {product && !editing && (
          <May do="inventory:write">
            <Button variant="quiet" onClick={() => setEditing(true)} className="max-md:h-11">
              <Pencil aria-hidden className="size-3.5" strokeWidth={1.8} />
              Edit
            </Button>
          </May>
        )}
      </DrawerHead>
      {product && editing ? (
        <ProductForm product={product} onSaved={() => setEditing(false)} onCancel={() => setEditing(false)} />
      ) : (
        <DrawerBody>
          {error && <StaleLine />}
          <DrawerFigures
            figures={[
              { name: 'On hand', value: product && figure(product.stockQuantity) },
              { name: 'Held for orders', value: product && figure(product.reservedQuantity) },
              {
                name: 'Free to sell',
                value: product && figure(product.availableStock),
                className: product && hues[product.level],
              },
            ]}
          />
          {product ? (
            <>
              <May do="inventory:write">
                <AdjustStock product={product} />
              </May>
              <Words product={product} />
            </>
          ) : (
            <DrawerFactsSpace lines={8} />
          )}
          <StockLedger sku={sku} product={product} />
        </DrawerBody>
      )}
    </>
  )
}

const hues = { IN_STOCK: undefined, LOW: 'text-st-cancelled', SOLD_OUT: 'text-st-failed' }

/** What the shop says of it. */
function Words({ product: { price, currency, category, description, lowStock } }: { product: OpenProduct }) {
  return (
    <DrawerFacts>
      <dt>Price</dt>
      <dd className="tabular-nums">{money(price, currency)}</dd>
      <dt>Category</dt>
      <dd>{category ?? <span className="text-ink-3">none</span>}</dd>
      <dt>Description</dt>
      <dd className="whitespace-pre-line wrap-anywhere">
        {description || <span className="text-ink-3">none</span>}
      </dd>
      <dt>Low</dt>
      <dd>at {lowStock} free or fewer, as in the shop</dd>
    </DrawerFacts>
  )
}

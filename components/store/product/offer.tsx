'use client'

import { CloudOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { money } from '@/components/format'
import { Availability } from '../availability'
import { BuyBox } from './buy-box'
import type { Product } from './follow-product'
import { useLiveProduct } from './use-live-product'

/** What it costs, whether it is there, and the way into the cart: all three follow the stock. */
export function Offer({ product: brought, children }: { product: Product; children: ReactNode }) {
  const { product, withdrawn, lost } = useLiveProduct(brought)
  return (
    <>
      <div role="status">
        <p className="mt-2 mb-2 text-24 tabular-nums md:mt-3">{money(product.price, product.currency)}</p>
        <p className="flex flex-wrap items-center gap-x-4">
          {withdrawn ? (
            <span className="text-13/5 text-ink-3 md:text-14">No longer sold</span>
          ) : (
            <Availability available={product.availableStock} />
          )}
          {lost && (
            <span className="flex items-center gap-1.5 text-13/5 text-ink-3 md:text-14">
              <CloudOff aria-hidden className="size-3.5" strokeWidth={1.6} />
              No live connection, so we look every two seconds
            </span>
          )}
        </p>
      </div>
      {children}
      <BuyBox product={product} withdrawn={withdrawn} />
    </>
  )
}

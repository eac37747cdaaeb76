'use client'

import { useEffect, useState } from 'react'
import type { Product } from './follow-product'

/** The product as the page brought it, then as it changes. What it is followed with comes after the first paint. */
export function useLiveProduct(brought: Product) {
  const [product, setProduct] = useState<Product | null>(brought)
  const [lost, setLost] = useState(false)
  const { sku } = brought

  useEffect(() => {
    let stop: (() => void) | undefined
    let gone = false
    import('./follow-product').then(
      ({ followProduct }) => {
        if (!gone) stop = followProduct(sku, { onProduct: setProduct, onLost: setLost })
      },
      () => setLost(true),
    )
    return () => {
      gone = true
      stop?.()
    }
  }, [sku])

  return { product: product ?? { ...brought, availableStock: 0 }, withdrawn: product === null, lost }
}

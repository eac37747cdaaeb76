'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { lineTotal } from '@/components/format'
import { type Outputs, useTRPC } from '@/components/trpc-provider'
import { type CartLine, useCart } from './cart'

type Product = Outputs['catalogue']['list'][number]

export type CheckedLine = CartLine & {
  category?: string
  /** What is counted: at most what there is, so zero when sold out or no longer sold. */
  counted: number
  available: number
  total: number
  /** No longer in the catalogue, as against sold out. */
  withdrawn: boolean
  /** The price at which the line was put in, when it has changed since. */
  priceWas?: number
}

export type CheckedCart = {
  lines: CheckedLine[]
  /** The lines that can be ordered. */
  orderable: CheckedLine[]
  things: number
  total: number
  currency: string
  /** One order has one currency. */
  mixed: boolean
}

/** Asked anew whenever somebody looks, and now and then while they do. */
export const catalogueNow = { staleTime: 0, refetchInterval: 15_000 }

/** The cart as the catalogue of this moment sees it. */
export function useCheckedCart(): CheckedCart {
  const lines = useCart()
  const { data: products } = useSuspenseQuery(useTRPC().catalogue.list.queryOptions(undefined, catalogueNow))
  return checkCart(lines, products)
}

export function checkCart(cart: CartLine[], products: Product[]): CheckedCart {
  const bySku = new Map(products.map((product) => [product.sku, product]))
  const lines = cart.map((line) => checkLine(line, bySku.get(line.sku)))
  const orderable = lines.filter(({ counted }) => counted > 0)
  return {
    lines,
    orderable,
    things: orderable.reduce((sum, { counted }) => sum + counted, 0),
    total: lineTotal(
      orderable.reduce((sum, { total }) => sum + total, 0),
      1,
    ),
    currency: orderable[0]?.currency ?? 'EUR',
    mixed: new Set(orderable.map(({ currency }) => currency)).size > 1,
  }
}

function checkLine(line: CartLine, product: Product | undefined): CheckedLine {
  if (!product) return { ...line, counted: 0, available: 0, total: 0, withdrawn: true }
  const { name, picture, category, currency, price, availableStock: available } = product
  const counted = Math.min(line.quantity, Math.max(0, available))
  return {
    ...line,
    name,
    picture,
    category,
    currency,
    unitPrice: price,
    available,
    counted,
    total: lineTotal(price, counted),
    withdrawn: false,
    ...(price !== line.unitPrice && { priceWas: line.unitPrice }),
  }
}

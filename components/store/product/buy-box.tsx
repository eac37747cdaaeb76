'use client'

import { Check } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { lineTotal, money } from '@/components/format'
import { Button } from '@/components/ui/button'
import { addToCart, maxQuantity, useCart } from '../cart/cart'
import { openOverlay } from '../overlay'
import { QuantityStepper } from '../quantity-stepper'
import type { Product } from './follow-product'

/** How many, into the cart, and what that did. */
export function BuyBox({ product, withdrawn }: { product: Product; withdrawn: boolean }) {
  const [quantity, setQuantity] = useState(1)
  const [added, setAdded] = useState(0)
  const inCart = useCart().find(({ sku }) => sku === product.sku)?.quantity ?? 0
  const { sku, name, picture, price, currency } = product
  const room = Math.min(product.availableStock, maxQuantity) - inCart
  // The stock may fall below what was chosen.
  const wanted = Math.max(1, Math.min(quantity, room))

  if (product.availableStock <= 0) {
    return (
      <div className="mt-8">
        <Button size="shop" disabled className="w-full">
          {withdrawn ? 'No longer sold' : 'Sold out'}
        </Button>
        <p className="mt-3 text-14 text-ink-2">
          {withdrawn ? 'We have taken it out of the shop.' : 'We are making more of it.'}
        </p>
      </div>
    )
  }

  function add() {
    addToCart({ sku, name, picture, quantity: wanted, unitPrice: price, currency })
    setAdded(wanted)
    setQuantity(1)
    openOverlay('cart')
  }

  return (
    <div className="mt-8">
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-3">
        <QuantityStepper
          label={`Quantity of ${name}`}
          value={wanted}
          max={Math.max(1, room)}
          onChange={setQuantity}
        />
        <Button variant="primary" size="shop" disabled={room <= 0} onClick={add} className="max-md:px-2">
          {room > 0 ? 'Add to cart' : 'All in your cart'}{' '}
          {room > 0 && (
            <span className="tabular-nums opacity-85">{money(lineTotal(price, wanted), currency)}</span>
          )}
        </Button>
      </div>
      <p className="mt-3 text-14 text-ink-2">Delivery included. Leaves us within one working day.</p>
      <div role="status" className="mt-4">
        {added > 0 && inCart > 0 && (
          <p className="flex items-start gap-2.5 rounded-3 bg-sunken px-3.5 py-3 text-14 text-ink-2">
            <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-st-shipped-solid" />
            <span>
              {added} × {name} added, {inCart} in your cart.{' '}
              <Link href="/cart" className="text-link">
                See the cart
              </Link>
            </span>
          </p>
        )}
      </div>
    </div>
  )
}

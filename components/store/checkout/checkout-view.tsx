'use client'

import { useState } from 'react'
import { useHydrated } from '@/components/ui/local-time'
import { Skeleton } from '@/components/ui/skeleton'
import { Blank } from '../blank'
import { type CheckedCart, useCheckedCart } from '../cart/checked-cart'
import { TwoColumns } from '../two-columns'
import type { Country } from './address-fields'
import { CheckoutForm } from './checkout-form'
import { CheckoutSummary } from './checkout-summary'

export function CheckoutView({ countries }: { countries: Country[] }) {
  const live = useCheckedCart()
  // Once the order is placed the cart is empty; the page keeps what was bought until the order's page is there.
  const [bought, setBought] = useState<CheckedCart>()
  const cart = bought ?? live
  if (!useHydrated()) return <CheckoutSkeleton />
  if (cart.orderable.length === 0 || cart.mixed) return <NothingToPay empty={cart.lines.length === 0} />
  return (
    <TwoColumns aside={<CheckoutSummary cart={cart} />}>
      <h1 className={title}>Checkout</h1>
      <CheckoutForm cart={cart} countries={countries} onPlaced={() => setBought(cart)} />
    </TwoColumns>
  )
}

const title = 'font-medium text-24 tracking-display md:text-32'

function NothingToPay({ empty }: { empty: boolean }) {
  return (
    <div className="wide max-w-[928px] pt-8 md:pt-14">
      <h1 className={title}>Checkout</h1>
      {empty ? (
        <Blank title="Your cart is empty">Put something in it, and come back to pay.</Blank>
      ) : (
        <Blank title="Nothing in your cart can be ordered as it is" href="/cart" way="Look at your cart">
          It has sold out, or it cannot be paid in one order.
        </Blank>
      )}
    </div>
  )
}

function CheckoutSkeleton() {
  return (
    <TwoColumns aside={<Skeleton className="-order-1 h-14 rounded-4 lg:order-none lg:h-64" />}>
      <h1 className={title}>Checkout</h1>
      <Skeleton className="mt-8 h-7 w-40" />
      {['name', 'email', 'street', 'city', 'country'].map((field) => (
        <Skeleton key={field} className="mt-5 h-[74px] rounded-3" />
      ))}
    </TwoColumns>
  )
}

'use client'

import { CircleAlert } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { useHydrated } from '@/components/ui/local-time'
import { Skeleton } from '@/components/ui/skeleton'
import { Blank } from '../blank'
import { type CheckedCart, useCheckedCart } from '../cart/checked-cart'
import { Note } from '../note'
import { TwoColumns } from '../two-columns'
import { unansweredOrder, useAttempt } from './attempt'
import { CheckoutForm } from './checkout-form'
import { CheckoutSummary } from './checkout-summary'
import type { Country } from './country'
import { unheard, usePlaceOrder } from './use-place-order'

export function CheckoutView({ countries }: { countries: Country[] }) {
  const live = useCheckedCart()
  // What is bought leaves the shelf, and then the cart; the page keeps it until the order's page is there.
  const [sent, setSent] = useState<CheckedCart>()
  const placing = usePlaceOrder(live, () => setSent(live))
  const unanswered = useAttempt()?.unanswered ?? false
  const cart = placing.pending && sent ? sent : live
  if (!useHydrated()) return <CheckoutSkeleton />
  if (cart.orderable.length === 0 || cart.mixed) {
    return unanswered ? <Unheard placing={placing} /> : <NothingToPay empty={cart.lines.length === 0} />
  }
  return (
    <TwoColumns aside={<CheckoutSummary cart={cart} />}>
      <h1 className={title}>Checkout</h1>
      <CheckoutForm cart={cart} countries={countries} placing={placing} unanswered={unanswered} />
    </TwoColumns>
  )
}

/** The cart has nothing to pay for any more, perhaps because what was sent has become an order. */
function Unheard({ placing: { resend, pending } }: { placing: ReturnType<typeof usePlaceOrder> }) {
  const order = unansweredOrder()
  return (
    <div className="wide max-w-[928px] pt-8 md:pt-14">
      <h1 className={title}>Checkout</h1>
      <Note icon={CircleAlert} tone="warn" className="mt-6">
        {unheard}
      </Note>
      <Button
        variant="primary"
        size="shop"
        className="mt-6"
        pending={pending}
        onClick={() => order && resend(order)}
      >
        {pending ? 'Placing your order…' : 'Send it again'}
      </Button>
    </div>
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

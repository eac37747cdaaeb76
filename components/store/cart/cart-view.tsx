'use client'

import { useRef } from 'react'
import { count } from '@/components/format'
import { useHydrated } from '@/components/ui/local-time'
import { Skeleton } from '@/components/ui/skeleton'
import { Blank } from '../blank'
import { SummaryCard, TwoColumns } from '../two-columns'
import { removeFromCart } from './cart'
import { CartChanges } from './cart-changes'
import { CartRow } from './cart-row'
import { CartTotal } from './cart-total'
import { useCheckedCart } from './checked-cart'

/** The cart of this browser, held against the catalogue of this moment. */
export function CartView() {
  const cart = useCheckedCart()
  const heading = useRef<HTMLHeadingElement>(null)
  if (!useHydrated()) return <CartSkeleton />
  if (cart.lines.length === 0) return <EmptyCart />
  return (
    <TwoColumns
      aside={
        <SummaryCard label="Total">
          <CartTotal cart={cart} />
        </SummaryCard>
      }
    >
      <h1 ref={heading} tabIndex={-1} className={`outline-none ${title}`}>
        Your cart
      </h1>
      <p role="status" className="mt-3 text-16 text-ink-2 md:text-18">
        {count(cart.things, 'thing')}. This browser keeps {cart.things === 1 ? 'it' : 'them'} until you come
        back.
      </p>
      <CartChanges cart={cart} />
      <ul className="mt-4 divide-y divide-line-soft">
        {cart.lines.map((line) => (
          <CartRow
            key={line.sku}
            line={line}
            onRemove={() => {
              // The button that was pressed goes away with its row: the keyboard goes on from the top.
              heading.current?.focus({ preventScroll: true })
              removeFromCart(line.sku)
            }}
          />
        ))}
      </ul>
    </TwoColumns>
  )
}

const title = 'font-medium text-32/9 tracking-display md:text-44'

function EmptyCart() {
  return (
    <div className="wide max-w-[928px] pt-8 md:pt-14">
      <h1 className={title}>Your cart</h1>
      <Blank title="Nothing in it yet">What you put in stays here, also when you close the page.</Blank>
    </div>
  )
}

function CartSkeleton() {
  return (
    <TwoColumns aside={<Skeleton className="h-64 rounded-4" />}>
      <h1 className={title}>Your cart</h1>
      <Skeleton className="mt-3 h-6 w-72 md:h-7" />
      <Skeleton className="mt-10 h-[120px]" />
      <Skeleton className="mt-12 h-[120px]" />
    </TwoColumns>
  )
}

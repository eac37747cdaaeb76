'use client'

import { ArrowRight, CircleAlert } from 'lucide-react'
import Link from 'next/link'
import { useRef } from 'react'
import { count, money } from '@/components/format'
import { button } from '@/components/ui/button'
import { useHydrated } from '@/components/ui/local-time'
import { Skeleton } from '@/components/ui/skeleton'
import { Blank } from '../blank'
import { Note } from '../note'
import { SummaryCard, Totals, TwoColumns } from '../two-columns'
import { acceptPrices, removeFromCart } from './cart'
import { CartChanges } from './cart-changes'
import { CartRow } from './cart-row'
import { type CheckedCart, useCheckedCart } from './checked-cart'

/** The cart of this browser, held against the catalogue of this moment. */
export function CartView() {
  const cart = useCheckedCart()
  const heading = useRef<HTMLHeadingElement>(null)
  if (!useHydrated()) return <CartSkeleton />
  if (cart.lines.length === 0) return <EmptyCart />
  return (
    <TwoColumns aside={<CartTotal cart={cart} />}>
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

function CartTotal({ cart }: { cart: CheckedCart }) {
  const { orderable, things, total, currency, mixed } = cart
  const ready = orderable.length > 0 && !mixed
  return (
    <SummaryCard label="Total">
      <Totals
        rows={[
          [count(things, 'thing'), mixed ? '' : money(total, currency)],
          ['Delivery', 'Included'],
        ]}
        total={mixed ? 'In two currencies' : money(total, currency)}
      />
      {mixed && (
        <Note icon={CircleAlert} tone="bad" className="mt-4">
          One order can be paid in one currency only. Take out what you want to order separately.
        </Note>
      )}
      {ready && (
        <Link
          href="/checkout"
          onClick={() => acceptPrices(new Map(orderable.map(({ sku, unitPrice }) => [sku, unitPrice])))}
          className={button({ variant: 'primary', size: 'shop', className: 'mt-5 w-full' })}
        >
          Go to checkout
          <ArrowRight aria-hidden className="size-4" />
        </Link>
      )}
      <p className="mt-3 text-center text-14 text-ink-3">
        {ready || mixed ? 'Taxes are in the price.' : 'There is nothing to order at the moment.'}
      </p>
    </SummaryCard>
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

'use client'

import { ArrowRight, CircleAlert } from 'lucide-react'
import Link from 'next/link'
import { count, money } from '@/components/format'
import { button } from '@/components/ui/button'
import { Note } from '../note'
import { Totals } from '../two-columns'
import type { CheckedCart } from './checked-cart'
import { useGoToCheckout } from './use-go-to-checkout'

/** What it comes to, and the way on. */
export function CartTotal({ cart }: { cart: CheckedCart }) {
  const { orderable, things, total, currency, mixed } = cart
  const { go, state } = useGoToCheckout(cart)
  const ready = orderable.length > 0 && !mixed
  return (
    <>
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
          onClick={go}
          aria-disabled={state === 'asking' || undefined}
          className={button({ variant: 'primary', size: 'shop', className: 'mt-5 w-full' })}
        >
          Go to checkout
          <ArrowRight aria-hidden className="size-4" />
        </Link>
      )}
      <p role="status" className="mt-3 text-center text-14 text-ink-3">
        {ready && state === 'changed'
          ? 'Something has changed since. Have a look, then go on.'
          : ready && state === 'lost'
            ? 'We could not ask the shop just now. Please try once more.'
            : ready || mixed
              ? 'Taxes are in the price.'
              : 'There is nothing to order at the moment.'}
      </p>
    </>
  )
}

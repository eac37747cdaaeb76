'use client'

import { ShoppingBag } from 'lucide-react'
import Link from 'next/link'
import { openOverlay } from '../overlay'
import { useCartCount } from './cart'

/** Opens the cart over the page, and leads to its page where no script runs; with how many things are in it. */
export function CartLink() {
  const things = useCartCount()
  const shown = things > 99 ? '99+' : things
  return (
    <Link
      href="/cart"
      prefetch={false}
      aria-haspopup="dialog"
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || location.pathname === '/cart') return
        event.preventDefault()
        openOverlay('cart')
      }}
      aria-label={things > 0 ? `Cart, ${shown} ${things === 1 ? 'item' : 'items'}` : 'Cart, empty'}
      className="relative grid size-11 place-items-center rounded-3 hover:bg-hover"
    >
      <ShoppingBag aria-hidden className="size-5" strokeWidth={1.5} />
      {things > 0 && (
        <span
          aria-hidden
          className="absolute top-1 right-0.5 h-4.5 min-w-4.5 rounded-full bg-accent px-[5px] text-center font-semibold text-11/[18px] text-accent-ink tabular-nums"
        >
          {shown}
        </span>
      )}
    </Link>
  )
}

'use client'

import { useQuery } from '@tanstack/react-query'
import { CircleAlert, X } from 'lucide-react'
import Link from 'next/link'
import { useRef } from 'react'
import { asking, useTRPC } from '@/components/trpc-provider'
import { Button, button } from '@/components/ui/button'
import { Modal } from '@/components/ui/modal'
import { Skeleton } from '@/components/ui/skeleton'
import { Note } from '../note'
import { closeOverlay } from '../overlay'
import { removeFromCart, useCart } from './cart'
import { CartChanges } from './cart-changes'
import { CartRow } from './cart-row'
import { CartTotal } from './cart-total'
import { type CheckedCart, catalogueNow, checkCart } from './checked-cart'

export const CartSheet = asking(CartOverPage)

/** The cart beside what one is looking at; on a phone it comes from below. */
function CartOverPage() {
  const lines = useCart()
  const catalogue = useQuery(useTRPC().catalogue.list.queryOptions(undefined, catalogueNow))
  const cart = catalogue.data && checkCart(lines, catalogue.data)
  const close = useRef<HTMLButtonElement>(null)
  return (
    <Modal
      label="Your cart"
      onClose={closeOverlay}
      className="sheet-in m-0 h-auto max-h-none w-full max-w-none flex-col overflow-hidden bg-raised text-16 text-ink shadow-4 open:flex max-md:top-10 max-md:rounded-t-[16px] md:top-3 md:right-3 md:left-auto md:w-112 md:rounded-4"
    >
      <header className="flex items-center justify-between border-line border-b py-4 pr-3 pl-4 md:pl-6">
        <h2 className="font-semibold text-18">
          Your cart{' '}
          <span className="font-normal text-ink-3 tabular-nums">
            {cart && cart.things > 0 && cart.things}
          </span>
        </h2>
        <button
          ref={close}
          type="button"
          aria-label="Close the cart"
          onClick={closeOverlay}
          className="grid size-11 place-items-center rounded-3 hover:bg-hover"
        >
          <X aria-hidden className="size-5" strokeWidth={1.5} />
        </button>
      </header>
      {lines.length === 0 ? (
        <Nothing />
      ) : cart ? (
        <Filled cart={cart} onRemoved={() => close.current?.focus()} />
      ) : catalogue.isError ? (
        <div className="px-4 py-6 md:px-6">
          <Note icon={CircleAlert} tone="bad" role="alert">
            We could not look up what is in your cart just now. It is safe.
          </Note>
          <Button
            size="mid"
            className="mt-4"
            onClick={() => catalogue.refetch()}
            pending={catalogue.isFetching}
          >
            Try again
          </Button>
        </div>
      ) : (
        <div className="grid gap-8 px-4 py-6 md:px-6">
          {lines.slice(0, 3).map(({ sku }) => (
            <Skeleton key={sku} className="h-22" />
          ))}
        </div>
      )}
    </Modal>
  )
}

function Filled({ cart, onRemoved }: { cart: CheckedCart; onRemoved: () => void }) {
  return (
    <>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 py-2 md:px-6">
        <CartChanges cart={cart} className="my-4" />
        <ul className="divide-y divide-line-soft">
          {cart.lines.map((line) => (
            <CartRow
              key={line.sku}
              line={line}
              size="sheet"
              onRemove={() => {
                // The button that was pressed goes away with its row.
                onRemoved()
                removeFromCart(line.sku)
              }}
            />
          ))}
        </ul>
      </div>
      <footer className="border-line border-t px-4 pt-2 pb-6 md:px-6">
        <CartTotal cart={cart} />
        <p className="mt-1 text-center">
          <Link href="/cart" className="inline-flex h-8 items-center text-14 text-link">
            See the cart as a page
          </Link>
        </p>
      </footer>
    </>
  )
}

function Nothing() {
  return (
    <div className="grid flex-1 content-start justify-items-start gap-1 px-4 py-8 md:px-6">
      <p className="font-medium text-18">Nothing in it yet</p>
      <p className="mb-5 text-ink-2">What you put in stays here, also when you close the page.</p>
      <Link href="/" onClick={closeOverlay} className={button({ size: 'shop' })}>
        See what we have
      </Link>
    </div>
  )
}

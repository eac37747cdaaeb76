'use client'

import { CircleAlert } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import type { Outputs } from '@/components/trpc-provider'
import { Button, button } from '@/components/ui/button'
import { type CartLine, refillCart } from '../cart/cart'
import { Note } from '../note'
import { CancelOrder } from './cancel-order'
import type { Order, Story } from './story'

type Products = Outputs['catalogue']['list']

type Props = { story: Story; products: Products }

/** What the customer can do with the order as it stands: one thing first. */
export function OrderActions({ story, products }: Props) {
  const [tooLate, setTooLate] = useState(false)
  return (
    <div className="mt-10">
      <div role="alert">
        {tooLate && story.order.status !== 'CANCELLED' && (
          <Note icon={CircleAlert} tone="warn" className="mb-6">
            It was too late to cancel: the order has gone on in the meantime.
          </Note>
        )}
      </div>
      <ActionsNow story={story} products={products} onTooLate={() => setTooLate(true)} />
    </div>
  )
}

function ActionsNow({ story, products, onTooLate }: Props & { onTooLate: () => void }) {
  const router = useRouter()
  const { order, dispatched, delivered, holdUp } = story

  function again(page: '/cart' | '/checkout') {
    refillCart(linesOf(order, products))
    router.push(page)
  }

  switch (order.status) {
    case 'PENDING':
    case 'CONFIRMED':
    case 'PAID':
      return (
        <CancelOrder
          order={order}
          onTooLate={onTooLate}
          note={
            holdUp
              ? 'If the money turns out to have left your card, it goes straight back.'
              : 'Free until it ships. The money goes straight back.'
          }
        />
      )
    case 'SHIPPED':
      return (
        <p className="text-15 text-ink-2">
          {delivered
            ? 'You have 30 days to send it back.'
            : `It ${dispatched ? 'has left us' : 'is packed and labelled'}, so it can no longer be cancelled.`}
        </p>
      )
    case 'PAYMENT_FAILED':
      return (
        <Actions note="We put it back in your cart and keep your address: choose another card, and it takes a moment.">
          <Button variant="primary" size="shop" onClick={() => again('/checkout')}>
            Try again
          </Button>
          <BackToShop />
        </Actions>
      )
    case 'REJECTED':
      return (
        <Actions note="We put it back in your cart as far as we have it.">
          <Button variant="primary" size="shop" onClick={() => again('/cart')}>
            Change the cart
          </Button>
          <BackToShop />
        </Actions>
      )
    case 'CANCELLED':
      return (
        <Actions>
          <Button size="shop" onClick={() => again('/cart')}>
            Put it in the cart again
          </Button>
        </Actions>
      )
  }
}

function Actions({ note, children }: { note?: string; children: ReactNode }) {
  return (
    <div>
      <div className="flex flex-wrap gap-3 max-md:[&>*]:w-full">{children}</div>
      {note && <p className="mt-4 text-14 text-ink-2">{note}</p>}
    </div>
  )
}

function BackToShop() {
  return (
    <Link href="/" className={button({ size: 'shop' })}>
      Back to the shop
    </Link>
  )
}

/** At today's prices where the catalogue knows them: the cart says when they change, not that they have. */
function linesOf(order: Order, products: Products): CartLine[] {
  return order.items.map(({ sku, name, quantity, unitPrice }) => {
    const product = products.find((other) => other.sku === sku)
    return { sku, name, picture: product?.picture, quantity, unitPrice, currency: order.currency }
  })
}

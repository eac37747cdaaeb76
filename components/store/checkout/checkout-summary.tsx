import { ChevronDown, ShoppingBag } from 'lucide-react'
import Link from 'next/link'
import { count, money } from '@/components/format'
import { CartChanges } from '../cart/cart-changes'
import type { CheckedCart } from '../cart/checked-cart'
import { SummaryLine } from '../summary-line'
import { SummaryCard, Totals } from '../two-columns'

/** What is being bought: a card beside the form; on a phone one line above it that opens. */
export function CheckoutSummary({ cart }: { cart: CheckedCart }) {
  const total = money(cart.total, cart.currency)
  return (
    <>
      <div className="-order-1 lg:hidden">
        <details className="group rounded-4 border border-line bg-surface px-4">
          <summary className="flex h-14 list-none items-center gap-2 [&::-webkit-details-marker]:hidden">
            <ShoppingBag aria-hidden className="size-4" strokeWidth={1.6} />
            <span>{count(cart.things, 'thing')}</span>
            <ChevronDown aria-hidden className="size-4 text-ink-3 group-open:rotate-180" />
            <span className="ml-auto font-semibold tabular-nums">{total}</span>
          </summary>
          <div className="border-line-soft border-t pb-4">
            <Lines cart={cart} total={total} />
          </div>
        </details>
        <CartChanges cart={cart} />
      </div>
      <div className="hidden lg:sticky lg:top-26 lg:block">
        <SummaryCard label="Your order">
          <Lines cart={cart} total={total} />
          <CartChanges cart={cart} />
        </SummaryCard>
      </div>
    </>
  )
}

function Lines({ cart, total }: { cart: CheckedCart; total: string }) {
  return (
    <>
      <ul className="divide-y divide-line-soft">
        {cart.orderable.map(({ sku, name, picture, counted, unitPrice, currency }) => (
          <SummaryLine key={sku} {...{ name, picture, unitPrice, currency }} quantity={counted} />
        ))}
      </ul>
      <div className="border-line-soft border-t">
        <Totals rows={[['Delivery', 'Included']]} total={total} />
      </div>
      <Link href="/cart" className="mt-4 inline-block text-14 text-link">
        Change the cart
      </Link>
    </>
  )
}

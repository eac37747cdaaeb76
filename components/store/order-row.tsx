'use client'

import { ChevronRight, House, type LucideIcon, Package } from 'lucide-react'
import Link from 'next/link'
import { money, orderNumber } from '@/components/format'
import type { Outputs } from '@/components/trpc-provider'
import { LocalTime } from '@/components/ui/local-time'
import { type OrderStatus, StatusBadge } from '@/components/ui/status-badge'
import { ProductPicture } from './product-picture'

export type Order = Outputs['orders']['mine']['items'][number]

type Props = { order: Order; products: Outputs['catalogue']['list'] }

/** The states in a customer's words. */
const words: Record<OrderStatus, string> = {
  PENDING: 'We have it',
  CONFIRMED: 'Waiting for your bank',
  PAID: 'Packing it',
  SHIPPED: 'On its way',
  REJECTED: 'We had too few',
  PAYMENT_FAILED: 'Card not charged',
  CANCELLED: 'Cancelled',
}

/** One order: its pictures, what is in it, how it stands, what it costs. */
export function OrderRow({ order, products }: Props) {
  const { orderId, items, placedAt, totalAmount, currency } = order
  return (
    <li>
      <Link
        href={`/orders/${orderId}`}
        className="group grid grid-cols-[88px_minmax(0,1fr)_auto] items-start gap-x-3 gap-y-1 py-4 md:min-h-22 md:grid-cols-[88px_minmax(0,1fr)_200px_88px_16px] md:items-center md:gap-x-4"
      >
        <Pictures items={items} products={products} />
        <span className="min-w-0">
          <span className="block font-medium text-15/5 group-hover:text-accent-text md:text-16">
            {items.map(({ name, quantity }) => (quantity > 1 ? `${quantity} × ${name}` : name)).join(', ')}
          </span>
          <span className="block text-14 text-ink-3">
            <LocalTime at={placedAt} shape="moment" />
            <span className="max-md:hidden">, order {orderNumber(orderId)}</span>
          </span>
        </span>
        <span className="col-span-2 col-start-2 row-start-2 mt-1 md:col-span-1 md:col-start-3 md:row-start-1 md:mt-0">
          <Standing order={order} />
        </span>
        <span className="col-start-3 row-start-1 text-right font-medium tabular-nums md:col-start-4">
          {money(totalAmount, currency)}
        </span>
        <ChevronRight aria-hidden className="size-4 text-ink-3 max-md:hidden" strokeWidth={1.6} />
      </Link>
    </li>
  )
}

function Standing({ order: { status, parcel, refundedAt } }: { order: Order }) {
  let [word, icon]: [string, LucideIcon?] = [words[status]]
  if (status === 'PAID') icon = Package
  if (status === 'CANCELLED' && refundedAt) word = 'Cancelled, refunded'
  if (parcel === 'CREATED') [word, icon] = ['Ready to go', Package]
  if (parcel === 'DELIVERED') [word, icon] = ['Delivered', House]
  return (
    <StatusBadge status={status} size="shop" icon={icon}>
      {word}
    </StatusBadge>
  )
}

function Pictures({ items, products }: { items: Order['items'] } & Pick<Props, 'products'>) {
  return (
    <span className="row-span-2 flex w-[88px] md:row-span-1">
      {items.slice(0, 2).map(({ sku }, index) => (
        <ProductPicture
          key={sku}
          picture={products.find((product) => product.sku === sku)?.picture}
          size={56}
          className={`size-14 shrink-0 rounded-3 ${index > 0 ? '-ml-6 shadow-[0_0_0_3px_var(--ground)]' : ''}`}
        />
      ))}
    </span>
  )
}

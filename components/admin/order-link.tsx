import Link from 'next/link'
import { shortId } from '@/components/format'

type OrderLinkProps = { orderId: string; className?: string }

/** An order by its short id; who hears it gets the whole one. */
export function OrderLink({ orderId, className = 'hover:text-accent-text hover:underline' }: OrderLinkProps) {
  return (
    <Link
      href={`/admin/orders/${orderId}`}
      prefetch={false}
      aria-label={`${shortId(orderId)}, order ${orderId}`}
      className={`font-mono text-12 ${className}`}
    >
      {shortId(orderId)}
    </Link>
  )
}

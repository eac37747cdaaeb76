import Link from 'next/link'
import { Skeleton } from '@/components/ui/skeleton'
import { StatusBadge } from '@/components/ui/status-badge'
import type { OrderStatus } from '../desk-types'
import { figure } from '../figures'
import { Panel } from '../panel'
import { orderStatuses } from '../questions'

const fills: Record<OrderStatus, string> = {
  PENDING: 'bg-st-pending-solid',
  CONFIRMED: 'bg-st-confirmed-solid',
  PAID: 'bg-st-paid-solid',
  SHIPPED: 'bg-st-shipped-solid',
  REJECTED: 'bg-st-failed-solid',
  PAYMENT_FAILED: 'bg-st-failed-solid',
  CANCELLED: 'bg-st-cancelled-solid',
}

/** How many orders stand in each state; a row leads to them. */
export function StatusBars({ ordersByStatus }: { ordersByStatus?: Record<OrderStatus, number> }) {
  const counts = orderStatuses.map((status) => ordersByStatus?.[status] ?? 0)
  const most = Math.max(...counts, 1)
  const all = counts.reduce((sum, each) => sum + each, 0)
  return (
    <Panel
      title="Orders by status"
      aside={ordersByStatus && <span className="tabular-nums">{figure(all)} in 14 days</span>}
    >
      <ul className="py-2">
        {orderStatuses.map((status, index) => (
          <li key={status}>
            <Link
              href={`/admin/orders?status=${status}`}
              className="grid h-8 grid-cols-[116px_minmax(0,1fr)_48px] items-center gap-3 px-4 -outline-offset-2 hover:bg-hover max-md:h-10 max-md:px-3.5"
            >
              <StatusBadge status={status} />
              <span aria-hidden className="h-2 overflow-hidden rounded-full bg-sunken">
                <span
                  className={`block h-full rounded-full transition-[width] duration-(--move) ${fills[status]}`}
                  style={{ width: `${((counts[index] ?? 0) / most) * 100}%` }}
                />
              </span>
              {ordersByStatus ? (
                <span className="text-right font-medium tabular-nums">{figure(counts[index] ?? 0)}</span>
              ) : (
                <Skeleton className="ml-auto h-3 w-8" />
              )}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

import { ArrowRight } from 'lucide-react'
import { count } from '@/components/format'
import { StatusBadge } from '@/components/ui/status-badge'
import type { OrderStatus } from '../desk-types'
import { figure } from '../figures'
import { OrderLink } from '../order-link'
import type { Told } from './what-if-range'

/** How the orders ended and would have ended: first those that are different. */
export function WhatIfCounts({ told: { orders, untold, counts, changed, done, more } }: { told: Told }) {
  const rows = counts.toSorted(
    (a, b) => Number(a.real === a.other) - Number(b.real === b.other) || b.orders - a.orders,
  )
  const different = counts.reduce((sum, row) => sum + (row.real === row.other ? 0 : row.orders), 0)
  return (
    <div className="border-line border-t" role="status">
      <p className="px-4 py-2.5 text-ink-2 tabular-nums max-md:px-3.5">
        {done ? '' : 'So far: '}
        {figure(different)} of {count(orders, 'order')} would have ended otherwise.
        {more && ' These are the first thousand of that time.'}
        {untold > 0 && ` ${figure(untold)} could not be told again by today’s rules.`}
      </p>
      {rows.length > 0 && (
        <table aria-label="How orders end" className="w-full border-line border-t">
          <thead>
            <tr className="border-line border-b text-left text-12 text-ink-3 *:px-4 *:py-2 *:font-medium max-md:*:px-3.5">
              <th scope="col">Really</th>
              <th scope="col">Then</th>
              <th scope="col" className="text-right">
                Orders
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ real, other, orders }) => (
              <tr
                key={`${real} ${other}`}
                className="border-line-soft border-b last:border-b-0 *:px-4 *:py-1.5 max-md:*:px-3.5"
              >
                <td>
                  <StatusBadge status={real as OrderStatus} />
                </td>
                <td>
                  {real === other ? (
                    <span className="text-ink-3">the same</span>
                  ) : (
                    <StatusBadge status={other as OrderStatus} />
                  )}
                </td>
                <td className="text-right font-medium tabular-nums">{figure(orders)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {changed.length > 0 && (
        <details className="border-line border-t px-4 py-2 text-12 max-md:px-3.5">
          <summary className="w-fit text-ink-2 hover:text-ink">
            {changed.length < different ? `The first ${changed.length} of them` : 'Which orders'}
          </summary>
          <ul className="mt-2 grid gap-1">
            {changed.map(({ orderId, real, other }) => (
              <li key={orderId} className="flex flex-wrap items-center gap-2">
                <OrderLink orderId={orderId} className="text-link" />
                {real}
                <ArrowRight aria-hidden className="size-3 text-ink-3" strokeWidth={2} />
                <span className="sr-only">becomes</span>
                {other}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

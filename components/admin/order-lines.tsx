import Link from 'next/link'
import { lineTotal, money } from '@/components/format'
import type { Order } from './desk-types'
import { Panel } from './panel'

export function OrderLines({ order: { items, totalAmount, currency } }: { order: Order }) {
  return (
    <Panel title="Lines">
      <ul className="px-4 max-md:px-3.5">
        {items.map(({ sku, name, quantity, unitPrice }) => (
          <li
            key={sku}
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-line-soft border-b py-2"
          >
            <span className="truncate font-medium">{name}</span>
            <span className="text-right tabular-nums">{money(lineTotal(unitPrice, quantity), currency)}</span>
            <Link
              href={`/admin/inventory/${encodeURIComponent(sku)}`}
              className="w-fit max-w-full truncate font-mono text-12 text-link leading-5"
            >
              {sku}
            </Link>
            <span className="text-right text-12 text-ink-3 tabular-nums leading-5">
              {quantity} × {money(unitPrice, currency)}
            </span>
          </li>
        ))}
      </ul>
      <p className="flex justify-between px-4 py-2.5 font-semibold tabular-nums max-md:px-3.5">
        <span>Total</span>
        <span>{money(totalAmount, currency)}</span>
      </p>
    </Panel>
  )
}

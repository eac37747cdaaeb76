import { lineTotal, money } from '@/components/format'
import { ProductPicture } from './product-picture'

type Props = { name: string; picture?: string; quantity: number; unitPrice: number; currency: string }

/** One line of an order in the card at its side. */
export function SummaryLine({ name, picture, quantity, unitPrice, currency }: Props) {
  return (
    <li className="grid grid-cols-[64px_1fr] gap-4 py-3">
      <ProductPicture picture={picture} size={64} className="size-16 rounded-3" />
      <div className="min-w-0">
        <div className="flex justify-between gap-3 font-medium">
          <span className="min-w-0 break-words">{name}</span>
          <span className="tabular-nums">{money(lineTotal(unitPrice, quantity), currency)}</span>
        </div>
        <p className="text-14 text-ink-2 tabular-nums">
          {quantity} × {money(unitPrice, currency)}
        </p>
      </div>
    </li>
  )
}

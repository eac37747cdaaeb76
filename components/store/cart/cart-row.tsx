'use client'

import { TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { money } from '@/components/format'
import { Availability, fewLeft } from '../availability'
import { ProductPicture } from '../product-picture'
import { QuantityStepper } from '../quantity-stepper'
import { maxQuantity, setQuantity } from './cart'
import type { CheckedLine } from './checked-cart'

type Props = { line: CheckedLine; onRemove: () => void; size?: 'page' | 'sheet' }

export function CartRow({ line, onRemove, size = 'page' }: Props) {
  const wide = size === 'page'
  const { sku, name, picture, category, counted, available, unitPrice, currency, total } = line
  const gone = counted === 0
  return (
    <li
      className={`grid grid-cols-[88px_minmax(0,1fr)] gap-4 py-4 ${wide ? 'md:grid-cols-[120px_minmax(0,1fr)] md:py-6' : ''}`}
    >
      <ProductPicture
        picture={picture}
        size={120}
        className={`size-22 rounded-3 ${wide ? 'md:size-30' : ''} ${gone ? 'opacity-55' : ''}`}
      />
      <div className="min-w-0">
        <div className="flex justify-between gap-3 font-medium">
          <ProductName line={line} />
          <span className="tabular-nums">
            {gone ? (
              <s className="font-normal text-ink-3">
                <span className="sr-only">Not counted: </span>
                {money(unitPrice, currency)}
              </s>
            ) : (
              money(total, currency)
            )}
          </span>
        </div>
        <p className="text-14 text-ink-2 tabular-nums">
          {counted > 1 ? `${money(unitPrice, currency)} each` : category}
        </p>
        <div className={`flex items-center justify-between gap-3 ${wide ? 'mt-4' : 'mt-3'}`}>
          {gone ? (
            <Gone withdrawn={line.withdrawn} />
          ) : (
            <QuantityStepper
              size={wide ? 'shop' : 'small'}
              label={`Quantity of ${name}`}
              value={counted}
              max={Math.min(available, maxQuantity)}
              onChange={(quantity) => setQuantity(sku, quantity)}
            />
          )}
          <button
            type="button"
            aria-label={`Remove ${name}`}
            onClick={onRemove}
            className={`rounded-2 px-2 text-14 text-ink-2 hover:text-ink hover:underline ${wide ? 'h-11' : '-mr-2 h-8 pointer-coarse:h-11'}`}
          >
            Remove
          </button>
        </div>
        {!gone && available <= fewLeft && (
          <p className="mt-2 flex items-start gap-1.5 text-14 text-st-cancelled">
            <TriangleAlert aria-hidden className="mt-[3px] size-3.5 shrink-0" strokeWidth={1.6} />
            Only {available} left. Nothing is held until you pay.
          </p>
        )}
      </div>
    </li>
  )
}

function ProductName({ line: { sku, name, withdrawn, counted } }: { line: CheckedLine }) {
  if (withdrawn) return <span className="break-words text-ink-2">{name}</span>
  return (
    <Link
      href={`/products/${encodeURIComponent(sku)}`}
      className={`min-w-0 break-words hover:underline ${counted === 0 ? 'text-ink-2' : ''}`}
    >
      {name}
    </Link>
  )
}

function Gone({ withdrawn }: { withdrawn: boolean }): ReactNode {
  return withdrawn ? (
    <span className="text-14 text-ink-3">No longer sold</span>
  ) : (
    <Availability available={0} />
  )
}

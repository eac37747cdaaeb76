import { Check, Clock, TriangleAlert } from 'lucide-react'

/** From here on the shop says how many are left. */
export const fewLeft = 5

const line = 'flex items-center gap-1.5 text-13/5 md:text-14'

export function Availability({ available }: { available: number }) {
  if (available <= 0) {
    return (
      <span className={`${line} text-ink-3`}>
        <Clock aria-hidden className="size-3.5" strokeWidth={1.6} />
        Sold out
      </span>
    )
  }
  if (available <= fewLeft) {
    return (
      <span className={`${line} text-st-cancelled`}>
        <TriangleAlert aria-hidden className="size-3.5" strokeWidth={1.6} />
        Only {available} left
      </span>
    )
  }
  return (
    <span className={`${line} text-ink-2`}>
      <Check aria-hidden className="size-3.5 text-st-shipped-solid" strokeWidth={1.6} />
      In stock
    </span>
  )
}

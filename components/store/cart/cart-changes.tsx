import { CircleAlert } from 'lucide-react'
import { money } from '@/components/format'
import { Note } from '../note'
import type { CheckedCart, CheckedLine } from './checked-cart'

/** What is no longer as it was when the customer put it in. Said once, aloud. */
export function CartChanges({ cart, className = 'mt-6' }: { cart: CheckedCart; className?: string }) {
  const changes = cart.lines.flatMap((line) => {
    const said = changeOf(line)
    return said ? [{ sku: line.sku, said }] : []
  })
  return (
    <div role="status">
      {changes.length > 0 && (
        <Note icon={CircleAlert} className={className}>
          <ul className="grid gap-1">
            {changes.map(({ sku, said }) => (
              <li key={sku}>{said}</li>
            ))}
          </ul>
        </Note>
      )}
    </div>
  )
}

function changeOf({ name, quantity, counted, withdrawn, unitPrice, priceWas, currency }: CheckedLine) {
  if (withdrawn) return `We no longer sell the ${name}. It is not in the total.`
  if (counted === 0) return `The ${name} has sold out since. It stays in your cart and is not in the total.`
  const price =
    priceWas !== undefined
      ? `The ${name} now costs ${money(unitPrice, currency)}, it was ${money(priceWas, currency)}.`
      : undefined
  const stock =
    counted < quantity
      ? `You wanted ${quantity} of the ${name}, and ${counted === 1 ? 'one is' : `${counted} are`} left, so we count ${counted}.`
      : undefined
  return [price, stock].filter(Boolean).join(' ') || undefined
}

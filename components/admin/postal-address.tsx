import type { Order } from './desk-types'
import { Moment } from './moment'

/** As it stands on a parcel, or when it was erased. */
export function PostalAddress({ address }: { address: Order['shippingAddress'] }) {
  const { name, street, city, state, postalCode, country, erasedAt } = address
  if (erasedAt) {
    return (
      <span className="text-ink-3">
        Somebody in {country}. The rest was erased <Moment at={new Date(erasedAt)} />
      </span>
    )
  }
  return (
    <address className="not-italic">
      {name}
      <br />
      {street}
      <br />
      {[postalCode, city, state].filter(Boolean).join(' ')}, {country}
    </address>
  )
}

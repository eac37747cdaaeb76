import type { Order } from './desk-types'

/** As it stands on a parcel. */
export function PostalAddress({ address }: { address: Order['shippingAddress'] }) {
  const { name, street, city, state, postalCode, country } = address
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

import type { ReactNode } from 'react'
import { CopyId } from './copy-id'
import type { Order } from './desk-types'
import { Panel } from './panel'
import { PostalAddress } from './postal-address'

/** Where the order goes, and under which names the other modules know it. */
export function OrderPlaces({ order }: { order: Order }) {
  const none = isOpen(order) ? 'none yet' : 'none'
  return (
    <Panel title="Address and ids">
      <dl className="grid grid-cols-[88px_minmax(0,1fr)] gap-x-3 gap-y-1.5 px-4 py-3 max-md:px-3.5">
        <Place name="Goes to">
          <PostalAddress address={order.shippingAddress} />
        </Place>
        {order.email && <Place name="Email">{order.email}</Place>}
        <Place name="Payment">
          {order.paymentId ? <CopyId id={order.paymentId} label="payment id" /> : <None>{none}</None>}
        </Place>
        <Place name="Shipment">
          {order.shipmentId ? <CopyId id={order.shipmentId} label="shipment id" /> : <None>{none}</None>}
        </Place>
        {order.trackingNumber && (
          <Place name="Tracking">
            <CopyId id={order.trackingNumber} label="tracking number" whole />
          </Place>
        )}
      </dl>
    </Panel>
  )
}

function Place({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  )
}

const isOpen = ({ status }: Order) => ['PENDING', 'CONFIRMED', 'PAID'].includes(status)

const None = ({ children }: { children: ReactNode }) => <span className="text-ink-3">{children}</span>

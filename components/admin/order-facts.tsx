import type { ReactNode } from 'react'
import { duration, money } from '@/components/format'
import { eventsOf, type Step } from './black-box/story'
import { CopyId } from './copy-id'
import type { Order } from './desk-types'
import { figure } from './figures'
import { Moment } from './moment'
import { whyItEnded } from './order-columns'

/** The line under the title: what one wants to know before the story. */
export function OrderFacts({ order, steps = [] }: { order: Order; steps?: Step[] }) {
  const events = eventsOf(steps).map(({ event }) => event)
  const waitedMs = steps.reduce((sum, step) => sum + (step.kind === 'mark' ? (step.waitsMs ?? 0) : 0), 0)
  const shipped = events.find(({ eventType }) => eventType === 'OrderShipped')
  const positions = events.map(({ position }) => position)
  const why = whyItEnded(order)
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-1 text-12 text-ink-3 [&_dd]:font-medium [&_dd]:text-ink">
      <Fact name="Order">
        <CopyId id={order.orderId} label="order id" />
      </Fact>
      <Fact name="Customer">
        {order.shippingAddress.erasedAt ? (
          'erased'
        ) : (
          <CopyId id={order.customerId} label="customer id" whole={order.customerId.length <= 24} />
        )}
      </Fact>
      <Fact name="Total">{money(order.totalAmount, order.currency)}</Fact>
      <Fact name="Paid with">
        <span className="font-mono font-normal">{order.paymentMethod}</span>
      </Fact>
      <Fact name="Placed">
        <Moment at={order.placedAt} precise />
      </Fact>
      {shipped && (
        <Fact name="To shipped">
          {duration(shipped.occurredAt.getTime() - order.placedAt.getTime())}
          {waitedMs > 0 && `, of which ${duration(waitedMs)} waiting`}
        </Fact>
      )}
      {why && <Fact name="Why">{why}</Fact>}
      {order.refundedAt && (
        <Fact name="Refunded">
          <Moment at={order.refundedAt} precise />
        </Fact>
      )}
      {positions.length > 0 && (
        <Fact name="Position">
          {figure(Math.min(...positions))} to {figure(Math.max(...positions))}
        </Fact>
      )}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 gap-1.5 leading-5">
      <dt className="flex-none">{name}</dt>
      <dd className="min-w-0 tabular-nums">{children}</dd>
    </div>
  )
}

'use client'

import { shortId } from '@/components/format'
import { IgnoredParams } from '@/components/ui/ignored-params'
import { StatusBadge } from '@/components/ui/status-badge'
import { BlackBox } from './black-box/black-box'
import { useBlackBox } from './black-box/use-black-box'
import type { Alternative } from './black-box/what-if-words'
import { CancelOrder } from './cancel-order'
import { EraseCustomer } from './erase-customer'
import { StaleLine } from './list-states'
import { May } from './may'
import { OrderFacts } from './order-facts'
import { OrderLines } from './order-lines'
import { OrderNote } from './order-note'
import { OrderPayment } from './order-payment'
import { OrderPlaces } from './order-places'
import { PageBody } from './page-body'
import { TitleBar } from './title-bar'

/** `at` is the number of the event that the address asks for, `whatIf` what would have been otherwise there. */
type OrderPanelProps = { orderId: string; at?: number; whatIf?: Alternative; ignored: string[] }

/** One order: what it is, and event by event how it came to be so. */
export function OrderPanel({ orderId, at, whatIf, ignored }: OrderPanelProps) {
  const box = useBlackBox(orderId)
  const { order, lost } = box
  // The page has asked for it before it came here.
  if (!order) return null
  return (
    <>
      <TitleBar
        back={{ href: '/admin/orders', name: 'Orders' }}
        title={
          <>
            <span className="sr-only">Order </span>
            <span className="font-medium font-mono">{shortId(orderId)}</span>
          </>
        }
        detail={
          <span role="status">
            <StatusBadge status={order.status} data-testid="order-status" />
          </span>
        }
      />
      <PageBody>
        <IgnoredParams names={ignored} />
        {lost && <StaleLine>Live updates are interrupted. Asking every second instead.</StaleLine>}
        <div className="mb-4">
          <OrderFacts order={order} steps={box.steps} />
        </div>
        <BlackBox box={box} at={at} whatIf={whatIf} />
        <div className="mt-3 grid items-start gap-3 md:grid-cols-2 xl:grid-cols-[minmax(0,376px)_minmax(0,1fr)_296px]">
          <OrderLines order={order} />
          <OrderPayment query={box.payment} />
          <div className="grid gap-3 max-xl:md:col-span-2 max-xl:md:grid-cols-2">
            <OrderPlaces order={order} />
            <May do="orders:write">
              {!order.shippingAddress.erasedAt && <OrderNote orderId={orderId} />}
              <CancelOrder order={order} />
            </May>
            <May do="customers:erase">
              <EraseCustomer order={order} />
            </May>
          </div>
        </div>
      </PageBody>
    </>
  )
}

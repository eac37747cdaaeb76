'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { shortId } from '@/components/format'
import { useTRPC } from '@/components/trpc-provider'
import { StatusBadge } from '@/components/ui/status-badge'
import { CancelOrder } from './cancel-order'
import { StaleLine } from './list-states'
import { OrderFacts } from './order-facts'
import { OrderLines } from './order-lines'
import { OrderPlaces } from './order-places'
import { OrderTimeline } from './order-timeline'
import { PageBody } from './page-body'
import { TitleBar } from './title-bar'
import { useStory } from './use-story'

/** One order: what it is, and event by event how it came to be so. */
export function OrderPanel({ orderId }: { orderId: string }) {
  const trpc = useTRPC()
  const story = useStory(orderId)
  const { data: order } = useSuspenseQuery(
    trpc.orders.byId.queryOptions({ orderId }, { refetchInterval: story.lost ? 1000 : false }),
  )
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
        {story.lost && <StaleLine>Live updates are interrupted. Asking every second instead.</StaleLine>}
        <OrderFacts order={order} events={story.events} />
        <div className="mt-4 grid items-start gap-3 xl:grid-cols-[minmax(0,1fr)_376px]">
          <OrderTimeline story={story} />
          <div className="grid gap-3">
            <OrderLines order={order} />
            <OrderPlaces order={order} />
            <CancelOrder order={order} />
          </div>
        </div>
      </PageBody>
    </>
  )
}

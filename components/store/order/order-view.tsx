'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { orderNumber } from '@/components/format'
import { useTRPC } from '@/components/trpc-provider'
import { Live } from '../live'
import { TwoColumns } from '../two-columns'
import { headlineOf } from './headline'
import { NotYours } from './not-yours'
import { OrderActions } from './order-actions'
import { OrderCard } from './order-card'
import { OrderTrack } from './order-track'
import { PrivateLink } from './private-link'
import { Shortages } from './shortages'
import { stepsOf } from './steps'
import { Tracking } from './tracking'
import { useClaim } from './use-claim'
import { useLasting, useOrderStory } from './use-order-story'

/** The page of an order: where it stands, how it came there, what can be done. */
export function OrderView({ orderId }: { orderId: string }) {
  const story = useOrderStory(orderId)
  const claim = useClaim(orderId)
  const { data: products } = useSuspenseQuery(useTRPC().catalogue.list.queryOptions())
  const slow = useLasting(story.order.status === 'CONFIRMED', 5_000)
  const { title, lead } = headlineOf(story, slow)
  const steps = stepsOf(story)
  const { connection } = story
  return (
    <TwoColumns aside={<OrderCard story={story} products={products} />}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 text-14">
        <p className="text-ink-3 tabular-nums">Order {orderNumber(orderId)}</p>
        {connection !== 'over' && (
          <Live lost={connection === 'lost' && 'No live connection, so we look every second'}>
            Live, this page moves by itself
          </Live>
        )}
      </div>
      <div role="status" data-testid="order-status" data-status={story.order.status}>
        <h1 className="mt-3 font-medium text-32/9 tracking-display md:text-44">{title}</h1>
        <p className="mt-3 max-w-[30em] text-16 text-ink-2 md:text-18">{lead}</p>
        {/* A try that failed is heard too, without its seconds. */}
        <p className="sr-only">{steps.find(({ tries }) => tries)?.text}</p>
      </div>
      {!story.whole && <NotYours claim={claim} />}
      <Tracking story={story} />
      <OrderTrack steps={steps} />
      <Shortages story={story} products={products} />
      {story.whole && <OrderActions story={story} products={products} />}
      {story.whole && <PrivateLink orderId={orderId} />}
    </TwoColumns>
  )
}

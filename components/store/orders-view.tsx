'use client'

import { useQueries, useSuspenseQuery } from '@tanstack/react-query'
import { useTRPC } from '@/components/trpc-provider'
import { useHydrated } from '@/components/ui/local-time'
import { Skeleton } from '@/components/ui/skeleton'
import { Blank } from './blank'
import { useBrowserOrders } from './browser-orders'
import { OrderRow } from './order-row'

const onTheMove = ['PENDING', 'CONFIRMED', 'PAID']

/** The orders that this browser placed, newest first. */
export function OrdersView() {
  const orders = useBrowserOrders()
  const hydrated = useHydrated()
  return (
    <div className="wide max-w-[928px] pt-8 md:pt-14">
      <h1 className="font-medium text-32/9 tracking-display md:text-44">Your orders</h1>
      {hydrated && orders.length === 0 ? (
        <Blank title="No orders yet">
          What you order on this browser stays here, so that you can look after it. Ordered on another device?
          Open the page there.
        </Blank>
      ) : (
        <>
          <p className="mt-3 max-w-[32em] text-16 text-ink-2 md:text-18">
            The orders of this browser. We keep no account, so another device does not know them.
          </p>
          <ul className="mt-6 divide-y divide-line border-line border-y md:mt-10">
            {hydrated ? <Rows orderIds={orders.map(({ orderId }) => orderId)} /> : <RowSkeleton />}
          </ul>
          <p className="mt-6 text-14 text-ink-3">Clearing this browser clears the list, not the orders.</p>
        </>
      )}
    </div>
  )
}

function Rows({ orderIds }: { orderIds: string[] }) {
  const trpc = useTRPC()
  const { data: products } = useSuspenseQuery(trpc.catalogue.list.queryOptions())
  const asked = useQueries({
    queries: orderIds.map((orderId) =>
      trpc.orders.byId.queryOptions(
        { orderId },
        {
          retry: false,
          refetchInterval: ({ state }) => (onTheMove.includes(state.data?.status ?? '') ? 2_000 : false),
        },
      ),
    ),
  })
  return asked.map(({ data, isError }, index) =>
    data ? (
      <OrderRow key={data.orderId} order={data} products={products} />
    ) : isError ? (
      <li key={orderIds[index]} className="py-6 text-14 text-ink-3">
        We could not find one order that this browser remembers.
      </li>
    ) : (
      <RowSkeleton key={orderIds[index]} />
    ),
  )
}

function RowSkeleton() {
  return (
    <li className="flex min-h-[88px] items-center gap-4 py-4">
      <Skeleton className="size-14 rounded-3" />
      <span className="flex-1">
        <Skeleton className="h-6 w-48" />
        <Skeleton className="mt-1 h-4 w-32" />
      </span>
    </li>
  )
}

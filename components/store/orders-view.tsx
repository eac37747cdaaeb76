'use client'

import { useQueries, useSuspenseQuery } from '@tanstack/react-query'
import { type ReactNode, useRef } from 'react'
import { type Outputs, useTRPC } from '@/components/trpc-provider'
import { Button } from '@/components/ui/button'
import { useHydrated } from '@/components/ui/local-time'
import { Skeleton } from '@/components/ui/skeleton'
import { Blank } from './blank'
import { forgetOrders, useBrowserOrders } from './browser-orders'
import { Live } from './live'
import { OrderRow } from './order-row'
import { isProblem } from './problem'
import { Question } from './question'

type Order = Outputs['orders']['byId']

/** The orders that this browser placed, newest first. */
export function OrdersView() {
  const orders = useBrowserOrders()
  const hydrated = useHydrated()
  if (hydrated && orders.length === 0) {
    return (
      <div className={column}>
        <h1 className={title}>Your orders</h1>
        <Blank title="No orders yet">
          What you order on this browser stays here, so that you can look after it. Ordered on another device?
          Open the page there.
        </Blank>
      </div>
    )
  }
  return (
    <div className={column}>
      {hydrated ? (
        <Orders orderIds={orders.map(({ orderId }) => orderId)} />
      ) : (
        <List>
          <RowSkeleton />
        </List>
      )}
      <Footnote />
    </div>
  )
}

const column = 'wide max-w-[928px] pt-8 md:pt-14'
const title = 'font-medium text-32/9 tracking-display md:text-44'

function Orders({ orderIds }: { orderIds: string[] }) {
  const trpc = useTRPC()
  const { data: products } = useSuspenseQuery(trpc.catalogue.list.queryOptions())
  const asked = useQueries({
    queries: orderIds.map((orderId) =>
      trpc.orders.byId.queryOptions(
        { orderId },
        { retry: false, refetchInterval: ({ state }) => (mayMove(state.data) ? 2_000 : false) },
      ),
    ),
  })
  const moving = asked.some(({ data }) => mayMove(data))
  const lost = asked.some(({ data, isRefetchError }) => data && isRefetchError)
  return (
    <List state={moving && <Live lost={lost && 'No connection, so we keep asking'}>Live</Live>}>
      {asked.map(({ data, error, isFetching, refetch }, index) => {
        if (data) return <OrderRow key={data.orderId} order={data} products={products} />
        if (!error) return <RowSkeleton key={orderIds[index]} />
        return isProblem(error, 'not-found') ? (
          <li key={orderIds[index]} className="py-6 text-14 text-ink-3">
            We could not find one order that this browser remembers.
          </li>
        ) : (
          <li key={orderIds[index]} className="flex min-h-22 items-center justify-between gap-4 py-4">
            <span className="text-15 text-ink-2">We could not load this order.</span>
            <Button size="mid" className="h-11" pending={isFetching} onClick={() => refetch()}>
              Try again
            </Button>
          </li>
        )
      })}
    </List>
  )
}

/** An order that is on its way to a final state, or whose money may still come back. */
function mayMove(order: Order | undefined): boolean {
  if (!order) return false
  const { status, refundedAt, updatedAt } = order
  if (status === 'CANCELLED') return refundedAt === undefined && Date.now() - updatedAt.getTime() < 120_000
  return ['PENDING', 'CONFIRMED', 'PAID'].includes(status)
}

function List({ state, children }: { state?: ReactNode; children: ReactNode }) {
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <h1 className={title}>Your orders</h1>
        {state}
      </div>
      <p className="mt-3 max-w-[32em] text-16 text-ink-2 md:text-18">
        The orders of this browser. We keep no account, so another device does not know them.
      </p>
      <ul className="mt-6 divide-y divide-line border-line border-y md:mt-10">{children}</ul>
    </>
  )
}

/** What the browser keeps can be forgotten, for whoever shares it with others. */
function Footnote() {
  const dialog = useRef<HTMLDialogElement>(null)
  return (
    <div className="mt-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-1 text-14">
      <p className="text-ink-3">Clearing this browser clears the list, not the orders.</p>
      <button
        type="button"
        onClick={() => dialog.current?.showModal()}
        className="h-11 rounded-2 font-medium text-ink-2 hover:text-ink hover:underline"
      >
        Forget these orders…
      </button>
      <Question
        ref={dialog}
        title="Forget these orders?"
        no="Keep the list"
        yes="Forget them"
        onYes={forgetOrders}
      >
        They go on as they are, but this browser no longer knows them, and cannot find them again.
      </Question>
    </div>
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

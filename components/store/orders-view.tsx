'use client'

import { useMutation, useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { type ReactNode, useRef } from 'react'
import { useTRPC } from '@/components/trpc-provider'
import { Button } from '@/components/ui/button'
import { Blank } from './blank'
import { Live } from './live'
import { type Order, OrderRow } from './order-row'
import { mineAsked, nextPage } from './orders-asked'
import { Question } from './question'

/** The orders that this browser opens, newest first. */
export function OrdersView() {
  const trpc = useTRPC()
  const { data: products } = useSuspenseQuery(trpc.catalogue.list.queryOptions())
  const mine = useSuspenseInfiniteQuery(
    trpc.orders.mine.infiniteQueryOptions(mineAsked, {
      ...nextPage,
      refetchInterval: ({ state }) => howSoon(state.data?.pages.flatMap(({ items }) => items) ?? []),
    }),
  )
  const orders = mine.data.pages.flatMap(({ items }) => items)
  if (orders.length === 0) return <NoOrders />
  const lost = mine.isRefetchError && !mine.isFetchNextPageError
  return (
    <div className={column}>
      <Head>
        {orders.some(isMoving) && <Live lost={lost && 'No connection, so we keep asking'}>Live</Live>}
      </Head>
      <ul className="mt-6 divide-y divide-line border-line border-y md:mt-10">
        {orders.map((order) => (
          <OrderRow key={order.orderId} order={order} products={products} />
        ))}
      </ul>
      {mine.hasNextPage && (
        <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button size="shop" pending={mine.isFetchingNextPage} onClick={() => mine.fetchNextPage()}>
            Show older ones
          </Button>
          <p role="status" className="text-14 text-ink-2">
            {mine.isFetchNextPageError && 'We could not load them. Please try once more.'}
          </p>
        </div>
      )}
      <Footnote />
    </div>
  )
}

/** When to look again. A parcel takes days, an order seconds. */
function howSoon(orders: Order[]): number | false {
  if (orders.some(isMoving)) return 2_000
  return orders.some(({ parcel }) => parcel !== undefined && parcel !== 'DELIVERED') && 15_000
}

/** An order that is on its way to a final state, or whose money may still come back. */
function isMoving({ status, refundedAt, updatedAt }: Order): boolean {
  if (status === 'CANCELLED') return refundedAt === undefined && Date.now() - updatedAt.getTime() < 120_000
  return ['PENDING', 'CONFIRMED', 'PAID'].includes(status)
}

const column = 'wide max-w-[928px] pt-8 md:pt-14'

const Title = () => <h1 className="font-medium text-32/9 tracking-display md:text-44">Your orders</h1>

function NoOrders() {
  return (
    <div className={column}>
      <Title />
      <Blank title="No orders yet">
        What you order on this browser stays here, so that you can look after it. Ordered on another device?
        Copy the order’s private link there, and open it here.
      </Blank>
    </div>
  )
}

function Head({ children }: { children: ReactNode }) {
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <Title />
        {children}
      </div>
      <p className="mt-3 max-w-[32em] text-16 text-ink-2 md:text-18">
        The orders of this browser. We keep no account; the private link of an order opens it on another
        device.
      </p>
    </>
  )
}

/** What the browser has can be forgotten, for whoever shares it with others. */
function Footnote() {
  const trpc = useTRPC()
  const dialog = useRef<HTMLDialogElement>(null)
  const forget = useMutation(
    trpc.orders.forget.mutationOptions({
      // Other queries too: an order that was open here is closed now.
      onSuccess: (_data, _input, _result, { client }) => client.resetQueries(trpc.orders.pathFilter()),
      onSettled: () => dialog.current?.close(),
    }),
  )
  return (
    <div className="mt-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-1 text-14">
      <p className="text-ink-3" role="status">
        {forget.error
          ? 'We could not forget them just now. Please try once more.'
          : 'Clearing this browser clears the list, not the orders.'}
      </p>
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
        pending={forget.isPending}
        onYes={() => forget.mutate()}
      >
        They go on as they are, but this browser no longer knows them, and only their private links open them
        again.
      </Question>
    </div>
  )
}

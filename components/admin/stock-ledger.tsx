'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { BookOpen, Check, X } from 'lucide-react'
import Link from 'next/link'
import { signed } from '@/components/format'
import { useTRPC } from '@/components/trpc-provider'
import { Button } from '@/components/ui/button'
import { type Column, DataTable } from './data-table'
import type { Movement } from './desk-types'
import { figure } from './figures'
import { Empty, Failed } from './list-states'
import { Moment } from './moment'
import { OrderLink } from './order-link'
import type { OpenProduct } from './product-drawer'
import { ledgerAsked } from './product-questions'

const words: Record<Movement['kind'], string> = {
  INITIAL: 'First stock',
  ADJUSTED: 'Adjusted',
  RESERVED: 'Reserved',
  RELEASED: 'Released',
  COMMITTED: 'Left the shelf',
}

/** On a phone: movement and balances, then why and when. */
const columns: Column<Movement>[] = [
  {
    name: 'Time',
    card: 't',
    className: 'md:first:pl-5',
    cell: ({ at }) => (
      <span className="text-ink-3">
        <Moment at={at} />
      </span>
    ),
    bars: ['w-14'],
  },
  {
    name: 'Movement',
    card: 'm',
    className: 'md:px-1.5',
    cell: (movement) => <Told movement={movement} />,
    bars: ['w-16', 'w-20'],
  },
  {
    name: 'Why',
    card: 'w',
    className: 'md:w-full md:max-w-0 md:px-1.5',
    cell: ({ reason, orderId }) => (
      <span title={reason} className="block truncate text-ink-3 max-md:whitespace-normal">
        {reason}
        {orderId && <OrderLink orderId={orderId} className="text-link" />}
      </span>
    ),
    bars: ['w-24', 'w-16'],
  },
  {
    name: 'On hand',
    right: true,
    card: 'a',
    className: 'md:px-1.5',
    cell: ({ onHandDelta, onHandAfter }) => (
      <Balance name="on hand" delta={onHandDelta} value={onHandAfter} />
    ),
    bars: ['w-10'],
  },
  {
    name: 'Held',
    right: true,
    card: 'b',
    className: 'md:last:pr-5',
    cell: ({ reservedDelta, reservedAfter }) => (
      <Balance name="held" delta={reservedDelta} value={reservedAfter} />
    ),
    bars: ['w-10'],
  },
]

/** Every movement of the stock, newest first, each with its change and the balance after it. */
export function StockLedger({ sku, product }: { sku: string; product?: OpenProduct }) {
  const trpc = useTRPC()
  const ledger = useInfiniteQuery(
    trpc.inventory.ledger.infiniteQueryOptions(ledgerAsked(sku), {
      getNextPageParam: ({ nextCursor }) => nextCursor,
      refetchInterval: 2000,
    }),
  )
  const rows = ledger.data?.pages.flatMap(({ items }) => items)
  return (
    <section aria-label="Ledger">
      <header className="flex items-center justify-between gap-3 px-5 pt-3 pb-1 max-md:px-4">
        <h3 className="font-semibold text-13">Ledger</h3>
        {product && <Sums product={product} />}
      </header>
      {ledger.error && !rows ? (
        <Failed title="The ledger did not arrive" query={ledger} />
      ) : rows?.length === 0 ? (
        <Empty Icon={BookOpen} title="Nothing has moved yet">
          <p>The first reservation or adjustment is written here.</p>
        </Empty>
      ) : (
        <DataTable
          label="Ledger"
          columns={columns}
          rows={rows}
          rowKey={({ id }) => String(id)}
          card={{ areas: '"m a" "t b" "w w"', columns: 'minmax(0,1fr) auto' }}
          dense
        />
      )}
      {ledger.hasNextPage && (
        <div className="border-line-soft border-t px-5 py-3 max-md:px-4">
          <Button onClick={() => ledger.fetchNextPage()} pending={ledger.isFetchingNextPage}>
            Older movements
          </Button>
        </div>
      )}
    </section>
  )
}

/** Whether all movements together come to what stands on the shelf, as of one moment. */
function Sums({ product: { stockQuantity, reservedQuantity, ledger } }: { product: OpenProduct }) {
  const agrees = ledger.onHand === stockQuantity && ledger.reserved === reservedQuantity
  const sums = `${figure(ledger.onHand)} and ${figure(ledger.reserved)}`
  return agrees ? (
    <p className="flex items-center gap-1.5 text-12 text-ink-3 tabular-nums">
      <Check aria-hidden className="size-3.5 text-st-shipped-solid" strokeWidth={2} />
      sums to {sums}
    </p>
  ) : (
    <p className="flex items-center gap-1.5 font-medium text-12 text-st-failed tabular-nums">
      <X aria-hidden className="size-3.5" strokeWidth={2} />
      sums to {sums}, but there are {figure(stockQuantity)} and {figure(reservedQuantity)}
    </p>
  )
}

/** The movement's name leads to the event that tells of it. */
function Told({ movement: { kind, eventId } }: { movement: Movement }) {
  if (!eventId) return <span className="font-medium">{words[kind]}</span>
  return (
    <Link
      href={`/admin/events?event=${eventId}`}
      prefetch={false}
      title="The event that tells of it"
      className="font-medium underline decoration-line underline-offset-3 hover:text-accent-text hover:decoration-current"
    >
      {words[kind]}
      <span className="sr-only">, its event</span>
    </Link>
  )
}

function Balance({ name, delta, value }: { name: string; delta: number; value: number }) {
  return (
    <>
      <span className={delta ? 'font-medium' : 'text-ink-3'}>{signed(delta)}</span>
      <span className="inline-block min-w-[4ch] text-ink-3 max-md:pl-2">
        <span className="sr-only">, then</span> {figure(value)}
        <span className="md:sr-only"> {name}</span>
      </span>
    </>
  )
}

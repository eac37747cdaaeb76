'use client'

import { useQuery } from '@tanstack/react-query'
import { BookOpen } from 'lucide-react'
import Link from 'next/link'
import { shortId, signed } from '@/components/format'
import { useTRPC } from '@/components/trpc-provider'
import { type Column, DataTable } from './data-table'
import type { Movement } from './desk-types'
import { figure } from './figures'
import { Empty, Failed } from './list-states'
import { Moment } from './moment'
import { Panel } from './panel'

const words: Record<Movement['kind'], string> = {
  INITIAL: 'First stock',
  ADJUSTED: 'Adjusted',
  RESERVED: 'Reserved',
  RELEASED: 'Released',
  COMMITTED: 'Left the shelf',
}

const columns: Column<Movement>[] = [
  {
    name: 'Time',
    card: 't',
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
    cell: ({ kind }) => <span className="font-medium">{words[kind]}</span>,
    bars: ['w-16', 'w-20'],
  },
  {
    name: 'Why',
    card: 'w',
    className: 'md:w-full md:max-w-0',
    cell: ({ reason, orderId }) => (
      <span className="block truncate text-ink-3">
        {reason}
        {reason && orderId && ', '}
        {orderId && (
          <Link
            href={`/admin/orders/${orderId}`}
            aria-label={`Order ${orderId}`}
            className="font-mono text-12 text-link"
          >
            {shortId(orderId)}
          </Link>
        )}
      </span>
    ),
    bars: ['w-24', 'w-36'],
  },
  {
    name: 'On hand',
    right: true,
    className: 'max-lg:hidden',
    cell: ({ onHandDelta }) => <Change by={onHandDelta} />,
    bars: ['w-5'],
  },
  {
    name: 'Reserved',
    right: true,
    className: 'max-lg:hidden',
    cell: ({ reservedDelta }) => <Change by={reservedDelta} />,
    bars: ['w-5'],
  },
  {
    name: 'Then on hand',
    right: true,
    card: 'a',
    cell: ({ onHandDelta, onHandAfter }) => (
      <Balance name="on hand" value={onHandAfter} delta={onHandDelta} />
    ),
    bars: ['w-6'],
  },
  {
    name: 'Then reserved',
    right: true,
    card: 'b',
    cell: ({ reservedDelta, reservedAfter }) => (
      <Balance name="reserved" value={reservedAfter} delta={reservedDelta} />
    ),
    bars: ['w-6'],
  },
]

/** Every movement of the stock, newest first, with the balances after it. */
export function StockLedger({ sku }: { sku: string }) {
  const trpc = useTRPC()
  const ledger = useQuery(trpc.inventory.ledger.queryOptions({ sku }, { refetchInterval: 2000 }))
  return (
    <Panel title="Ledger">
      {ledger.error && !ledger.data ? (
        <Failed title="The ledger did not arrive" query={ledger} />
      ) : ledger.data?.length === 0 ? (
        <Empty Icon={BookOpen} title="Nothing has moved yet">
          <p>The first reservation or adjustment is written here.</p>
        </Empty>
      ) : (
        <DataTable
          label="Ledger"
          columns={columns}
          rows={ledger.data}
          rowKey={({ id }) => String(id)}
          card={{ areas: '"m a" "t b" "w w"', columns: 'minmax(0,1fr) auto' }}
          dense
        />
      )}
    </Panel>
  )
}

const Change = ({ by }: { by: number }) => <span className={by ? '' : 'text-ink-3'}>{signed(by)}</span>

/** The balance; a narrow page has no room for a column of changes, so there the change stands before it. */
function Balance({ name, value, delta }: { name: string; value: number; delta: number }) {
  return (
    <span className="font-medium">
      <span className="font-normal text-ink-3 lg:hidden">{delta ? `${signed(delta)} to ` : ''}</span>
      {figure(value)}
      <span className="font-normal text-ink-3 md:hidden"> {name}</span>
    </span>
  )
}

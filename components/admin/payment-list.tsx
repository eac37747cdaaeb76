'use client'

import { useQuery } from '@tanstack/react-query'
import { CreditCard, Funnel } from 'lucide-react'
import { count } from '@/components/format'
import { useTRPC } from '@/components/trpc-provider'
import { besideDrawer } from '@/components/ui/drawer'
import { uuid } from '@/components/url-params'
import { DataTable } from './data-table'
import type { Payment } from './desk-types'
import { FilterBar, FilterBarSpace, SelectFilter, TextFilter, useFilters } from './filters'
import { ListPanel } from './list-panel'
import { Empty } from './list-states'
import { type OpenRow, useOpenRow } from './open-row'
import { Panel } from './panel'
import { paymentStatusLook } from './payment-badge'
import { paymentColumns } from './payment-columns'
import { PaymentDrawer } from './payment-drawer'
import {
  type PaymentFilters,
  paymentMethods,
  paymentSorts,
  paymentStatuses,
  paymentsAsked,
} from './payment-questions'
import { useStill } from './use-still'

/** All payments by our own books, newest first unless sorted. */
export function PaymentList({ filters }: { filters: PaymentFilters }) {
  const row = useOpenRow('payment', uuid)
  const { pending, wanted, change, clear } = useFilters({ ...filters, payment: row.open })
  const { q, status, method, sort } = wanted
  return (
    <div className={row.open && besideDrawer}>
      <FilterBar label="Filter the payments" active={Boolean(q ?? status ?? method ?? sort)} clear={clear}>
        <TextFilter label="Order, payment or reference" value={q} onChange={(value) => change('q', value)} />
        <SelectFilter label="Status" value={status} onChange={(value) => change('status', value)}>
          {paymentStatuses.map((each) => (
            <option key={each} value={each}>
              {paymentStatusLook[each].word}
            </option>
          ))}
        </SelectFilter>
        <SelectFilter label="Paid with" value={method} onChange={(value) => change('method', value)}>
          {paymentMethods.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </SelectFilter>
        <SelectFilter label="Sort" all="newest" value={sort} onChange={(value) => change('sort', value)}>
          {paymentSorts.slice(1).map((each) => (
            <option key={each}>{each}</option>
          ))}
        </SelectFilter>
      </FilterBar>
      <div aria-busy={pending}>
        <PaymentTable key={JSON.stringify(filters)} filters={filters} row={row} />
      </div>
      <PaymentDrawer row={row} />
    </div>
  )
}

/** The list in its final shape, before anything is known. */
export function PaymentListSkeleton() {
  return (
    <>
      <FilterBarSpace />
      <Panel>
        <Rows />
      </Panel>
    </>
  )
}

function Rows({ payments, row }: { payments?: Payment[]; row?: OpenRow }) {
  return (
    <DataTable
      label="Payments"
      columns={paymentColumns(row)}
      rows={payments}
      rowKey={({ paymentId }) => paymentId}
      marked={({ paymentId }) => paymentId === row?.open}
      card={{ areas: '"o o a" "s n t"', columns: 'auto minmax(0,1fr) auto' }}
      skeletonRows={16}
    />
  )
}

function PaymentTable({ filters, row }: { filters: PaymentFilters; row: OpenRow }) {
  const trpc = useTRPC()
  const payments = useQuery(
    trpc.payments.list.queryOptions(paymentsAsked(filters), { refetchInterval: 2000 }),
  )
  const { shown, fresh, release } = useStill(payments.data?.items, ({ paymentId }) => paymentId)
  const byTime = !filters.sort || filters.sort === 'newest'
  return (
    <ListPanel
      query={payments}
      failed="The payments did not arrive"
      waiting={fresh > 0 ? count(fresh, 'more payment') : undefined}
      release={release}
      pager={{
        pathname: '/admin/payments',
        filters: { ...filters, payment: row.open },
        first: byTime ? 'Newest' : 'First page',
        next: byTime ? 'Older' : 'Next page',
        said: shown ? count(shown.length, 'payment') : '',
      }}
    >
      {shown?.length === 0 ? (
        <NoPayments narrowed={Object.keys(filters).some((name) => name !== 'sort')} />
      ) : (
        <Rows payments={shown} row={row} />
      )}
    </ListPanel>
  )
}

function NoPayments({ narrowed }: { narrowed: boolean }) {
  return narrowed ? (
    <Empty Icon={Funnel} title="No payment fits">
      <p>Clear the filters to see all of them. An order that was rejected never came as far as a payment.</p>
    </Empty>
  ) : (
    <Empty Icon={CreditCard} title="No payment yet">
      <p>One is begun as soon as an order is confirmed.</p>
    </Empty>
  )
}

'use client'

import clsx from 'clsx'
import type { ReactNode } from 'react'
import { orderStatusLook } from '@/components/ui/status-badge'
import type { OrderStatus } from './desk-types'
import { chip, FilterBar, SelectFilter, TextFilter, useFilters } from './filters'
import { PopoverFilter } from './popover-filter'
import { type OrderFilters, orderStatuses } from './questions'

/** What narrows and sorts the orders; all of it stands in the address. */
export function OrderFilterBar({ filters }: { filters: OrderFilters }) {
  const { wanted, change, clear } = useFilters(filters)
  const { q, status, from, to, sort } = wanted
  return (
    <FilterBar label="Filter the orders" active={Boolean(q ?? status ?? from ?? to ?? sort)} clear={clear}>
      <TextFilter label="Order, customer or SKU" value={q} onChange={(value) => change('q', value)} />
      <StatusFilter value={status} onChange={(value) => change('status', value)} />
      <DayFilter label="From" value={from} max={to} onChange={(value) => change('from', value)} />
      <DayFilter label="To" value={to} min={from} onChange={(value) => change('to', value)} />
      <SelectFilter label="Sort" all="newest" value={sort} onChange={(value) => change('sort', value)}>
        <option value="oldest">oldest</option>
        <option value="largest">largest total</option>
        <option value="smallest">smallest total</option>
      </SelectFilter>
    </FilterBar>
  )
}

type ChipProps = { value?: string; onChange: (value: string) => void }

/** Any of the states at once; the list stays open while one chooses. */
function StatusFilter({ value = '', onChange }: ChipProps) {
  const chosen = orderStatuses.filter((status) => value.split(',').includes(status))
  const flip = (status: OrderStatus) => {
    const next = orderStatuses.filter((each) => (each === status) !== chosen.includes(each))
    onChange(next.length === orderStatuses.length ? '' : next.join(','))
  }
  const [only] = chosen
  const said = !only
    ? 'all'
    : chosen.length === 1
      ? orderStatusLook[only].word
      : `${chosen.length} of ${orderStatuses.length}`
  return (
    <PopoverFilter label="Status" lit={Boolean(only)} said={said} className="min-w-48 p-1">
      {() =>
        orderStatuses.map((status) => {
          const { word, icon: Icon } = orderStatusLook[status]
          return (
            <label
              key={status}
              className="flex h-8 cursor-pointer items-center gap-2 rounded-2 px-2 hover:bg-hover max-md:h-11"
            >
              <input
                type="checkbox"
                checked={chosen.includes(status)}
                onChange={() => flip(status)}
                className="size-4 accent-accent"
              />
              <Icon aria-hidden className="size-3.5 text-ink-3" strokeWidth={1.8} />
              {word}
            </label>
          )
        })
      }
    </PopoverFilter>
  )
}

type DayFilterProps = ChipProps & { label: string; min?: string; max?: string }

/** A day in UTC, as the log counts them; a native field in the clothes of a chip. */
function DayFilter({ label, value = '', onChange, ...bounds }: DayFilterProps): ReactNode {
  return (
    <label
      className={clsx(
        chip(Boolean(value)),
        'gap-1.5 pr-1.5 has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2',
      )}
    >
      {label}
      <input
        key={value}
        type="date"
        defaultValue={value.slice(0, 10)}
        {...bounds}
        // Only a day that is complete, and not while its digits are being typed.
        onBlur={({ target }) => target.value !== value.slice(0, 10) && onChange(target.value)}
        onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
        className={clsx('h-full w-27 bg-transparent outline-none', value ? 'text-ink' : 'text-ink-3')}
      />
    </label>
  )
}

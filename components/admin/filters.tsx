'use client'

import clsx from 'clsx'
import { ChevronDown, Search } from 'lucide-react'
import type { Route } from 'next'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { type ReactNode, useEffect, useOptimistic, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { address, type Filters } from './url'

/**
 * What was asked for, oldest first, behind where that began. It is not the state of a part of the page: a change may come before
 * React has drawn the one before it, or to a part that an address on its way has just made anew.
 */
let asked: { to: string; filters: Filters }[] = []

/**
 * Filters live in the URL: a change makes a new address, from the newest entry on. `wanted` is ahead of the address
 * while that is on its way, and no change undoes another that is on its way.
 */
export function useFilters<F extends Filters>(filters: F) {
  const router = useRouter()
  const pathname = usePathname()
  const here = address(pathname, Object.fromEntries(useSearchParams()))
  const [pending, startTransition] = useTransition()
  const [wanted, want] = useOptimistic(filters)
  // Arrived where the last change led to, or somewhere else altogether.
  useEffect(() => {
    const last = asked.at(-1)
    if (last?.to === here) asked = [last]
    else if (!asked.some(({ to }) => to === here)) asked = []
  }, [here])
  const newest = () => (asked.some(({ to }) => to === here) && asked.at(-1)?.filters) || wanted
  const go = (next: Filters) => {
    const to = address(pathname, next)
    if (!asked.some(({ to }) => to === here)) asked = [{ to: here, filters: wanted }]
    asked.push({ to, filters: next })
    startTransition(() => {
      want(next as F)
      router.push(to as Route, { scroll: false })
    })
  }
  return {
    pending,
    wanted,
    change: (name: string, value: string) => {
      const before = newest()
      if ((before[name] ?? '') !== value) go({ ...before, [name]: value || undefined, cursor: undefined })
    },
    /** Several at once. */
    narrow: (changes: Filters) => go({ ...newest(), ...changes, cursor: undefined }),
    clear: () => go({}),
  }
}

type FilterBarProps = { label: string; active: boolean; clear: () => void; children: ReactNode }

export function FilterBar({ label, active, clear, children }: FilterBarProps) {
  return (
    <search
      aria-label={label}
      className="mb-3 flex min-h-8 items-center gap-2 md:flex-wrap max-md:-mx-3 max-md:-mt-1 max-md:overflow-x-auto max-md:px-3 max-md:py-1 max-md:[scrollbar-width:none]"
    >
      {children}
      {active && (
        <Button variant="quiet" onClick={clear}>
          Clear
        </Button>
      )}
    </search>
  )
}

/** Keeps the bar's place until it comes. */
export const FilterBarSpace = () => <div className="mb-3 h-8 max-md:h-10" />

type FilterProps = { label: string; value?: string; onChange: (value: string) => void }

/** A filter that is a chip: lit while it narrows. */
export const chip = (lit: boolean) =>
  clsx(
    'relative inline-flex h-7 flex-none items-center rounded-full border px-2.5 font-medium text-12 max-md:h-9',
    lit ? 'border-accent-line bg-accent-soft text-accent-text' : 'border-line bg-surface text-ink-2',
  )

/** A native select in the clothes of a chip. `all` is what it says while nothing is chosen. */
export function SelectFilter({
  label,
  value = '',
  all = 'all',
  onChange,
  children,
}: FilterProps & { all?: string; children: ReactNode }) {
  return (
    <label
      className={clsx(
        chip(Boolean(value)),
        'pr-0 has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2',
      )}
    >
      {label}
      <select
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="field-sizing-content h-full cursor-pointer appearance-none bg-transparent pr-7 pl-1.5 text-ink outline-none *:bg-raised *:text-ink"
      >
        <option value="">{all}</option>
        {children}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute right-2.5 size-3" strokeWidth={2} />
    </label>
  )
}

/** Narrows by an id that is pasted or typed; asks on enter and when the field is left. */
export function TextFilter({
  label,
  value = '',
  onChange,
  hint = label,
  list,
}: FilterProps & {
  /** How it is written, while there is nothing. */
  hint?: string
  /** The id of a datalist. */
  list?: string
}) {
  return (
    <form
      className="relative flex-none"
      onSubmit={(event) => {
        event.preventDefault()
        onChange(String(new FormData(event.currentTarget).get('value')).trim())
      }}
    >
      <Search
        aria-hidden
        className="pointer-events-none absolute top-2 left-2.5 size-4 text-ink-3 max-md:top-2.5"
      />
      <input
        key={value}
        type="search"
        name="value"
        aria-label={label}
        placeholder={hint}
        list={list}
        defaultValue={value}
        autoComplete="off"
        spellCheck={false}
        onBlur={(event) => onChange(event.target.value.trim())}
        className="h-8 w-60 rounded-2 max-md:w-50 border border-line-strong bg-surface pr-2 pl-8.5 text-13 max-md:h-9"
      />
    </form>
  )
}

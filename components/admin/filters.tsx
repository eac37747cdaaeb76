'use client'

import { ChevronDown, Search } from 'lucide-react'
import type { Route } from 'next'
import { usePathname, useRouter } from 'next/navigation'
import { type ReactNode, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { address, type Filters } from './url'

/** Filters live in the URL: a change makes a new address, from the newest entry on. */
export function useFilters(filters: Filters) {
  const router = useRouter()
  const pathname = usePathname()
  const [pending, startTransition] = useTransition()
  const go = (next: Filters) =>
    startTransition(() => router.push(address(pathname, next) as Route, { scroll: false }))
  return {
    pending,
    change: (name: string, value: string) => {
      if ((filters[name] ?? '') !== value) go({ ...filters, [name]: value || undefined, cursor: undefined })
    },
    clear: () => go({}),
  }
}

type FilterBarProps = { label: string; active: boolean; clear: () => void; children: ReactNode }

export function FilterBar({ label, active, clear, children }: FilterBarProps) {
  return (
    <search
      aria-label={label}
      className="mb-3 flex min-h-8 items-center gap-2 max-md:-mx-3 max-md:-mt-1 max-md:overflow-x-auto max-md:px-3 max-md:py-1 max-md:[scrollbar-width:none]"
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

type SelectFilterProps = FilterProps & { none?: string; children: ReactNode }

/** A native select in the clothes of a chip; `none` is what holds while nothing is chosen. */
export function SelectFilter({ label, none = 'all', value = '', onChange, children }: SelectFilterProps) {
  const look = value
    ? 'border-accent-line bg-accent-soft text-accent-text'
    : 'border-line bg-surface text-ink-2'
  return (
    <label
      className={`relative inline-flex h-7 flex-none items-center rounded-full border pl-2.5 font-medium text-12 max-md:h-9 has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2 ${look}`}
    >
      {label}
      <select
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="field-sizing-content h-full cursor-pointer appearance-none bg-transparent pr-7 pl-1.5 text-ink outline-none *:bg-raised *:text-ink"
      >
        <option value="">{none}</option>
        {children}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute right-2.5 size-3" strokeWidth={2} />
    </label>
  )
}

/** Narrows by an id that is pasted or typed; asks on enter and when the field is left. */
export function TextFilter({ label, value = '', onChange }: FilterProps) {
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
        placeholder={label}
        defaultValue={value}
        autoComplete="off"
        spellCheck={false}
        onBlur={(event) => onChange(event.target.value.trim())}
        className="h-8 w-50 rounded-2 max-md:w-44 border border-line-strong bg-surface pr-2 pl-8.5 text-13 max-md:h-9"
      />
    </form>
  )
}

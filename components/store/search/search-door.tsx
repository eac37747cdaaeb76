'use client'

import { Search } from 'lucide-react'
import { useHydrated } from '@/components/ui/local-time'
import { openOverlay } from '../overlay'

const field =
  'mr-4 flex h-11 w-66 items-center gap-2.5 rounded-3 border border-line bg-surface px-3.5 text-15 text-ink-3 max-md:hidden'

/** Opens the search. Where no script runs it is a field that leads to the shelf. */
export function SearchDoor() {
  const icon = <Search aria-hidden className="size-4 shrink-0" strokeWidth={1.6} />
  if (!useHydrated()) {
    return (
      <>
        <form action="/" className={field}>
          {icon}
          <input
            type="search"
            name="q"
            aria-label="Search the shop"
            placeholder="Search the shop"
            maxLength={60}
            className="w-full min-w-0 bg-transparent text-ink outline-none"
          />
        </form>
        <span className="grid size-11 place-items-center md:hidden">
          <Search aria-hidden className="size-5" strokeWidth={1.5} />
        </span>
      </>
    )
  }
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => openOverlay('search')}
        className={`${field} cursor-text hover:border-line-strong`}
      >
        {icon}
        Search the shop
      </button>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label="Search the shop"
        onClick={() => openOverlay('search')}
        className="grid size-11 place-items-center rounded-3 hover:bg-hover md:hidden"
      >
        <Search aria-hidden className="size-5" strokeWidth={1.5} />
      </button>
    </>
  )
}

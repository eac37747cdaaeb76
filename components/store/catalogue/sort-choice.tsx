'use client'

import { ChevronDown } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type Shelf, shelfHref, sorts } from './shelf-address'

/** The order of the shelf. A form with a button where there is no script to send it by itself. */
export function SortChoice({ shelf }: { shelf: Shelf }) {
  const router = useRouter()
  const { sort = 'newest', ...rest } = shelf
  return (
    <form action="/" className="flex gap-2">
      {Object.entries(rest).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <span className="relative">
        <select
          // Anew when the address says something else, and otherwise the reader's.
          key={sort}
          name="sort"
          aria-label="Order of the things"
          defaultValue={sort}
          onChange={({ target }) =>
            router.replace(shelfHref({ ...rest, sort: target.value as Shelf['sort'] }), { scroll: false })
          }
          className={`${control} appearance-none pr-9 pl-4`}
        >
          {Object.entries(sorts).map(([id, words]) => (
            <option key={id} value={id}>
              {words}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-ink-3"
        />
      </span>
      <noscript>
        <button type="submit" className={`${control} px-4`}>
          Sort
        </button>
      </noscript>
    </form>
  )
}

const control =
  'h-11 rounded-3 border border-line bg-surface font-medium text-14 shadow-1 hover:bg-hover md:h-10'

import type { Route } from 'next'
import Link from 'next/link'
import { button } from '@/components/ui/button'
import { address, type Filters } from './url'

type PagerProps = {
  pathname: string
  filters: Filters
  nextCursor?: string | number
  said: string
  words?: { first: string; next: string }
}

const byAge = { first: 'Newest', next: 'Older' }

/** On by cursor, and back to the first page; both are addresses. */
export function Pager({ pathname, filters, nextCursor, said, words = byAge }: PagerProps) {
  const to = (cursor?: string | number) =>
    address(pathname, { ...filters, cursor: cursor?.toString() }) as Route
  return (
    <nav
      aria-label="Pages"
      className="flex min-h-12 items-center gap-2 border-line border-t py-2 pr-2 pl-4 text-12 text-ink-3"
    >
      <span className="mr-auto tabular-nums">{said}</span>
      {filters.cursor && (
        <Link href={to()} className={button()}>
          {words.first}
        </Link>
      )}
      {nextCursor && (
        <Link href={to(nextCursor)} className={button()}>
          {words.next}
        </Link>
      )}
    </nav>
  )
}

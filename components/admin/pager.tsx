import type { Route } from 'next'
import Link from 'next/link'
import { button } from '@/components/ui/button'
import { address, type Filters } from './url'

type PagerProps = {
  pathname: string
  filters: Filters
  nextCursor?: string | number
  said: string
  /** What the two ways are called in a list that is not sorted by time. */
  first?: string
  next?: string
}

/** Older by cursor, and back to the newest; both are addresses. */
export function Pager({ pathname, filters, nextCursor, said, first = 'Newest', next = 'Older' }: PagerProps) {
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
          {first}
        </Link>
      )}
      {nextCursor && (
        <Link href={to(nextCursor)} className={button()}>
          {next}
        </Link>
      )}
    </nav>
  )
}
